package coldbench.differential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** Processes: JVMs as this one, and native builds. */
public final class Program {
  /** The JDK whose {@code Double.toString} writes the shortest decimals, as native programs do. */
  private static final int SHORTEST_SINCE = 19;

  private Program() {}

  /** Whether this JVM writes the shortest decimals. */
  public static boolean isShortestHere() {
    return Runtime.version().feature() >= SHORTEST_SINCE;
  }

  /** This machine's architecture, as Lambda names it. */
  public static String architecture() {
    return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
  }

  /** Such a command, by this JVM. */
  public static List<String> java(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    return command;
  }

  /** {@link Main} with such arguments, by a JVM with as much memory as a native program has. */
  static List<String> onJvm(String java, String... arguments) {
    List<String> command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-Xmx64m", "-Xss8m"));
    command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  /** This JVM's own. */
  static String thisJava() {
    return java().get(0);
  }

  /**
   * Builds a program for whatever architecture it is, whatever of it may differ from a JVM.
   *
   * @param settings of the JVM that builds, such as {@code -Dnative.optimize=-O1}
   */
  public static void build(
      String mainClass, String classPath, String architecture, Path folder, String... settings)
      throws IOException, InterruptedException {
    List<String> command = java("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    command.addAll(List.of(settings));
    command.addAll(List.of("-Dnative.accept=all", "-classpath", classPath));
    command.addAll(List.of("coldbench.nativebuild.Main", mainClass, architecture));
    command.addAll(List.of(folder.toString(), System.getProperty("native.cc", "")));
    run(command, Map.of());
  }

  /**
   * Compiles source files for a JVM.
   *
   * @param classPath of what they need
   */
  public static void compile(List<Path> files, String classPath, Path classes) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-nowarn", "-Xlint:none", "-proc:none", "--release", "17"));
    arguments.addAll(List.of("-classpath", classPath));
    arguments.addAll(List.of("-d", Files.createDirectories(classes).toString()));
    files.forEach(file -> arguments.add(file.toString()));
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, System.out, System.err, arguments.toArray(String[]::new));
    assertThat(code).as("exit code of javac").isZero();
  }

  /** The lines of what it says, once it has ended with 0. */
  public static List<String> run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output;
    try (InputStream in = process.getInputStream()) {
      output = new String(in.readAllBytes(), UTF_8);
    }
    String tail = output.substring(Math.max(0, output.length() - 1500));
    assertThat(process.waitFor()).as(command + " said " + tail).isZero();
    return output.lines().toList();
  }
}
