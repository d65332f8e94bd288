package coldbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coldbench.results.WrittenRun;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sandboxes ran on, in every kind of report. */
class SandboxReportTest {
  private static final String OLD = "Intel(R) Xeon(R) Processor @ 2.50GHz";
  private static final String NEW = "AMD EPYC";

  @TempDir Path results;

  /** In every third round Python ran on the other model, where it took so many times as long. */
  private WrittenRun run(int rounds, double slower) {
    WrittenRun run =
        new WrittenRun(results, "night", WrittenRun.JAVA_AND_PYTHON, List.of(128), rounds, 5);
    for (int round = 1; round <= rounds; round++) {
      tell(run, "java", round, OLD, 1);
      boolean other = round % 3 == 0;
      tell(run, "python", round, other ? NEW : OLD, other ? slower : 1);
    }
    return run;
  }

  private static void tell(WrittenRun run, String function, int round, String cpu, double slower) {
    WrittenRun.edit(
        run.trial(function, 128, round),
        json -> {
          json.putObject("sandbox")
              .put("cpu", cpu)
              .put("kernel", "5.10.245-269.978.amzn2.x86_64")
              .put("memoryMb", 182);
          json.get("warm").forEach(call -> scale((ObjectNode) call, slower));
        });
  }

  private static void scale(ObjectNode call, double by) {
    double durationMs = call.get("durationMs").asDouble() * by;
    call.put("durationMs", durationMs).put("billedMs", (int) Math.ceil(durationMs));
  }

  private String terminal() throws Exception {
    return Reported.in(new TerminalReport(new Screen(300, false), false, List.of()), results);
  }

  private JsonNode json() throws Exception {
    return new JsonMapper().readTree(Reported.in(new JsonReport(), results)).at("/experiments/0");
  }

  @Test
  void theReportNamesTheModelsTheKernelAndTheMemory() throws Exception {
    run(12, 1);

    assertThat(terminal())
        .containsPattern(
            "sandboxes +Intel\\(R\\) Xeon\\(R\\) Processor @ 2.50GHz \\(20\\), AMD EPYC \\(4\\);"
                + " kernel 5.10.245-269.978.amzn2.x86_64; 182 MB\n");
  }

  @Test
  void modelsThatDifferAreShownToAndTheirBlocksAreMarked() throws Exception {
    run(21, 1.5);
    String differs = "python's warm call at 128 MB takes 1.5";
    String mixed =
        "At 128 MB native Java and python ran on different processor models in 7 blocks.";

    assertThat(terminal()).contains(differs, " as long on AMD EPYC as on Intel(R) Xeon(R)", mixed);
    assertThat(Reported.in(new MarkdownReport(), results)).contains(differs, mixed);
    assertThat(Reported.in(new HtmlReport(), results))
        .contains(
            "python&#39;s warm call at 128 MB takes 1.5", mixed, "<th scope=\"col\">CPU</th>");
    JsonNode experiment = json();
    assertThat(experiment.at("/processors/1/cpu").asText()).isEqualTo(NEW);
    assertThat(experiment.at("/processors/1/trials").asInt()).isEqualTo(7);
    assertThat(experiment.path("processorDifferences"))
        .hasSize(2)
        .filteredOn(each -> each.path("figure").asText().equals("warmMs"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.path("shown").asBoolean()).isTrue();
              assertThat(each.path("ratio").asDouble()).isCloseTo(1.5, within(0.1));
              assertThat(each.path("holm").asDouble())
                  .isGreaterThanOrEqualTo(each.path("pValue").asDouble());
            });
    assertThat(experiment.path("comparisons"))
        .allSatisfy(each -> assertThat(each.path("mixedBlocks").asInt()).isEqualTo(7));
    assertThat(experiment.at("/trials/0/sandbox/memoryMb").asInt()).isEqualTo(182);
  }

  @Test
  void modelsThatDoNotDifferAreSaidNotToBeShownTo() throws Exception {
    run(21, 1);
    assertThat(terminal()).contains("No difference between the processor models is shown.");
  }

  @Test
  void fewTrialsOnAModelAreNoTest() throws Exception {
    run(9, 1.5);
    assertThat(terminal()).contains("too few on each to test whether they differ");
    assertThat(json().path("processorDifferences")).isEmpty();
  }

  @Test
  void aFunctionThatDoesNotTellIsNamed() throws Exception {
    WrittenRun run = run(6, 1);
    for (int round = 1; round <= 6; round++) {
      WrittenRun.edit(run.trial("python", 128, round), json -> json.remove("sandbox"));
    }

    assertThat(terminal())
        .contains("Intel(R) Xeon(R) Processor @ 2.50GHz (6); kernel", "; not told by python")
        .doesNotContain("processor models");
  }

  @Test
  void aRunThatWasMeasuredBeforeSaysNothingOfIt() throws Exception {
    WrittenRun.usual(results, "night");

    assertThat(terminal()).doesNotContain("sandboxes", "processor");
    assertThat(json().path("processors")).isEmpty();
    assertThat(Reported.in(new HtmlReport(), results)).doesNotContain("<th scope=\"col\">CPU</th>");
  }

  @Test
  void aRestoreIsSaidToBeTheWorstCase() throws Exception {
    new WrittenRun(
        results,
        "snapshots",
        List.of(new WrittenRun.Function("snap-python", 400, 6, 3.4)),
        List.of(128),
        5,
        1);

    assertThat(terminal()).contains("each sample its first restore: the worst case");
    assertThat(Reported.in(new MarkdownReport(), results))
        .contains(
            "SnapStart: each sample is the first restore of its version", "aws.amazon.com/blogs");
  }
}
