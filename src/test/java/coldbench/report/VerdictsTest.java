package coldbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.analysis.Experiment;
import coldbench.analysis.Findings;
import coldbench.analysis.Margin;
import coldbench.analysis.Pricing;
import coldbench.results.ResultsFolder;
import coldbench.results.WrittenRun;
import coldbench.results.WrittenRun.Function;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictsTest {
  @TempDir Path results;

  @Test
  void aShownDifferenceSaysWhoIsFasterHowOftenAndHowSure() throws Exception {
    write(10, new Function("java", 1.1, 0.7, 0.13), new Function("python", 45, 6, 3.4));
    assertThat(verdicts().of(128))
        .hasSize(2)
        .allSatisfy(
            sentence ->
                assertThat(sentence)
                    .matches(
                        "native Java's (cold start|warm call) is 2[5-9](\\.\\d)? times faster than"
                            + " python's \\(2\\d(\\.\\d)?–[23]\\d(\\.\\d)?; 10 blocks\\)"));
  }

  @Test
  void theFasterOneIsNamedFirstAlsoWhereItIsNotTheBaseline() throws Exception {
    write(10, new Function("python", 45, 6, 3.4), new Function("java", 1.1, 0.7, 0.13));
    assertThat(verdicts().of(128)).allMatch(sentence -> sentence.startsWith("native Java's"));
  }

  @Test
  void whatCannotBeToldApartSaysHowManyRoundsItWouldTake() throws Exception {
    write(10, new Function("java", 10, 10, 3.4), new Function("other", 10, 11.5, 3.4));
    assertThat(verdicts().of(128).get(0))
        .matches(
            "native Java's and other's cold starts are not distinguishable at this sample size"
                + " \\(other ÷ native Java 0\\.\\d+–1\\.\\d+; 10 blocks\\);"
                + " (about [0-9,]+|some more) rounds would be needed");
  }

  @Test
  void tooFewBlocksGetNoVerdict() throws Exception {
    write(3, new Function("java", 1.1, 0.7, 0.13), new Function("python", 45, 6, 3.4));
    assertThat(verdicts().of(128).get(0))
        .contains("in 3 blocks: too few for a verdict, 5 are needed");
  }

  @Test
  void aRunThatGotSlowerOnItsWaySaysSo() throws Exception {
    WrittenRun run =
        write(20, WrittenRun.JAVA_AND_PYTHON.get(0), WrittenRun.JAVA_AND_PYTHON.get(1));
    assertThat(verdicts().drifts(128)).isEmpty();
    for (int round = 11; round <= 20; round++) {
      WrittenRun.edit(
          run.trial("python", 128, round),
          json -> ((ObjectNode) json.get("cold")).put("initMs", 90).put("billedMs", 100));
    }
    assertThat(verdicts().drifts(128))
        .singleElement()
        .asString()
        .startsWith(
            "Drift: python's cold start moved over the run: the second half's median is 1.9");
  }

  @Test
  void breakEvenNamesTheShareOfColdCallsAtWhichTheChoiceChanges() throws Exception {
    write(10, new Function("jvm", 400, 40, 0.9), new Function("python", 45, 6, 3.4));
    assertThat(new CostSummary(findings()).breakEven(128).get(0))
        .matches(
            "Break-even: jvm costs less while fewer than 0\\.\\d+ % of the calls are cold, python above\\.");
  }

  @Test
  void ofManyFunctionsABreakEvenIsToldOnlyWhereNothingCostsLess() throws Exception {
    write(
        10,
        new Function("jvm", 400, 40, 0.9),
        new Function("dotnet", 300, 30, 1.9),
        new Function("node", 200, 20, 4.4),
        new Function("python", 45, 6, 3.4),
        new Function("ruby", 100, 9, 9.4));
    assertThat(findings().costs().breakEvens(128)).hasSize(8);
    assertThat(new CostSummary(findings()).breakEven(128))
        .allMatch(sentence -> sentence.contains(" costs least of all while fewer than "))
        .first()
        .asString()
        .startsWith("Break-even: jvm costs least of all while fewer than 0.");
    assertThat(new CostSummary(findings()).breakEven(128).toString()).doesNotContain("ruby");
  }

  @Test
  void aRegionWithoutAPriceSaysWhatToGive() throws Exception {
    write(5, new Function("java", 1.1, 0.7, 0.13));
    Pricing elsewhere = new Pricing(Optional.of("cn-north-1"), OptionalDouble.empty(), 0.01);
    assertThat(
            new CostSummary(Findings.of(List.of(experiment()), elsewhere, Margin.USUAL).get(0))
                .runs()
                .get(0))
        .startsWith("No amounts: the prices of cn-north-1 are not known; give --gb-second USD");
  }

  @Test
  void aLocalRunIsPricedAsIfInTheRegionWhosePricesMostOthersShare() throws Exception {
    write(5, new Function("java", 1.1, 0.7, 0.13));
    assertThat(Pricing.USUAL.region(experiment().first())).isEqualTo("us-east-1");
  }

  private WrittenRun write(int rounds, Function... functions) {
    return new WrittenRun(results, "first", List.of(functions), List.of(128), rounds, 5);
  }

  private Findings findings() throws Exception {
    return Reported.findings(results);
  }

  private Verdicts verdicts() throws Exception {
    return new Verdicts(findings());
  }

  private Experiment experiment() throws Exception {
    return Experiment.of(ResultsFolder.open(results).readAll());
  }
}
