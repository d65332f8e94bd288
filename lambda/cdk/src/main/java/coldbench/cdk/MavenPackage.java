package coldbench.cdk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code mvn package} of a project, without its tests. What it prints goes to standard error, since
 * standard output may be the app's result, such as a template.
 */
public final class MavenPackage {
  /** Maven as it is found on the PATH. */
  public static final String COMMAND =
      System.getProperty("os.name", "").startsWith("Windows") ? "mvn.cmd" : "mvn";

  private MavenPackage() {}

  /**
   * Runs it to its end.
   *
   * @param what is built, as a failure names it
   * @param maven the command of Maven
   * @param folder of the {@code pom.xml}
   * @param options beside those for packaging in a few words
   * @throws IllegalStateException if it fails
   */
  public static void run(String what, String maven, Path folder, List<String> options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(maven, "-q", "-B", "-Dstyle.color=never"));
    command.addAll(List.of("-f", folder.resolve("pom.xml").toString(), "package", "-DskipTests"));
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // Maven resets a terminal's colours at its end, even where there is no terminal.
    builder
        .environment()
        .merge("MAVEN_OPTS", "-Djansi.noreset=true", (given, ours) -> given + " " + ours);
    Process build = builder.start();
    build.getInputStream().transferTo(System.err);
    int exit = build.waitFor();
    if (exit != 0) {
      throw new IllegalStateException(
          "building %s ended with exit code %d: see above, or run %s"
              .formatted(what, exit, String.join(" ", command)));
    }
  }
}
