package coldbench.nativebuild;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a program that waits, prints and throws. */
class CrashIT {
  private static final String MAIN = Crashing.class.getName();

  @TempDir private Path folder;

  private record Run(int exitCode, String output, String errors) {}

  @Test
  void anUncaughtExceptionLeavesWhatItLeavesOnAJvm() throws Exception {
    Builder.Result built = Builder.in(folder).of(MAIN, "").build("x86_64", "");
    assertThat(built.exitCode()).as(built.output()).isZero();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Run onJvm =
        run(
            List.of(
                java.toString(),
                "-Dfile.encoding=UTF-8",
                "-Dsun.stderr.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                MAIN));
    Run natively = run(List.of(folder.resolve("target/x86_64/bootstrap").toString()));
    assertThat(natively).isEqualTo(onJvm);
    assertThat(natively.exitCode()).isEqualTo(1);
    assertThat(natively.errors()).contains("IllegalStateException", "Suppressed: ", "... ");
  }

  private Run run(List<String> command) throws Exception {
    Path output = folder.resolve("output");
    Path errors = folder.resolve("errors");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    int exitCode = process.waitFor();
    return new Run(exitCode, Files.readString(output, UTF_8), Files.readString(errors, UTF_8));
  }
}
