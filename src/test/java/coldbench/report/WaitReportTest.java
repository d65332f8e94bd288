package coldbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coldbench.results.WrittenRun;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the caller waits for, in every kind of report. */
class WaitReportTest {
  @TempDir Path results;
  private WrittenRun run;

  @BeforeEach
  void aRun() {
    run = WrittenRun.usual(results, "night");
  }

  private String terminal(boolean details) throws Exception {
    return Reported.in(new TerminalReport(new Screen(200, false), details, List.of()), results);
  }

  private void makeAhead(int round) {
    WrittenRun.edit(
        run.trial("python", 128, round),
        json -> ((ObjectNode) json.get("cold")).put("waitMs", 20 + 6));
  }

  @Test
  void theTerminalSaysWithAllDetailsWhichPartLiesOutsideTheReportLine() throws Exception {
    assertThat(terminal(false)).doesNotContain("REPORT line says", "made ahead");
    assertThat(terminal(true))
        .containsPattern(
            "The caller of a cold python waits 1[12]\\.\\d\\d ms more than its REPORT line says"
                + " \\(1[012]\\.\\d\\d–1[234]\\.\\d\\d, 95 %\\)")
        .contains("Wall time of a call, as the state machine saw it", "outside the REPORT line ms")
        .containsOnlyOnce("That is what this machine takes to make a sandbox");
  }

  @Test
  void aSandboxMadeAheadIsCountedInAllOfThem() throws Exception {
    makeAhead(3);
    makeAhead(7);
    String said =
        "python: 2 of 10 cold starts had a sandbox that was made ahead of the call (proactive"
            + " initialization): their caller did not wait for their init.";

    assertThat(terminal(false)).contains(said);
    assertThat(Reported.in(new MarkdownReport(), results)).contains(said);
    assertThat(Reported.in(new HtmlReport(), results)).contains(said);
    JsonNode experiment = json();
    assertThat(experiment.at("/cells/1/madeAhead").asInt()).isEqualTo(2);
    assertThat(experiment.at("/cells/1/unreportedMs/count").asInt()).isEqualTo(8);
    assertThat(experiment.path("trials")).filteredOn(trial -> trial.has("madeAhead")).hasSize(2);
  }

  @Test
  void jsonAndCsvHaveTheWaitsThemselves() throws Exception {
    JsonNode experiment = json();
    double mean = experiment.at("/cells/0/unreportedMs/mean").asDouble();
    assertThat(mean).isCloseTo(WrittenRun.UNREPORTED_MS, within(2.0));
    assertThat(experiment.at("/cells/0/unreportedMs/low").asDouble()).isLessThan(mean);
    assertThat(experiment.at("/cells/0/figures/coldWaitMs/count").asInt()).isEqualTo(10);
    int wait = WrittenRun.read(run.trial("java", 128, 1)).at("/cold/waitMs").asInt();
    JsonNode trial = experiment.at("/trials/0");
    assertThat(trial.at("/cold/waitMs").asInt()).isEqualTo(wait);
    assertThat(trial.at("/warm/waitMs")).hasSize(5);
    assertThat(Reported.in(new CsvReport(), results).lines().findFirst().orElseThrow())
        .contains(",wait_ms,");
  }

  @Test
  void aRunThatWasMeasuredBeforeSaysNothingOfIt() throws Exception {
    for (String function : List.of("java", "python")) {
      for (int round = 1; round <= 10; round++) {
        WrittenRun.edit(
            run.trial(function, 128, round),
            json ->
                json.findParents("waitMs").forEach(each -> ((ObjectNode) each).remove("waitMs")));
      }
    }

    assertThat(terminal(true)).doesNotContain("waits", "made ahead");
    assertThat(Reported.in(new HtmlReport(), results)).doesNotContain("What the caller waits for");
    assertThat(json().at("/cells/0").has("unreportedMs")).isFalse();
    assertThat(json().at("/trials/0/warm").has("waitMs")).isFalse();
  }

  private JsonNode json() throws Exception {
    return new JsonMapper().readTree(Reported.in(new JsonReport(), results)).at("/experiments/0");
  }
}
