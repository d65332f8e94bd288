package coldbench.function;

import coldbench.testing.FunctionProcess;
import coldbench.testing.RuntimeApiServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A way to start the function on this machine. */
record Launcher(String name, List<String> command) {
  /** What functions logged. */
  static final class Log {
    private final StringBuilder text = new StringBuilder();

    void add(FunctionProcess function) throws IOException {
      text.append(function.log());
    }

    String text() {
      return text.toString();
    }
  }

  /** A JVM, this machine's own executable, and the other one where qemu-user is found. */
  static Stream<Launcher> all() {
    List<Launcher> launchers = new ArrayList<>();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    launchers.add(new Launcher("JVM", List.of(java, "-cp", classPath, "coldbench.function.Main")));
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    addNative(launchers, "x86_64", arm ? "qemu-x86_64" : "");
    addNative(launchers, "arm64", arm ? "" : "qemu-aarch64");
    return launchers.stream();
  }

  private static void addNative(List<Launcher> launchers, String architecture, String emulator) {
    Path bootstrap =
        Path.of(System.getProperty("native.folder"), architecture, "bootstrap").toAbsolutePath();
    if (!Files.exists(bootstrap)) {
      System.out.println("[function] " + architecture + " is not built: not tested");
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
              () ->
                  System.out.println(
                      "[function] "
                          + architecture
                          + " does not run here without "
                          + emulator
                          + " (qemu-user): built, but not tested"));
    }
  }

  FunctionProcess start(RuntimeApiServer server) throws IOException {
    return FunctionProcess.start(command, Map.of("AWS_LAMBDA_RUNTIME_API", server.authority()));
  }

  @Override
  public String toString() {
    return name;
  }
}
