package coldbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.analysis.Experiment;
import coldbench.analysis.Experiments;
import coldbench.analysis.Findings;
import coldbench.analysis.FunctionDescription;
import coldbench.analysis.Margin;
import coldbench.analysis.Planned;
import coldbench.analysis.Pricing;
import coldbench.results.ResultsFolder;
import coldbench.results.WrittenRun;
import coldbench.results.WrittenRun.Function;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions of a run that do other work than the others. */
class ScenarioReportTest {
  static final List<Function> COMPUTE_AND_CALL =
      List.of(
          new Function("java", 1.1, 0.7, 0.13),
          new Function("python", 45, 6, 3.4),
          new Function("table-java", 60, 6, 10),
          new Function("table-python", 420, 90, 100));

  private static final String EVENT = "{\"customer\":\"Ada\"}";

  @TempDir Path results;
  private WrittenRun run;

  @BeforeEach
  void aRunOfTwoScenarios() {
    run = written(results, List.of(128));
  }

  static WrittenRun written(Path results, List<Integer> memoryMb) {
    WrittenRun run = new WrittenRun(results, "two", COMPUTE_AND_CALL, memoryMb, 10, 5);
    for (int i : List.of(2, 3)) {
      edit(run, i, function -> function.put("event", EVENT).put("scenario", "calling a service"));
    }
    return run;
  }

  private static void edit(
      WrittenRun run, int function, java.util.function.Consumer<ObjectNode> change) {
    WrittenRun.edit(
        run.folder().resolve("run.json"),
        json -> change.accept((ObjectNode) json.path("functions").path(function)));
  }

  private List<Experiment> scenarios(Optional<String> baseline) throws Exception {
    return Experiments.of(ResultsFolder.open(results).readAll(), baseline);
  }

  private List<String> told() throws Exception {
    return scenarios(Optional.empty()).stream()
        .map(
            each ->
                each.scenario()
                    + ": "
                    + String.join(
                        ", ", each.functions().stream().map(FunctionDescription::label).toList()))
        .toList();
  }

  @Test
  void functionsOfTheSameEventAndNameAreAScenario() throws Exception {
    assertThat(told())
        .containsExactly("computing: java, python", "calling a service: table-java, table-python");
  }

  @Test
  void anEventWithoutANameIsToldByItsFirstFunction() throws Exception {
    for (int i : List.of(2, 3)) {
      edit(run, i, function -> function.remove("scenario"));
    }
    assertThat(told())
        .containsExactly(
            "computing: java, python", "the work of table-java: table-java, table-python");
  }

  @Test
  void theSameEventUnderTwoNamesAndTwoEventsUnderOneAreToldApart() throws Exception {
    edit(run, 3, function -> function.put("scenario", "another"));
    assertThat(told()).hasSize(3).contains("another: table-python");
    edit(run, 3, function -> function.put("scenario", "calling a service").put("event", "{}"));
    assertThat(told()).hasSize(3).contains("calling a service: table-python");
    edit(run, 1, function -> function.put("scenario", "other computing"));
    assertThat(told()).hasSize(4).contains("computing: java", "other computing: python");
  }

  @Test
  void theBaselineIsChosenInsideItsScenarioAndTheOthersKeepTheirFirst() throws Exception {
    List<Experiment> all = scenarios(Optional.of("table-python"));
    assertThat(all).extracting(Experiment::baseline).containsExactly("java", "table-python");
    assertThat(all.get(1).functions().get(0).label()).isEqualTo("table-python");
  }

  @Test
  void ratiosAreTakenInsideOneOnlyAndCorrectedWithThoseOfTheOthers() throws Exception {
    JsonNode all = json().path("experiments");
    assertThat(all).hasSize(2);
    assertThat(pairs(all.get(0))).containsOnly("python/java");
    assertThat(pairs(all.get(1))).containsOnly("table-python/table-java");
    // Cold, warm and the bill, of each scenario.
    assertThat(all.findValuesAsText("verdicts")).containsExactly("6", "6");
    // Of three alone the least would be multiplied by three at most.
    assertThat(
            all.valueStream()
                .flatMap(each -> each.path("comparisons").valueStream())
                .mapToDouble(each -> each.at("/holm").asDouble() / each.at("/pValue").asDouble())
                .max()
                .orElseThrow())
        .isGreaterThan(3.9);
  }

  private static List<String> pairs(JsonNode experiment) {
    return experiment
        .path("comparisons")
        .valueStream()
        .map(each -> each.path("function").asText() + "/" + each.path("baseline").asText())
        .toList();
  }

  private JsonNode json() throws Exception {
    return new JsonMapper().readTree(Reported.in(new JsonReport(), results));
  }

  @Test
  void eachTrialIsTheScenariosOwnInJsonAndEachCallIsOnceInCsv() throws Exception {
    JsonNode all = json().path("experiments");
    assertThat(all.findValuesAsText("scenario")).containsExactly("computing", "calling a service");
    assertThat(all.get(0).path("trials")).hasSize(20);
    assertThat(all.get(1).path("trials").findValuesAsText("function"))
        .hasSize(20)
        .allMatch(label -> label.startsWith("table-"));
    List<String> csv = Reported.in(new CsvReport(), results).lines().toList();
    assertThat(csv).hasSize(1 + 4 * 10 * 6);
    assertThat(csv.get(0)).endsWith(",request_id,scenario");
    assertThat(csv)
        .filteredOn(line -> line.contains(",table-java,"))
        .hasSize(60)
        .allMatch(line -> line.endsWith(",calling a service"));
  }

  @Test
  void theFibonacciNumberIsToldOfThoseThatComputeItOnly() throws Exception {
    assertThat(terminal(false).replaceAll("\\s+", " "))
        .contains("n = 40 (the Fibonacci number that those without an event of their own compute)");
    for (int i : List.of(0, 1)) {
      edit(run, i, function -> function.put("event", EVENT));
    }
    assertThat(terminal(true)).doesNotContain("n = 40");
  }

  @Test
  void theTerminalEndsWithAllOfThemBesideEachOtherAndTheVerdictOfEach() throws Exception {
    String text = terminal(true);
    assertThat(text)
        .containsOnlyOnce("Measured on this machine")
        .containsOnlyOnce("would have cost");
    assertThat(text.substring(text.lastIndexOf("Scenarios")))
        .containsPattern("computing: native Java +1\\.\\d+ ms")
        .containsPattern("calling a service: table-python +[\\d.]+ ms")
        .containsSubsequence(
            "computing:\n",
            "native Java's cold start is",
            "calling a service:\n",
            "table-java's cold start is");
    assertThat(text).doesNotContain("table-java's cold start is 40", "different work");
    assertThat(terminal(false)).contains("Scenario: computing", "Scenario: calling a service");
  }

  private String terminal(boolean details) throws Exception {
    return Reported.in(new TerminalReport(new Screen(120, false), details, List.of()), results);
  }

  @Test
  void markdownTellsThemApart() throws Exception {
    assertThat(Reported.in(new MarkdownReport(), results))
        .containsOnlyOnce("## Measured on this machine")
        .containsOnlyOnce("would have cost")
        .contains("- **calling a service: table-java's cold start is")
        .containsSubsequence(
            "#### Scenarios", "| computing: native Java |", "### Scenario: calling a service");
  }

  @Test
  void aRunOfOneScenarioSaysNothingOfScenarios() throws Exception {
    WrittenRun.usual(results.resolve("one"), "one");
    for (ReportFormat<List<Findings>> format :
        List.of(new MarkdownReport(), new TerminalReport(new Screen(80, false), true, List.of()))) {
      assertThat(Reported.in(format, results.resolve("one")))
          .doesNotContainIgnoringCase("scenario");
    }
  }

  @Test
  void whatIsMissingIsToldOnceAndNotHeldAgainstOtherWork() throws Exception {
    run.fail("table-python", 128, 4, "WrongAnswer", "no such item");
    assertThat(terminal(true)).containsOnlyOnce("WrongAnswer: no such item");
    JsonNode all = json().path("experiments");
    assertThat(all.at("/0/cells/1/measured").asInt()).isEqualTo(10);
    assertThat(all.at("/1/cells/1/measured").asInt()).isEqualTo(9);
  }

  @Test
  void aPlanHasThePairsOfEveryScenarioAndAllTheirVerdicts() throws Exception {
    List<Planned> planned = Planned.of(ResultsFolder.open(results).readLast());
    assertThat(planned).extracting(Planned::function).contains("python", "table-python");
    assertThat(planned)
        .extracting(Planned::verdicts)
        .containsOnly(
            Findings.of(scenarios(Optional.empty()), Pricing.USUAL, Margin.USUAL).get(0).judged());
  }

  @Test
  void publishedFiguresStandBesideComputingOnly() throws Exception {
    JsonNode all = json().path("experiments");
    assertThat(all.at("/0/published/0/shown").asBoolean()).isTrue();
    assertThat(all.at("/1/published/0/shown").asBoolean()).isFalse();
  }
}
