package coldbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coldbench.results.WrittenRun;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page holds of very many calls, and that one of few holds all. */
class ThinningTest {
  @TempDir private Path folder;

  @Test
  void aPageOfFewCallsHoldsAllOfThem() throws Exception {
    WrittenRun.usual(folder, "few");

    JsonNode page = data(Reported.in(new HtmlReport(), folder));

    assertThat(page).isEqualTo(new JsonMapper().readTree(Reported.in(new JsonReport(), folder)));
  }

  @Test
  void aPageOfVeryManyCallsHoldsSomeAndSaysWhichAndItsFiguresAreOfAll() throws Exception {
    new WrittenRun(folder, "many", WrittenRun.JAVA_AND_PYTHON, List.of(128), 30, 1_000);

    String text = Reported.in(new HtmlReport(), folder);
    JsonNode all =
        new JsonMapper().readTree(Reported.in(new JsonReport(), folder)).at("/experiments/0");
    JsonNode held = data(text).at("/experiments/0");

    assertThat(text)
        .contains(
            "Of 60,060 calls the marks in the charts of samples are those of every round and of one"
                + " warm call in 2. All figures are of all calls.",
            "coldbench report --csv FILE")
        .doesNotContain("data:text/csv", "Every sample is a mark")
        .hasSizeLessThan(3_000_000);
    assertThat(held.path("trials")).hasSize(60);
    JsonNode warm = held.at("/trials/0/warm");
    JsonNode durations = all.at("/trials/0/warm/durationMs");
    assertThat(warm.path("durationMs")).hasSize(500);
    assertThat(warm.at("/durationMs/1")).isEqualTo(durations.get(2));
    double sum = 0;
    for (JsonNode duration : durations) {
      sum += duration.asDouble();
    }
    assertThat(warm.path("meanMs").asDouble()).isCloseTo(sum / 1_000, within(1e-9));
    assertThat(held.path("cells")).isEqualTo(all.path("cells"));
    assertThat(held.path("comparisons")).isEqualTo(all.path("comparisons"));
  }

  /** In thousands of trials some rounds stand for all, with every function of each. */
  @Test
  void ofVeryManyTrialsWholeRoundsAreHeld() throws Exception {
    new WrittenRun(folder, "long", WrittenRun.JAVA_AND_PYTHON, List.of(128, 512), 1_250, 10);

    String text = Reported.in(new HtmlReport(), folder);
    JsonNode trials = data(text).at("/experiments/0/trials");

    assertThat(text).contains("those of one round in 2 and of every warm call.");
    assertThat(trials).hasSize(2_500);
    for (JsonNode trial : trials) {
      assertThat(trial.path("round").asInt() % 2).isEqualTo(1);
      assertThat(trial.at("/warm/durationMs")).hasSize(10);
    }
  }

  @Test
  void warmCallsAreToldByTheirPlaceInTheSandbox() throws Exception {
    WrittenRun run =
        new WrittenRun(folder, "slow", WrittenRun.JAVA_AND_PYTHON, List.of(128), 5, 20);
    WrittenRun.edit(
        run.trial("java", 128, 3),
        json -> {
          json.withObject("/warm/16").put("durationMs", 900).put("billedMs", 900);
        });

    JsonNode course =
        new JsonMapper()
            .readTree(Reported.in(new JsonReport(), folder))
            .at("/experiments/0/cells/0/warmCourse");

    assertThat(course).hasSize(20);
    assertThat(course.at("/16/firstCall").asInt()).isEqualTo(17);
    assertThat(course.at("/16/slowestCall").asInt()).isEqualTo(17);
    assertThat(course.at("/16/max").asDouble()).isEqualTo(900);
    assertThat(course.at("/16/p50").asDouble()).isLessThan(1);
  }

  @Test
  void ofFewWarmCallsTheOrderIsNotTold() throws Exception {
    WrittenRun.usual(folder, "few");

    assertThat(Reported.in(new JsonReport(), folder)).doesNotContain("warmCourse");
    assertThat(Reported.in(new HtmlReport(), folder)).doesNotContain("canvas id=\"course");
  }

  private static JsonNode data(String page) throws Exception {
    int from = page.indexOf('>', page.indexOf("id=\"data\"")) + 1;
    return new JsonMapper().readTree(page.substring(from, page.indexOf("</script>", from)));
  }
}
