package coldbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody ends the tool in the middle of a run. */
class InterruptedRunIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path results;

  @Test
  void afterCtrlCTheFunctionsAreEndedAndFinishedTrialsCanBeReported() throws Exception {
    Project.stack();
    Process tool = startAndWaitForTwoTrials();
    List<ProcessHandle> children = tool.descendants().toList();

    signal("-INT", tool);
    String said = new String(tool.getInputStream().readAllBytes(), UTF_8);
    assertThat(tool.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(tool.exitValue()).isEqualTo(130);
    assertThat(said).contains("interrupted, ", "trials are kept: ./coldbench report " + results);
    assertThat(children).noneMatch(ProcessHandle::isAlive);
    assertFinishedTrialsAreWhole();
    assertReportSaysWhatIsMissing();
  }

  @Test
  void afterAKillNothingIsLeftRunningAndFinishedTrialsCanBeReported() throws Exception {
    Project.stack();
    Process tool = startAndWaitForTwoTrials();
    List<ProcessHandle> children = tool.descendants().toList();

    signal("-KILL", tool);
    assertThat(tool.waitFor(60, TimeUnit.SECONDS)).isTrue();

    for (ProcessHandle child : children) {
      child.onExit().get(60, TimeUnit.SECONDS);
    }
    assertFinishedTrialsAreWhole();
    assertReportSaysWhatIsMissing();
  }

  private Process startAndWaitForTwoTrials() throws Exception {
    Process tool =
        new ProcessBuilder(
                "java",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dcoldbench.home=" + Project.FOLDER,
                "coldbench.cli.Main",
                "local",
                "--rounds=1000",
                "--out=" + results)
            .redirectErrorStream(true)
            .start();
    BufferedReader output = tool.inputReader(UTF_8);
    String line;
    do {
      line = output.readLine();
      assertThat(line).as("the tool ended before its second trial").isNotNull();
    } while (!line.startsWith("2/2000 trials"));
    return tool;
  }

  private static void signal(String signal, Process process) throws Exception {
    String pid = Long.toString(process.pid());
    assertThat(new ProcessBuilder("kill", signal, pid).start().waitFor()).isZero();
  }

  private void assertFinishedTrialsAreWhole() throws Exception {
    try (Stream<Path> files = Files.walk(results)) {
      List<Path> trials =
          files
              .filter(file -> file.toString().contains("/trials/") && Files.isRegularFile(file))
              .toList();
      assertThat(trials).hasSizeGreaterThanOrEqualTo(2);
      for (Path trial : trials) {
        if (trial.toString().endsWith(".json")) {
          assertThat(JSON.readTree(trial.toFile()).path("status").asText()).isEqualTo("complete");
        }
      }
    }
  }

  private void assertReportSaysWhatIsMissing() {
    Project.Outcome report = Project.coldbench("report", results.toString());
    assertThat(report.exitCode()).isEqualTo(1);
    assertThat(report.out()).contains("of 2000 trials", "Cold start");
  }
}
