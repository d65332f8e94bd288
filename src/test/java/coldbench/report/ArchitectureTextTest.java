package coldbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.analysis.Findings;
import coldbench.results.WrittenRun;
import coldbench.results.WrittenRun.Function;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same function on both processors. */
class ArchitectureTextTest {
  @TempDir private Path results;

  private Findings findings(Function... functions) throws Exception {
    new WrittenRun(results, "a", List.of(functions), List.of(128), 20, 5);
    return Reported.findings(results);
  }

  @Test
  void timesAndPriceOnArm64AreSetAgainstThoseOnX86() throws Exception {
    ArchitectureText text =
        new ArchitectureText(
            findings(
                new Function("java-arm64", 1, 0.7, 60), new Function("java-x86-64", 2, 1.4, 60)));

    assertThat(text.all(128))
        .satisfiesExactly(
            cold ->
                assertThat(cold)
                    .startsWith("native Java on arm64's cold start is ")
                    .contains(" times faster than native Java on x86_64's ("),
            warm -> assertThat(warm).contains("warm call"),
            price ->
                assertThat(price)
                    .matches(
                        "native Java on arm64's price \\(estimate\\) is 0\\.9\\d* times native Java on x86_64's"
                            + " \\(0\\.9.*; a million calls, 1 % cold\\)"));
  }

  @Test
  void eachPairIsJudgedOnceWithAllOtherVerdictsAndStandsInJson() throws Exception {
    Findings findings =
        findings(
            new Function("java-arm64", 1, 0.7, 0.2),
            new Function("java-x86-64", 2, 1.4, 0.2),
            new Function("own-arm64", 40, 6, 3),
            new Function("own-x86-64", 40, 6, 3));

    JsonNode experiment = new JsonReport().of(List.of(findings)).at("/experiments/0");

    // Four functions are ranked, each set against each: cold, warm, memory and price.
    assertThat(experiment.path("verdicts").asInt()).isEqualTo(24);
    JsonNode pairs = experiment.path("architectures");
    assertThat(pairs).hasSize(2);
    JsonNode java = pairs.get(0);
    assertThat(java.path("function").asText()).isEqualTo("java");
    assertThat(java.path("arm64").asText()).isEqualTo("java-arm64");
    assertThat(java.path("x86_64").asText()).isEqualTo("java-x86-64");
    assertThat(java.at("/coldMs/ratio").asDouble()).isBetween(0.4, 0.6);
    assertThat(java.at("/coldMs/shown").asBoolean()).isTrue();
    assertThat(java.at("/coldMs/low").asDouble()).isLessThan(java.at("/coldMs/high").asDouble());
    assertThat(pairs.get(1).at("/coldMs/shown").asBoolean()).isFalse();
    assertThat(java.at("/dollarsPerMillionCalls/ratio").asDouble()).isBetween(0.7, 1.0);
  }

  @Test
  void aPairThatIsNotTheBaselinesHasAVerdictToo() throws Exception {
    Findings findings =
        findings(
            new Function("bare", 1, 0.7, 0.2),
            new Function("own-arm64", 40, 6, 3),
            new Function("own-x86-64", 80, 6, 3));

    assertThat(findings.judged())
        .as("two pairs with the baseline, and the processors: cold, warm and the bill")
        .isEqualTo(9);
    assertThat(new ArchitectureText(findings).all(128).get(0))
        .startsWith("own-arm64's cold start is ")
        .contains(" times faster than own-x86-64's (");
  }

  @Test
  void aPriceThatMayBeTheSameIsSaidToBe() throws Exception {
    ArchitectureText text =
        new ArchitectureText(
            findings(
                new Function("own-arm64", 40, 75, 60), new Function("own-x86-64", 40, 60, 48)));

    assertThat(text.all(128).get(2))
        .matches(
            "own-x86-64's and own-arm64's prices \\(estimate\\) are not distinguishable"
                + " \\(own-arm64 ÷ own-x86-64 0\\.9\\d*–1\\.\\d+; a million calls, 1 % cold\\)");
  }

  @Test
  void markdownAndThePageHaveThemToo() throws Exception {
    findings(new Function("java-arm64", 1, 0.7, 0.2), new Function("java-x86-64", 2, 1.4, 0.2));

    assertThat(Reported.in(new MarkdownReport(), results))
        .contains("- native Java on arm64's cold start is ", "- native Java on arm64's price ");
    assertThat(Reported.in(new HtmlReport(), results))
        .contains("<h2>Arm64 and x86_64</h2>", "native Java on arm64&#39;s price (estimate) is ");
  }

  @Test
  void functionsOfOneProcessorHaveNone() throws Exception {
    assertThat(
            new ArchitectureText(
                    findings(new Function("java", 1, 1, 1), new Function("own-arm64", 1, 1, 1)))
                .all(128))
        .isEmpty();
    assertThat(Reported.in(new HtmlReport(), results)).doesNotContain("Arm64 and x86_64");
  }
}
