package coldbench.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A way to start a function on this machine: on a JVM, as this machine's own executable, and as the
 * other architecture's where qemu-user is found.
 */
public record Launcher(String name, List<String> command) {
  /**
   * All that is possible here.
   *
   * @param mainClass on this JVM's class path
   * @param natives the folder with {@code <architecture>/bootstrap}
   */
  public static Stream<Launcher> all(String mainClass, Path natives) {
    return Stream.concat(Stream.of(onJvm(mainClass)), natives(natives));
  }

  /**
   * Of a program that is no Java, too.
   *
   * @param natives the folder with {@code <architecture>/bootstrap}
   */
  public static Stream<Launcher> natives(Path natives) {
    List<Launcher> launchers = new ArrayList<>();
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    addNative(launchers, natives, "x86_64", arm ? "qemu-x86_64" : "");
    addNative(launchers, natives, "arm64", arm ? "" : "qemu-aarch64");
    return launchers.stream();
  }

  private static Launcher onJvm(String mainClass) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    return new Launcher("JVM", List.of(java, "-Xmx64m", "-Xss1m", "-cp", classPath, mainClass));
  }

  private static void addNative(
      List<Launcher> launchers, Path natives, String architecture, String emulator) {
    Path bootstrap = natives.resolve(architecture).resolve("bootstrap").toAbsolutePath();
    if (!Files.exists(bootstrap)) {
      skip(bootstrap + " is not built");
    } else if (emulator.isEmpty()) {
      launchers.add(new Launcher(architecture, List.of(bootstrap.toString())));
    } else {
      Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
          .flatMap(folder -> Stream.of(emulator, emulator + "-static").map(n -> Path.of(folder, n)))
          .filter(Files::isExecutable)
          .findFirst()
          .ifPresentOrElse(
              found ->
                  launchers.add(
                      new Launcher(
                          architecture + " emulated",
                          List.of(found.toString(), bootstrap.toString()))),
              () -> skip(bootstrap + " does not run here without " + emulator + " (qemu-user)"));
    }
  }

  private static void skip(String why) {
    System.out.println("[lambda] not tested: " + why);
  }

  public boolean isNative() {
    return !name.equals("JVM");
  }

  public FunctionProcess start(RuntimeApiServer server) throws IOException {
    return start(Map.of("AWS_LAMBDA_RUNTIME_API", server.authority()));
  }

  public FunctionProcess start(RuntimeApiServer server, Map<String, String> more)
      throws IOException {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("AWS_LAMBDA_RUNTIME_API", server.authority());
    return start(environment);
  }

  /** Starts it with nothing else in its environment. */
  public FunctionProcess start(Map<String, String> environment) throws IOException {
    return FunctionProcess.start(command, environment);
  }

  @Override
  public String toString() {
    return name;
  }
}
