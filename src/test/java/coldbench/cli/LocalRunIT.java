package coldbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole run of the synthesized machine with the functions as built, once, and what it left. */
class LocalRunIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path results;
  private static Project.Outcome outcome;
  private static Path run;

  @BeforeAll
  static void runTwoRoundsAtTwoMemorySizes() throws Exception {
    outcome =
        Project.coldbench(
            "local",
            "--rounds=2",
            "--warm=3",
            "--memory=128,256",
            "--seed=7",
            "--log",
            "--out=" + results,
            "--history=" + results.resolve("history.json"));
    try (Stream<Path> runs = Files.list(results.resolve("runs"))) {
      run = runs.findFirst().orElseThrow();
    }
  }

  @Test
  void aCompleteRunEndsWithExitCodeZeroAndItsVerdict() {
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out().replaceAll("\\s+", " "))
        .contains("local numbers, not Lambda's", "recommended", "Page: ", "Every sample: ");
  }

  @Test
  void progressCountsTheTrials() {
    assertThat(outcome.err()).contains("measuring 8 trials", "1/8 trials", "8/8 trials");
  }

  @Test
  void theLogOfEveryCallIsShownAsItComes() {
    assertThat(outcome.err().lines().filter(line -> line.startsWith("java   | REPORT RequestId: ")))
        .hasSizeGreaterThanOrEqualTo(4 * 4)
        .anyMatch(line -> line.contains("Init Duration: "));
    assertThat(outcome.err().indexOf("python | REPORT")).isLessThan(outcome.err().indexOf("8/8"));
  }

  @Test
  void everyTrialIsThereWithAProvenColdStartAndItsWarmCalls() throws Exception {
    for (String function : List.of("java", "python")) {
      for (int memoryMb : new int[] {128, 256}) {
        for (int round = 1; round <= 2; round++) {
          JsonNode trial = read("trials/%s/%d/%d.json".formatted(function, memoryMb, round));
          assertThat(trial.path("status").asText()).isEqualTo("complete");
          assertThat(trial.path("cold").path("initMs").asDouble()).isPositive();
          assertThat(trial.path("cold").path("handler").path("totalMs").asDouble()).isPositive();
          assertThat(trial.path("warm")).hasSize(3).noneMatch(sample -> sample.has("initMs"));
          assertThat(trial.path("discarded")).isEmpty();
        }
      }
    }
  }

  @Test
  void theHistoryHasTheExecutionAndOneChildForEachBlock() throws Exception {
    JsonNode history = JSON.readTree(results.resolve("history.json").toFile());
    List<String> types = history.path("events").findValuesAsText("type");
    assertThat(types).startsWith("ExecutionStarted").endsWith("ExecutionSucceeded");
    assertThat(history.path("executionArn").asText()).endsWith(":" + run.getFileName());
    assertThat(history.path("childExecutions")).hasSize(4);
    for (JsonNode child : history.path("childExecutions")) {
      String calls = "(?s).*\"resource\":\"invoke\".*";
      assertThat(child.path("events"))
          .filteredOn(event -> event.path("type").asText().equals("TaskSucceeded"))
          .filteredOn(event -> event.toString().matches(calls))
          .as("one cold call and three warm ones of two functions, and what each ran on")
          .hasSize(10);
      assertThat(child.path("events").findValuesAsText("type")).endsWith("ExecutionSucceeded");
    }
  }

  @Test
  void theSummaryCountsEveryCell() throws Exception {
    JsonNode summary = read("summary.json");
    assertThat(summary.path("trials").asInt()).isEqualTo(8);
    assertThat(summary.path("complete").asInt()).isEqualTo(8);
    assertThat(summary.path("cells")).hasSize(4).allMatch(cell -> cell.path("count").asInt() == 2);
  }

  @Test
  void whatWasMeasuredWhereIsBesideIt() throws Exception {
    JsonNode environment = read("environment.json");
    assertThat(environment.path("where").asText()).isEqualTo("local");
    assertThat(environment.path("cpus").asInt()).isPositive();
    assertThat(environment.path("runtimes").path("python").asText()).startsWith("CPython 3.");
    assertThat(environment.path("buildSeconds").path("java").asDouble()).isPositive();
    assertThat(Project.coldbench("report", "--details", results.toString()).out())
        .containsPattern("build s +\\d+\\.\\d");
  }

  @Test
  void reportPrintsTheSameAgainFromTheFiles() {
    Project.Outcome again = Project.coldbench("report", results.toString());
    assertThat(again.exitCode()).isZero();
    assertThat(withoutPointers(outcome.out())).isEqualTo(withoutPointers(again.out()));
    assertThat(outcome.out()).contains("Page: " + run.resolve("report.html"));
    assertThat(run.resolve("report.html")).content().contains("<!doctype html>");
  }

  /** Without the lines that say where more is to be found. */
  private static List<String> withoutPointers(String report) {
    return report
        .lines()
        .filter(line -> !line.matches("(Page|Every sample|All tables): .*"))
        .toList();
  }

  private static JsonNode read(String key) throws Exception {
    return JSON.readTree(run.resolve(key).toFile());
  }

  @Test
  void aLongSeriesIsInPartsThatTheReportReadsTogether(@TempDir Path other) throws Exception {
    Project.Outcome series =
        Project.coldbench(
            "local", "--rounds=1", "--warm=250", "--functions=java", "--out=" + other);

    assertThat(series.exitCode()).as(series.err()).isZero();
    Project.Outcome told = Project.coldbench("report", other.toString(), "--json");
    assertThat(JSON.readTree(told.out()).at("/experiments/0/cells/0/figures/warmMs/count").asInt())
        .isEqualTo(250);
  }
}
