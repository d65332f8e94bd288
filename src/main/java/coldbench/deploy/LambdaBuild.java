package coldbench.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Runs the Maven project {@code lambda/}, which makes the native function and its JVM classes. */
final class LambdaBuild {
  private LambdaBuild() {}

  static void run(Path project, Architecture architecture)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            maven(),
            "-q",
            "-B",
            "-Dstyle.color=never",
            "-f",
            project.resolve("pom.xml").toString(),
            "package",
            "-DskipTests",
            "-Dnative.arch=" + architecture.lambdaName);
    int exit =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IllegalStateException(
          "building the native function ended with exit code %d: see above, or run %s"
              .formatted(exit, String.join(" ", command)));
    }
  }

  private static String maven() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    return windows ? "mvn.cmd" : "mvn";
  }
}
