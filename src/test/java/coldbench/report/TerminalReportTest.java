package coldbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.analysis.Experiment;
import coldbench.results.ResultsFolder;
import coldbench.results.WrittenRun;
import coldbench.results.WrittenRun.Function;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalReportTest {
  private static final List<Function> FIVE =
      List.of(
          new Function("java", 1.1, 0.7, 0.13),
          new Function("python", 45, 6, 3.4),
          new Function("rust", 1.0, 0.6, 0.12),
          new Function("node-with-a-long-name", 80, 12, 2.2),
          new Function("java-jvm", 300, 40, 0.9));

  @TempDir Path results;

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 200})
  void noLineIsLongerThanTheScreenForTwoFunctions(int columns) throws Exception {
    WrittenRun.usual(results, "first");
    assertThat(report(columns, false).lines()).allMatch(line -> line.length() <= columns);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 200})
  void moreFunctionsThanFitBesideEachOtherContinueBelow(int columns) throws Exception {
    new WrittenRun(results, "five", FIVE, List.of(128, 512), 10, 10);
    String report = report(columns, false);
    assertThat(report.lines()).allMatch(line -> line.length() <= columns);
    assertThat(report).contains("At 128 MB", "At 512 MB");
    FIVE.forEach(
        function ->
            assertThat(report).contains(function.label().replaceAll("^java$", "native Java")));
  }

  @Test
  void aRatioTableStaysWholeAt80Columns() throws Exception {
    WrittenRun.usual(results, "first");
    assertThat(report(80, false).lines())
        .anyMatch(line -> line.matches(" +native Java +python +python"))
        .anyMatch(line -> line.matches("init ms +1\\.[0-9]+ +4[0-9.]+ +4[0-9.]+× \\([0-9.–]+\\)"));
  }

  @Test
  void aRunUntilAPrecisionSaysWhyItEnded() throws Exception {
    WrittenRun run = WrittenRun.usual(results, "first");
    run.endPrecise(8);
    assertThat(report(200, false))
        .contains(
            "every ratio is known to within ±5 % after 8 of at most 10 rounds, so the run ended (the"
                + " least known: python, cold, at 128 MB, ±4.3 %)")
        .doesNotContain("incomplete");
    WrittenRun.edit(
        run.folder().resolve("summary.json"),
        json ->
            ((ObjectNode) json.get("precision"))
                .put("rounds", 10)
                .put("reached", false)
                .remove("widest"));
    assertThat(report(200, false))
        .contains(
            "not every ratio is known to within ±5 % after 10 rounds, the most that were asked for");
  }

  @Test
  void lanesThatDifferAreNamed() throws Exception {
    WrittenRun run = WrittenRun.usual(results, "first");
    WrittenRun.edit(run.folder().resolve("run.json"), json -> json.put("lanes", 2));
    for (int round = 1; round <= 10; round++) {
      int lane = 1 + round % 2;
      for (String label : List.of("java", "python")) {
        WrittenRun.edit(
            run.trial(label, 128, round),
            trial -> {
              ObjectNode cold = (ObjectNode) trial.put("lane", lane).get("cold");
              double first =
                  cold.get("durationMs").asDouble() * (label.equals("java") ? lane * 10 : 1);
              cold.put("durationMs", first).put("billedMs", 1000);
            });
      }
    }
    assertThat(report(300, false))
        .contains("Lanes: native Java's cold start differs between the 2 lanes")
        .doesNotContain("Lanes: python");
  }

  @Test
  void withoutATerminalThereIsNoEscapeSequence() throws Exception {
    WrittenRun.usual(results, "first").fail("java", 128, 2, "Error", "\u001b[31mred\u001b[0m");
    assertThat(report(80, false)).doesNotContain("\u001b").contains("Error: ");
  }

  @Test
  void theVerdictStandsLastInFiveLinesAtMostAndStandsOut() throws Exception {
    WrittenRun.usual(results, "first");
    List<String> lines = report(120, true).strip().lines().toList();
    int empty = lines.lastIndexOf("");
    assertThat(lines.subList(empty + 1, lines.size()))
        .hasSizeBetween(2, 5)
        .allMatch(line -> line.startsWith("\u001b[1m"));
  }

  @Test
  void onATerminalVerdictAndRatiosStandOut() throws Exception {
    WrittenRun.usual(results, "first");
    assertThat(report(80, true)).contains("\u001b[1m", "\u001b[2m");
  }

  @Test
  void theReportSaysWhatWasMeasuredWhere() throws Exception {
    WrittenRun.usual(results, "first");
    assertThat(report(200, false))
        .contains(
            "Measured on this machine, with the full CPU, not the share that Lambda gives (no control"
                + " groups: start as root): local numbers, not Lambda's.")
        .contains("CPython 3.13.0 with awslambdaric 4.0.0", "Intel(R) Xeon(R)", "x86_64", "n = 40");
  }

  @Test
  void whatThereIsOneOfIsSaidInTheSingular() throws Exception {
    new WrittenRun(results, "one", WrittenRun.JAVA_AND_PYTHON, List.of(128), 1, 1);

    assertThat(report(200, false))
        .contains("1 warm call after each cold start", "1 of 1 cold start, 1 warm call.")
        .doesNotContainPattern("\\b1 (calls|starts|blocks|rounds|CPUs)\\b");
  }

  @Test
  void aRunOnLambdaIsNotCalledLocal() throws Exception {
    WrittenRun run = WrittenRun.usual(results, "first");
    Files.delete(run.folder().resolve("environment.json"));
    assertThat(report(200, false))
        .contains("Measured on AWS Lambda in eu-central-1.")
        .doesNotContain("local");
  }

  @Test
  void thePackageStandsBesideTheTimeThatItsBuildTook() throws Exception {
    WrittenRun run = WrittenRun.usual(results, "first");
    assertThat(report(200, false)).containsPattern("build s +9\\.0");
    Files.delete(run.folder().resolve("environment.json"));
    assertThat(report(200, false)).doesNotContain("build s", "Build:");
  }

  @Test
  void aRestoreStandsInALineOfItsOwnAndItsCostIsTold() throws Exception {
    new WrittenRun(
        results,
        "snapshots",
        List.of(new Function("java", 1.1, 0.7, 0.13), new Function("snap-python", 400, 6, 3.4)),
        List.of(1024),
        10,
        5);
    assertThat(report(200, false))
        .containsPattern("init ms +[01]\\.[0-9]+ *\n")
        .containsPattern("restore ms +[34][0-9]{2}\\.[0-9]+ *\n")
        .containsPattern("cold total ms +[0-9.]+ +[34][0-9]{2}\\.[0-9]+ ")
        .contains("SnapStart: restored from the snapshot of a version")
        .contains("$0.0001397998 for a GB of memory restored, which is counted")
        .contains("22 objects, 10 snapshots kept for three hours (the last three at the prices");
    WrittenRun.usual(results, "without");
    assertThat(
            TerminalReportTest.report(
                Experiment.of(List.of(ResultsFolder.open(results).read("without"))), 200, false))
        .doesNotContain("restore", "SnapStart");
  }

  @Test
  void publishedFiguresStandOnlyBesideTheSizeTheyWereMeasuredAt() throws Exception {
    new WrittenRun(results, "large", WrittenRun.JAVA_AND_PYTHON, List.of(1769), 5, 5);
    assertThat(report(200, false))
        .doesNotContain("Rust", "* ")
        .contains(
            "Figures that others published are not shown: they are of Fibonacci(40) at 128 MB, and"
                + " there were 1769 MB here.");
  }

  @Test
  void publishedFiguresAreSaidToBeSomebodyElses() throws Exception {
    WrittenRun.usual(results, "first");
    assertThat(report(200, false))
        .contains("The same work as published by others, for orientation")
        .contains("Published by others, not measured here")
        .contains("which a local init does not, so they must not be compared");
  }

  @Test
  void publishedFiguresStandOnlyBesideTheSameWork() throws Exception {
    WrittenRun run = WrittenRun.usual(results, "first");
    WrittenRun.edit(run.folder().resolve("run.json"), json -> json.put("n", 20));
    assertThat(report(200, false))
        .doesNotContain("Rust")
        .contains("Fibonacci(20) was computed here, which is other work");
    WrittenRun.edit(
        run.folder().resolve("run.json"),
        json -> {
          json.put("n", 40);
          json.path("functions").forEach(f -> ((ObjectNode) f).put("event", "{}"));
        });
    assertThat(report(200, false))
        .doesNotContain("Rust")
        .contains("the functions here handle events of their own, which is other work");
  }

  @Test
  void failedTrialsAreListedWithTheirCauseAndMissingOnesCounted() throws Exception {
    WrittenRun run = WrittenRun.usual(results, "first");
    run.fail("java", 128, 2, "NeverCold", "the last answer is stale,\nexpected cold");
    Files.delete(run.folder().resolve("summary.json"));
    Files.delete(run.trial("python", 128, 9));
    assertThat(report(200, false))
        .contains(
            "Run first is incomplete: 18 of 20 trials measured, 1 failed, 1 missing, interrupted")
        .contains("java at 128 MB, round 2: NeverCold: the last answer is stale, expected cold");
  }

  @Test
  void aRunWithoutASingleTrialIsReportedWithoutTables() throws Exception {
    WrittenRun run = WrittenRun.usual(results, "first");
    Files.delete(run.folder().resolve("summary.json"));
    for (int round = 1; round <= 10; round++) {
      Files.delete(run.trial("java", 128, round));
      Files.delete(run.trial("python", 128, round));
    }
    assertThat(report(200, false)).contains("0 of 20 trials measured").doesNotContain("NaN");
  }

  private String report(int columns, boolean colour) throws Exception {
    return report(Experiment.of(ResultsFolder.open(results).readAll()), columns, colour);
  }

  private static String report(Experiment experiment, int columns, boolean colour) {
    StringWriter out = new StringWriter();
    new TerminalReport(new Screen(columns, colour), true, List.of())
        .write(List.of(Reported.findings(experiment)), out);
    return out.toString();
  }
}
