package coldbench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldbench.analysis.Experiment;
import coldbench.analysis.Figure;
import coldbench.analysis.Place;
import coldbench.analysis.Run;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultsFolderTest {
  @TempDir Path results;
  private WrittenRun written;
  private Path trial;

  @BeforeEach
  void aRun() {
    written = WrittenRun.usual(results, "first");
    trial = written.trial("java", 128, 3);
  }

  @Test
  void aWholeRunIsReadWithoutAMisfitAndIsComplete() throws Exception {
    Run run = read();
    assertThat(run.misfits()).isEmpty();
    assertThat(run.complete()).isTrue();
    assertThat(run.measured()).isEqualTo(20).isEqualTo(run.planned());
    assertThat(run.place()).isInstanceOf(Place.Local.class);
  }

  @Test
  void aRunUntilAPrecisionIsCompleteWithTheRoundsThatItNeeded() throws Exception {
    WrittenRun.edit(written.folder().resolve("run.json"), run -> run.put("until", 5));
    written.endPrecise(7);
    Run run = read();
    assertThat(run.misfits()).isEmpty();
    assertThat(run.complete()).isTrue();
    assertThat(run.planned()).isEqualTo(14);
    assertThat(run.ending().orElseThrow().precision().orElseThrow().reached()).isTrue();
  }

  @Test
  void aRunWithoutAnEnvironmentWasMeasuredOnLambdaInItsRegion() throws Exception {
    Files.delete(written.folder().resolve("environment.json"));
    assertThat(read().place()).isEqualTo(new Place.Deployed("eu-central-1"));
  }

  @Test
  void aRunWhoseEnvironmentIsBrokenIsNotTakenForOneOnLambda() throws Exception {
    Files.writeString(written.folder().resolve("environment.json"), "{\"cpu\":");
    Run run = read();
    assertThat(run.place()).isEqualTo(new Place.Unknown());
    assertThat(run.misfits())
        .singleElement()
        .asString()
        .contains("environment.json: is not valid JSON");
  }

  @Test
  void anInterruptedRunIsReadableAndCounted() throws Exception {
    Files.delete(written.folder().resolve("summary.json"));
    for (int round = 6; round <= 10; round++) {
      Files.delete(written.trial("python", 128, round));
    }
    Run run = read();
    assertThat(run.complete()).isFalse();
    assertThat(run.ending()).isEmpty();
    assertThat(run.measured()).isEqualTo(15);
    assertThat(run.missing()).isEqualTo(5);
    assertThat(run.misfits()).isEmpty();
  }

  @Test
  void aRunInterruptedBeforeItsFirstTrialIsReadable() throws Exception {
    Files.delete(written.folder().resolve("summary.json"));
    try (var files = Files.walk(written.folder().resolve("trials"))) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
    assertThat(read().missing()).isEqualTo(20);
  }

  @Test
  void aFailedTrialKeepsItsErrorAndIsNotCounted() throws Exception {
    written.fail("java", 128, 3, "NeverCold", "the last answer is stale, expected cold");
    Run run = read();
    assertThat(run.measured()).isEqualTo(19);
    assertThat(run.failed())
        .singleElement()
        .satisfies(
            failed -> assertThat(failed.failure().orElseThrow().name()).isEqualTo("NeverCold"));
    assertThat(
            Experiment.of(List.of(run)).cell("java", 128).spread(Figure.COLD).orElseThrow().count())
        .isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /run             | '"second"'   | run is second, expected first
          /function        | '"python"'   | function is python, expected java
          /memoryMb        | 256              | memoryMb is 256, expected 128
          /round           | 4                | round is 4, expected 3
          /status          | '"failed"'   | status is failed, expected complete
          /attempts        | -1               | attempts is -1, expected a whole number from 0 to 999
          /cold            | 17               | cold is 17, expected an object
          /warm            | '[]'             | the number of warm calls is 0, expected 5
          /warm            | '{}'             | warm is {}, expected an array of objects
          /discarded       | null             | discarded is null, expected an array of objects
          /forcedAt        | '"yesterday"' | forcedAt is "yesterday", expected a time such as
          /cold/durationMs | '"0.71"'     | cold.durationMs is "0.71", expected a number from 0
          /cold/durationMs | -0.71            | cold.durationMs is -0.71, expected a number from 0
          /cold/durationMs | 71               | cold.billedMs is 2.0, expected at least its durationMs, 71.0
          /cold/initMs     | null             | cold.initMs is null, expected a number from 0
          /warm/2/initMs   | 1.5              | warm[2].initMs is there, a warm call has none
          /warm/2/restoreMs | 1.5             | warm[2].restoreMs is there, a warm call has none
          /cold/restoreMs  | 1.5              | cold.initMs and cold.restoreMs are there, a cold call has one
          /cold/restoreMs  | -1               | cold.restoreMs is -1, expected a number from 0
          """)
  void aTrialThatWasChangedByHandIsNamedAndLeftOut(String field, String value, String why)
      throws Exception {
    WrittenRun.edit(trial, json -> set(json, field, value));
    Run run = read();
    assertThat(run.complete()).isFalse();
    assertThat(run.measured()).isEqualTo(19);
    assertThat(run.misfits().get(0))
        .startsWith("trials/java/128/3.json: ")
        .contains(why)
        .endsWith("; left out");
  }

  @ParameterizedTest
  @CsvSource({"cold", "warm", "run", "status", "discarded", "attempts"})
  void aTrialWithoutAFieldIsNamedAndLeftOut(String field) throws Exception {
    WrittenRun.edit(trial, json -> json.remove(field));
    assertThat(read().misfits().get(0))
        .startsWith("trials/java/128/3.json: " + field + " is missing");
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "200", "900"})
  void aTrialThatWasCutIsNamedAndLeftOut(int length) throws Exception {
    String whole = Files.readString(trial);
    Files.writeString(trial, whole.substring(0, length));
    Run run = read();
    assertThat(run.measured()).isEqualTo(19);
    assertThat(run.misfits().get(0))
        .matches("trials/java/128/3.json: is (empty, expected JSON|not valid JSON.*); left out");
  }

  @Test
  void aFieldThatIsThereTwiceIsAMisfit() throws Exception {
    String whole = Files.readString(trial);
    Files.writeString(trial, whole.replace("\"round\":3", "\"round\":3,\"round\":3"));
    assertThat(read().misfits().get(0)).contains("Duplicate field 'round'");
  }

  @Test
  void anUnknownFieldIsNamedOnceForAllFilesAndTheRestIsUsed() throws Exception {
    Consumer<ObjectNode> newer = json -> ((ObjectNode) json.get("cold")).put("energyJ", 0.2);
    WrittenRun.edit(trial, newer);
    WrittenRun.edit(written.trial("java", 128, 4), newer);
    Run run = read();
    assertThat(run.measured()).isEqualTo(20);
    assertThat(run.misfits())
        .containsExactly(
            "trials/java/128/3.json and 1 more: unknown field cold.energyJ;"
                + " the rest of the object is used");
  }

  @Test
  void aTrialThatTheRunDidNotOrderIsNamedAndLeftOut() throws Exception {
    Files.copy(trial, written.trial("java", 128, 11));
    assertThat(read().misfits())
        .containsExactly("trials/java/128/11.json: is not a trial of the run's order; left out");
  }

  @Test
  void aSummaryThatCountsOtherwiseThanTheTrialsIsNamed() throws Exception {
    Files.delete(trial);
    assertThat(read().misfits())
        .containsExactly("summary.json: counts 10 complete trials of java at 128 MB, there are 9");
  }

  @ParameterizedTest
  @CsvSource({"startedAt", "order", "functions", "n", "warm", "region"})
  void aRunObjectWithoutAFieldCannotBeReported(String field) {
    WrittenRun.edit(written.folder().resolve("run.json"), json -> json.remove(field));
    assertThatThrownBy(this::read)
        .isInstanceOf(UnreadableResultsException.class)
        .hasMessageContainingAll("run.json " + field + " is missing", "copy it again");
  }

  @Test
  void aRunWhoseRoundsAreNotThoseOfItsOrderWasAlteredAndIsRefused() {
    WrittenRun.edit(written.folder().resolve("run.json"), json -> json.put("rounds", 11));
    assertThatThrownBy(() -> ResultsFolder.open(results).readAll())
        .isInstanceOf(UnreadableResultsException.class)
        .hasMessageContaining("rounds is 11, expected 10, the last round in order");
  }

  @Test
  void aLabelThatLeadsOutOfTheRunsFolderIsRefused() {
    WrittenRun.edit(
        written.folder().resolve("run.json"),
        json -> ((ObjectNode) json.at("/functions/0")).put("label", "../../java"));
    assertThatThrownBy(this::read)
        .hasMessageContaining("label is \"../../java\", expected letters");
  }

  @Test
  void theLastRunIsTheOneThatStartedLast() throws Exception {
    WrittenRun.usual(results, "a-later-one");
    WrittenRun.edit(
        results.resolve("runs/a-later-one/run.json"),
        json -> json.put("startedAt", "2026-03-15T00:00:00+09:00"));
    assertThat(ResultsFolder.open(results).readLast().name()).isEqualTo("a-later-one");
  }

  private Run read() throws UnreadableResultsException {
    return ResultsFolder.open(results).read("first");
  }

  private static void set(ObjectNode json, String pointer, String value) {
    int last = pointer.lastIndexOf('/');
    ((ObjectNode) json.at(pointer.substring(0, last)))
        .putRawValue(
            pointer.substring(last + 1), new com.fasterxml.jackson.databind.util.RawValue(value));
  }
}
