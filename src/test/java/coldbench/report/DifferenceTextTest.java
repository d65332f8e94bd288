package coldbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coldbench.analysis.Figure;
import coldbench.analysis.Findings;
import coldbench.results.WrittenRun;
import coldbench.results.WrittenRun.Function;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a layer, a library or a variable costs: two functions that are alike but for that. */
class DifferenceTextTest {
  @TempDir private Path results;

  private Findings findings(double initMs) throws Exception {
    new WrittenRun(
        results,
        "a",
        List.of(new Function("plain", 40, 6, 3), new Function("layered", initMs, 6, 3)),
        List.of(128),
        20,
        5);
    Path run = results.resolve("runs/a/run.json");
    JsonNode json = JsonMapper.builder().build().readTree(run.toFile());
    ((ObjectNode) json.path("functions").path(1)).put("like", "plain");
    Files.writeString(run, json.toString());
    return Reported.findings(results);
  }

  @Test
  void whatAPairDiffersInIsToldInMillisecondsAndPercentWithItsInterval() throws Exception {
    DifferenceText text = new DifferenceText(findings(82));

    assertThat(text.coldStarts(128))
        .singleElement()
        .asString()
        .matches(
            "layered adds 4\\d(\\.\\d)? ms to plain's cold start"
                + " \\([34]\\d(\\.\\d)?–[45]\\d(\\.\\d)?, 95 %\\): \\+\\d\\d %"
                + " \\(\\+\\d\\d to \\+\\d+ %\\)");
    assertThat(text.all(128))
        .hasSize(4)
        .anySatisfy(
            sentence ->
                assertThat(sentence)
                    .startsWith("layered is not shown to add anything to plain's warm call (−"));
  }

  @Test
  void aFunctionThatIsFasterTakesMillisecondsOff() throws Exception {
    assertThat(new DifferenceText(findings(20)).coldStarts(128).get(0))
        .matches(
            "layered takes \\d+(\\.\\d)? ms off plain's cold start \\(\\d.*, 95 %\\): −4\\d % .*");
  }

  @Test
  void theJsonReportHasThePairsFiguresUnderDifference() throws Exception {
    JsonNode differences =
        new JsonReport().of(List.of(findings(82))).at("/experiments/0/difference");

    assertThat(differences).hasSize(4);
    JsonNode cold = differences.path(0);
    assertThat(cold.path("function").asText()).isEqualTo("layered");
    assertThat(cold.path("like").asText()).isEqualTo("plain");
    assertThat(cold.path("figure").asText()).isEqualTo("coldMs");
    assertThat(cold.path("ms").asDouble()).isCloseTo(42, within(8.0));
    assertThat(cold.path("interval").path(0).asDouble()).isLessThan(cold.path("ms").asDouble());
    assertThat(cold.path("interval").path(1).asDouble()).isGreaterThan(cold.path("ms").asDouble());
    assertThat(cold.path("percent").asDouble()).isCloseTo(91, within(20.0));
    assertThat(cold.path("shown").asBoolean()).isTrue();
  }

  @Test
  void theRatioInADifferenceIsThatOfItsVerdict() throws Exception {
    Findings findings = findings(400);
    String ratio =
        new RatioText(findings.verdict(Figure.COLD, "layered", "plain", 128).orElseThrow().ratio())
            .whole();
    assertThat(new DifferenceText(findings).coldStarts(128).get(0))
        .endsWith(": " + ratio + " of it");
  }

  @Test
  void whatATerminalAndAPageEndWithIsNotSaidBefore() throws Exception {
    String sentence = new DifferenceText(findings(82)).coldStarts(128).get(0);
    assertThat(Reported.in(new TerminalReport(new Screen(400, false), true, List.of()), results))
        .containsOnlyOnce(sentence)
        .contains("layered adds ");
    assertThat(Reported.in(new HtmlReport(), results))
        .containsOnlyOnce(sentence.substring(0, sentence.lastIndexOf(" (")));
  }

  @Test
  void functionsThatAreLikeNoOtherAreInNoPair() throws Exception {
    Findings findings = findings(82);
    assertThat(findings.differences(128)).allMatch(each -> each.baseline().equals("plain"));
  }
}
