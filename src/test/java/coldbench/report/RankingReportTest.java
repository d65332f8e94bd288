package coldbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coldbench.analysis.Experiments;
import coldbench.analysis.Findings;
import coldbench.analysis.Margin;
import coldbench.analysis.Planned;
import coldbench.analysis.Pricing;
import coldbench.results.ResultsFolder;
import coldbench.results.WrittenRun;
import coldbench.results.WrittenRun.Function;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingReportTest {
  private static final List<Function> FIVE =
      List.of(
          new Function("java", 10, 10, 3.4),
          new Function("alike", 10, 10, 3.4),
          new Function("python", 45, 6, 3.4),
          new Function("zig", 5, 1, 0.5),
          new Function("jvm", 300, 40, 0.9));

  @TempDir Path results;

  @BeforeEach
  void aRunOfFiveFunctions() {
    new WrittenRun(results, "five", FIVE, List.of(128), 12, 5);
  }

  @Test
  void manyFunctionsAreSortedAndThoseThatCannotBeToldApartShareALetter() throws Exception {
    JsonNode cold = json(Optional.empty()).at("/rankings/0");
    assertThat(cold.get("by").asText()).isEqualTo("cold");
    assertThat(cold.get("reference").asText()).isEqualTo("zig");
    assertThat(cold.at("/places").findValuesAsText("letters"))
        .containsExactly("a", "b", "b", "c", "d");
    assertThat(cold.at("/places/0/function").asText()).isEqualTo("zig");
    assertThat(cold.at("/places/0").has("ratio")).isFalse();
    assertThat(cold.at("/places/4/function").asText()).isEqualTo("jvm");
    assertThat(cold.at("/places/4/ratio").asDouble()).isBetween(50.0, 65.0);
    assertThat(json(Optional.empty()).get("rankings").findValuesAsText("by"))
        .containsExactly("cold", "warm", "memory", "price");
  }

  @Test
  void memoryAndPriceHaveTheirLettersAndIntervalsToo() throws Exception {
    JsonNode rankings = json(Optional.empty()).get("rankings");
    JsonNode memory = rankings.get(2).get("places");
    assertThat(memory.findValuesAsText("function"))
        .containsExactly("java", "alike", "python", "zig", "jvm");
    assertThat(memory.findValuesAsText("letters")).containsExactly("a", "b", "b", "b", "b");
    assertThat(memory.get(1).get("ratio").asDouble())
        .as("18 MB by 3 MB")
        .isCloseTo(6, within(1e-9));
    JsonNode price = rankings.get(3).get("places");
    assertThat(price.get(0).get("function").asText()).isEqualTo("zig");
    assertThat(price.findValuesAsText("letters")).containsExactly("a", "b", "b", "bc", "c");
    assertThat(price.get(1).get("low").asDouble())
        .isLessThan(price.get(1).get("ratio").asDouble())
        .isLessThan(price.get(1).get("high").asDouble());
  }

  @Test
  void everyOutputHasTheLettersOfMemoryAndPrice() throws Exception {
    StringWriter terminal = new StringWriter();
    new TerminalReport(new Screen(80, false), true, List.of())
        .write(List.of(findings(Optional.empty())), terminal);
    assertThat(terminal.toString().lines()).allMatch(line -> line.length() <= 80);
    assertThat(terminal.toString())
        .containsPattern("1 native Java +3 MB +a ")
        .containsPattern("2 alike +18 MB +b +█+ +6\\.00×")
        .containsPattern("1 zig +\\$0\\.\\d+ +a ");
    assertThat(Reported.in(new MarkdownReport(), results))
        .containsPattern("\\| 1 native Java \\| 3 MB \\| a \\|");
    Findings findings = findings(Optional.empty());
    assertThat(new Tiles(findings, 128, List.of(findings)).all())
        .hasSize(4)
        .allSatisfy(
            tile ->
                assertThat((List<?>) tile.get("bars"))
                    .allSatisfy(
                        bar -> assertThat(((Map<?, ?>) bar).get("letters")).isNotEqualTo("")));
  }

  @Test
  void aPlanCountsTheVerdictsThatTheReportGives(@TempDir Path other) throws Exception {
    assertThat(plannedVerdicts(results)).isEqualTo(Reported.findings(results).judged());
    new WrittenRun(other, "sizes", FIVE.subList(0, 3), List.of(128, 256, 512), 6, 2);
    assertThat(plannedVerdicts(other)).isEqualTo(Reported.findings(other).judged());
    Path cold = other.resolve("cold");
    new WrittenRun(cold, "cold", FIVE, List.of(128), 6, 0);
    assertThat(plannedVerdicts(cold)).isEqualTo(Reported.findings(cold).judged());
  }

  private static int plannedVerdicts(Path folder) throws Exception {
    return Planned.of(ResultsFolder.open(folder).readLast()).get(0).verdicts();
  }

  @Test
  void intervalsAreAgainstTheBaselineThatWasChosen() throws Exception {
    JsonNode cold = json(Optional.of("python")).at("/rankings/0");
    assertThat(cold.get("reference").asText()).isEqualTo("python");
    assertThat(cold.at("/places/0/ratio").asDouble()).isLessThan(0.2);
  }

  @Test
  void everyVerdictHasItsCorrectedValueAndTheCorrectionIsOverAllPairs() throws Exception {
    JsonNode experiment = json(Optional.empty());
    assertThat(experiment.get("verdicts").asInt()).isEqualTo(5 * 4 / 2 * 4);
    assertThat(experiment.get("comparisons")).hasSize(4 * 2);
    for (JsonNode each : experiment.get("comparisons")) {
      assertThat(each.get("holm").asDouble()).isGreaterThanOrEqualTo(each.get("pValue").asDouble());
      assertThat(each.get("holmLow").asDouble()).isLessThanOrEqualTo(each.get("low").asDouble());
      assertThat(each.get("holmHigh").asDouble())
          .isGreaterThanOrEqualTo(each.get("high").asDouble());
      assertThat(each.get("shown").asBoolean()).isEqualTo(each.get("holm").asDouble() < 0.05);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 200})
  void theRankingFitsItsScreenAndTakesThePlaceOfSentences(int columns) throws Exception {
    StringWriter out = new StringWriter();
    new TerminalReport(new Screen(columns, false), false, List.of())
        .write(List.of(findings(Optional.empty())), out);
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= columns);
    assertThat(out.toString())
        .contains("1 zig", "5 jvm", "Fastest cold start: zig,")
        .doesNotContain("times faster than");
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("40 verdicts are given together")
        .contains("Functions that share a letter are not distinguishable");
  }

  @Test
  void markdownHasTheRankingsToo() throws Exception {
    assertThat(Reported.in(new MarkdownReport(), results))
        .contains("#### Cold start\n", "| 1 zig |", "#### Warm call\n", "| letters |");
  }

  @Test
  void threeFunctionsKeepTheirSentences(@TempDir Path few) throws Exception {
    new WrittenRun(few, "three", FIVE.subList(0, 3), List.of(128), 12, 5);
    Findings findings = Reported.findings(few);
    assertThat(findings.ranked()).isFalse();
    assertThat(findings.judged()).as("cold, warm and the bill").isEqualTo(2 * 3);
    assertThat(new Verdicts(findings).of(128))
        .anyMatch(sentence -> sentence.contains("times faster than"))
        .anyMatch(sentence -> sentence.contains("are equal within 10 %"));
  }

  @Test
  void aMarginInMillisecondsIsOneOfDifferences(@TempDir Path few) throws Exception {
    new WrittenRun(few, "three", FIVE.subList(0, 3), List.of(128), 12, 5);
    Findings findings =
        Findings.of(
                List.of(Reported.findings(few).experiment()),
                Pricing.USUAL,
                new Margin.Milliseconds(60))
            .get(0);
    assertThat(new Verdicts(findings).of(128))
        .allMatch(sentence -> sentence.contains("are equal within 60 ms ("))
        .anyMatch(
            sentence -> sentence.matches(".*python − native Java 2\\d\\.\\d+ to 4\\d\\.\\d+ ms.*"));
  }

  @Test
  void aSweepLeadsWithTheSizeThatIsRecommended(@TempDir Path sweep) throws Exception {
    new WrittenRun(
        sweep, "sweep", List.of(new Function("python", 45, 6, 300)), List.of(128, 512, 1769), 8, 5);
    Findings findings = Reported.findings(sweep);
    assertThat(new Headlines(findings).all().get(0))
        .startsWith("python: 1,769 MB of memory recommended (");
    assertThat(Reported.in(new MarkdownReport(), sweep))
        .containsPattern("\\| python \\| 1,769 MB \\| [0-9.]+ \\| \\$[0-9.]+ \\| [0-9,]+ MB \\|");
    JsonNode size = new JsonMapper().readTree(Reported.in(new JsonReport(), sweep));
    assertThat(size.at("/experiments/0/recommendations/0/sizes").findValuesAsText("memoryMb"))
        .containsExactly("128", "512", "1769");
  }

  @Test
  void twentyFunctionsAreEachSetAgainstEach(@TempDir Path many) throws Exception {
    List<Function> twenty =
        IntStream.range(0, 20).mapToObj(i -> new Function("f" + i, 1 + i, 0.7, 0.13)).toList();
    new WrittenRun(many, "many", twenty, List.of(128), 10, 2);
    Findings findings = Reported.findings(many);
    assertThat(findings.judged()).isEqualTo(20 * 19 / 2 * 4);
    assertThat(new RankingTable(findings).rankings(128)).hasSize(4);
  }

  private JsonNode json(Optional<String> baseline) throws Exception {
    StringWriter out = new StringWriter();
    new JsonReport().write(List.of(findings(baseline)), out);
    return new JsonMapper().readTree(out.toString()).at("/experiments/0");
  }

  private Findings findings(Optional<String> baseline) throws Exception {
    return Findings.of(
            Experiments.of(ResultsFolder.open(results).readAll(), baseline),
            Pricing.USUAL,
            Margin.USUAL)
        .get(0);
  }
}
