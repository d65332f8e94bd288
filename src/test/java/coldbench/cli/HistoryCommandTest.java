package coldbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.results.WrittenRun;
import coldbench.results.WrittenRun.Function;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** A nightly run in March; each has its own day. */
  private WrittenRun night(int day, double warmMs) {
    return night(day, warmMs, 10, json -> {});
  }

  private WrittenRun night(int day, double warmMs, int rounds, Consumer<ObjectNode> more) {
    WrittenRun run =
        new WrittenRun(
            folder,
            "night-" + day,
            List.of(new Function("java", 1.1, 0.7, warmMs), new Function("python", 45, 6, 3.4)),
            List.of(128),
            rounds,
            5);
    WrittenRun.edit(
        run.folder().resolve("run.json"),
        json -> {
          json.put("startedAt", "2026-03-%02dT03:00:00.000Z".formatted(day));
          more.accept(json);
        });
    return run;
  }

  private static ObjectNode java(ObjectNode run) {
    return (ObjectNode) run.at("/functions/0");
  }

  private int history(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    String[] all = new String[arguments.length + 1];
    all[0] = "history";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
  }

  private int history() {
    return history(folder.toString());
  }

  private JsonNode json() throws Exception {
    assertThat(history(folder.toString(), "--json")).isZero();
    return new JsonMapper().readTree(out.toString());
  }

  private String last() {
    return out.toString().strip().lines().reduce((first, next) -> next).orElseThrow();
  }

  @Test
  void aChangeThatIsShownIsMarkedWithThePackagesBeforeAndAfterIt() {
    night(1, 0.13);
    night(2, 0.13);
    night(3, 0.26, 10, json -> java(json).put("codeSha256", "newer-sha="));
    night(4, 0.26, 10, json -> java(json).put("codeSha256", "newer-sha="));

    assertThat(history()).isZero();

    assertThat(last().replaceAll("\\s+", " ")).endsWith(")");
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains(
            "In night-3 (2026-03-03 03:00) native Java's warm duration at 128 MB was 1.99× what it was"
                + " in night-2; package java-sha → newer-sh (1.")
        .contains("Holm's correction for all 12 verdicts");
    assertThat(out.toString()).containsPattern("2026-03-03 03:00 night-3 .*warm call 1.99×");
    assertThat(out.toString().lines().filter(line -> line.contains("warm call 1.99×"))).hasSize(1);
  }

  @Test
  void aChangeOfTheSamePackageSaysSo() {
    night(1, 0.13);
    night(2, 0.26);

    assertThat(history()).isZero();

    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("what it was in night-1; the same package, java-sha (1.");
  }

  @Test
  void whereNothingChangesThatIsWhatIsSaid() {
    night(1, 0.13);
    night(2, 0.13);
    night(3, 0.13);

    assertThat(history()).isZero();

    assertThat(last()).isEqualTo("No change is shown over 3 runs.");
  }

  @Test
  void oneRunHasNothingToBeComparedWith() {
    night(1, 0.13);

    assertThat(history()).isZero();

    assertThat(last()).isEqualTo("One run: nothing to compare it with yet.");
    assertThat(out.toString()).contains("2026-03-01 03:00 night-1");
  }

  @Test
  void runsStandInTheOrderOfTheirTimeWhateverTheirNamesAre() {
    night(12, 0.13);
    night(9, 0.13);

    history();

    assertThat(out.toString()).containsSubsequence("night-9 ", "night-12 ");
  }

  /** A change from one machine to another is none of the function. */
  @Test
  void runsAtAnotherPlaceOrOfOtherWorkAreATrackOfTheirOwn() throws Exception {
    night(1, 0.13);
    WrittenRun other = night(2, 0.26);
    WrittenRun.edit(
        other.folder().resolve("environment.json"), json -> json.put("cpu", "another CPU"));
    night(3, 0.52, 10, json -> json.put("n", 10));

    assertThat(json().path("tracks")).hasSize(3);
    assertThat(json().path("verdicts").asInt()).isZero();
    history();
    assertThat(last()).isEqualTo("No two of the 3 runs can be compared.");
  }

  @Test
  void aFunctionThatHandlesAnotherEventIsNotComparedWithWhatItWas() throws Exception {
    night(1, 0.13);
    night(2, 0.26, 10, json -> java(json).put("event", "{\"names\": []}"));

    JsonNode track = json().at("/tracks/0");

    assertThat(track.path("changes")).isNotEmpty();
    assertThat(track.path("changes"))
        .allSatisfy(change -> assertThat(change.path("function").asText()).isEqualTo("python"));
    assertThat(track.path("series"))
        .filteredOn(
            series ->
                series.path("function").asText().equals("java")
                    && series.path("figure").asText().equals("warmMs"))
        .hasSize(2);
  }

  @Test
  void jsonHasEveryFigureWithItsIntervalAndEveryVerdictWithBothValues() throws Exception {
    night(1, 0.13);
    night(2, 0.26);

    JsonNode track = json().at("/tracks/0");

    assertThat(track.path("runs")).hasSize(2);
    assertThat(track.path("series").findValuesAsText("figure"))
        .contains(
            "coldMs",
            "warmMs",
            "initMs",
            "firstMs",
            "coldBilledMs",
            "coldMaxMemoryMb",
            "coldWaitMs",
            "unreportedMs")
        .doesNotContain("restoreMs");
    assertThat(track.path("series"))
        .allSatisfy(
            series ->
                assertThat(series.path("points"))
                    .hasSize(2)
                    .allSatisfy(
                        point -> {
                          assertThat(point.path("low").asDouble())
                              .isLessThanOrEqualTo(point.path("value").asDouble());
                          assertThat(point.path("high").asDouble())
                              .isGreaterThanOrEqualTo(point.path("value").asDouble());
                        }));
    assertThat(track.path("changes")).hasSize(4);
    double most = 0;
    for (JsonNode change : track.path("changes")) {
      assertThat(change.path("holm").asDouble())
          .isBetween(change.path("pValue").asDouble(), 4 * change.path("pValue").asDouble() + 1);
      most = Math.max(most, change.path("holm").asDouble());
    }
    assertThat(most).isGreaterThan(0.05);
    assertThat(track.path("changes")).filteredOn(each -> each.path("shown").asBoolean()).hasSize(1);
  }

  @Test
  void tooFewRoundsAreShownAndNotJudged() throws Exception {
    night(1, 0.13, 4, json -> {});
    night(2, 0.26, 4, json -> {});

    assertThat(json().path("verdicts").asInt()).isZero();
    assertThat(json().at("/tracks/0/series/0/points/0").has("low")).isFalse();
  }

  @Test
  void aMarginMayCallWhatIsShownEqual() {
    night(1, 0.13);
    night(2, 0.155);

    history(folder.toString(), "--margin", "1%");
    assertThat(out.toString())
        .contains("In night-2 (2026-03-02 03:00) native Java's warm duration");
    history(folder.toString(), "--margin", "50%");

    assertThat(last()).isEqualTo("No change is shown over 2 runs.");
  }

  @Test
  void thePageIsWholeAndMarkdownHasTheSameSentences() {
    night(1, 0.13);
    night(2, 0.26);
    Path page = folder.resolve("history.html");

    assertThat(history(folder.toString(), "--html", page.toString(), "--markdown")).isZero();

    assertThat(page)
        .content()
        .startsWith("<!doctype html>")
        .contains(
            "<h1 class=\"verdict\">In night-2 (2026-03-02 03:00) native Java&#39;s warm duration")
        .contains("history-0-coldMs", "Every figure of every run")
        .endsWith("</html>\n");
    assertThat(out.toString())
        .startsWith("## History\n\n- **In night-2 (2026-03-02 03:00) native Java's warm duration")
        .contains("#### native Java at 128 MB", "| cold: outside the REPORT line ms |");
  }

  @Test
  void aRunThatCannotBeReadIsNamedAndTheOthersAreShown() throws Exception {
    night(1, 0.13);
    Files.writeString(night(2, 0.13).folder().resolve("run.json"), "{");

    assertThat(history()).isEqualTo(1);

    assertThat(err.toString()).contains("night-2/run.json is not valid JSON");
    assertThat(out.toString()).contains("night-1");
  }

  @Test
  void withoutAnyRunNothingIsShown() {
    assertThat(history(folder.resolve("nothing").toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("nothing does not exist", "no run could be read, expected one at least");
  }

  @Test
  void aRunGivenTwiceIsRefused() {
    Path run = night(1, 0.13).folder();
    assertThat(history(folder.toString(), run.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("the run night-1 is given twice, expected each run once");
  }

  @Test
  void anEnvironmentAndARunAreNotGivenTogether() {
    assertThat(history(folder.toString(), "--env", "dev")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--env dev and RUN " + folder + " are both given, expected one of them");
  }
}
