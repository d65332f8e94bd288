package coldbench.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tool that is killed takes its functions with it. */
class WatchdogTest {
  @TempDir Path folder;

  /** The tool in a JVM of its own: one call, then it prints the function's process and waits. */
  static final class Tool {
    private Tool() {}

    public static void main(String[] args) throws Exception {
      LocalLambda lambda = new LocalLambda(HostSettings.defaults());
      lambda.createFunction(Functions.spec(Functions.obedient(Path.of(args[0]))));
      byte[] pids = lambda.invoke("f", "{\"do\":\"describe\"}".getBytes(UTF_8)).payload();
      System.out.println(new String(pids, UTF_8).replaceAll(".*\"pid\": ([0-9]+).*", "$1"));
      Thread.sleep(60_000);
    }
  }

  @Test
  void aKilledToolLeavesNoProcessAndNoFolderBehind() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Tool.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = tool.inputReader()) {
      long pid = Long.parseLong(out.readLine());
      assertThat(ProcessHandle.of(pid)).isPresent();
      assertThat(temporary).isNotEmptyDirectory();

      tool.destroyForcibly().waitFor();

      Functions.awaitEnd(pid);
    } finally {
      tool.destroyForcibly();
    }
    for (int i = 0; i < 200 && isNotEmpty(temporary); i++) {
      Thread.sleep(50);
    }
    assertThat(temporary).isEmptyDirectory();
  }

  private static boolean isNotEmpty(Path folder) throws Exception {
    try (var files = Files.list(folder)) {
      return files.findAny().isPresent();
    }
  }
}
