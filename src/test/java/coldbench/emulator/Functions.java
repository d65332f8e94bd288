package coldbench.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.emulator.interpreter.PythonFinder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;

/** Functions to test with: real programs, started by the system. */
public final class Functions {
  public static final String ARCHITECTURE =
      System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";

  /** The defaults, without what only matters to the accuracy of numbers. */
  public static final EmulatorSettings SETTINGS = EmulatorSettings.defaults().withoutWarmUp();

  private Functions() {}

  /**
   * Waits until a process is gone, or only its exit status is still to be fetched by its parent.
   */
  public static void awaitEnd(long pid) throws Exception {
    Path stat = Path.of("/proc/" + pid + "/stat");
    for (int i = 0; i < 200; i++) {
      try {
        String line = Files.readString(stat);
        if (line.substring(line.lastIndexOf(')')).startsWith(") Z")) {
          return;
        }
      } catch (IOException e) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("Process " + pid + " still runs");
  }

  /** A folder with a bootstrap that does what its event says. */
  public static Path obedient(Path folder) throws Exception {
    String python = new PythonFinder(System.getenv()).find().executable().toString();
    try (InputStream source = Functions.class.getResourceAsStream("bootstrap.py")) {
      return script(folder, "#!" + python + "\n" + new String(source.readAllBytes(), UTF_8));
    }
  }

  public static Path script(Path folder, String text) throws IOException {
    Path bootstrap = Files.writeString(folder.resolve("bootstrap"), text);
    Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
    return folder;
  }

  public static FunctionSpec spec(Path folder) {
    return spec(folder, Map.of());
  }

  public static FunctionSpec spec(Path folder, Map<String, String> environment) {
    return new FunctionSpec(
        "f",
        folder,
        "provided.al2023",
        "bootstrap",
        ARCHITECTURE,
        128,
        Duration.ofSeconds(30),
        environment,
        "eu-central-1",
        "arn:aws:lambda:eu-central-1:123456789012:function:f");
  }

  public static FunctionSpec withTimeout(FunctionSpec spec, Duration timeout) {
    return new FunctionSpec(
        spec.name(),
        spec.code(),
        spec.runtime(),
        spec.handler(),
        spec.architecture(),
        spec.memoryMb(),
        timeout,
        spec.environment(),
        spec.region(),
        spec.arn());
  }

  public static FunctionSpec python(Path folder, String handler) {
    FunctionSpec spec = spec(folder);
    return new FunctionSpec(
        spec.name(),
        folder,
        "python3.13",
        handler,
        spec.architecture(),
        spec.memoryMb(),
        spec.timeout(),
        spec.environment(),
        spec.region(),
        spec.arn());
  }
}
