package coldbench.results;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.analysis.Cell;
import coldbench.analysis.Experiment;
import coldbench.analysis.Figure;
import coldbench.analysis.Place;
import coldbench.analysis.Run;
import coldbench.analysis.Unreported;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedRunTest {
  @TempDir Path results;
  private Path folder;

  @BeforeEach
  void aCopyOfTheRun() throws Exception {
    Path recorded = RecordedRun.results();
    try (Stream<Path> files = Files.walk(recorded)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = results.resolve(recorded.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    folder = results.resolve("runs").resolve(RecordedRun.NAME);
  }

  @Test
  void everyObjectOfARealRunIsReadAndAgreesWithItsSummary() throws Exception {
    Run run = read();
    assertThat(run.misfits()).isEmpty();
    assertThat(run.complete()).isTrue();
    assertThat(run.measured()).isEqualTo(20);
    Experiment experiment = Experiment.of(List.of(run));
    for (String function : List.of("java", "python")) {
      for (Figure figure :
          EnumSet.complementOf(EnumSet.of(Figure.RESTORE, Figure.COLD_WAIT, Figure.WARM_WAIT))) {
        assertThat(experiment.cell(function, 128).spread(figure)).isPresent();
      }
    }
  }

  /** It was measured by a version that kept no waits. */
  @Test
  void itTellsNothingOfWhatItsCallersWaitedFor() throws Exception {
    Cell cell = Experiment.of(List.of(read())).cell("python", 128);
    assertThat(Unreported.of(cell)).isEmpty();
    assertThat(Unreported.ahead(cell)).isZero();
  }

  @Test
  void itsEnvironmentSaysWhereItRanAndHow() throws Exception {
    assertThat(read().place())
        .isInstanceOfSatisfying(
            Place.Local.class,
            local -> {
              assertThat(local.cpuLimit().asOnLambda()).isTrue();
              assertThat(local.runtimes().get("python")).startsWith("CPython 3.13");
            });
  }

  @Test
  void withoutItsEnvironmentItIsNotTakenForOneOnLambda() throws Exception {
    Files.delete(folder.resolve("environment.json"));
    assertThat(read().place()).isEqualTo(new Place.Unknown());
  }

  @Test
  void aMeanThatNoLongerAgreesWithTheSummaryIsNamed() throws Exception {
    WrittenRun.edit(
        folder.resolve("trials/python/128/4.json"),
        json -> ((ObjectNode) json.at("/warm/1")).put("durationMs", 500).put("billedMs", 500));
    assertThat(read().misfits())
        .hasSize(2)
        .allMatch(misfit -> misfit.startsWith("summary.json: has a mean WARM"))
        .allMatch(misfit -> misfit.contains("for python at 128 MB, its trials have"));
  }

  @Test
  void callsThatTookLessTimeThanTheirInsideAreNamed() throws Exception {
    WrittenRun.edit(
        folder.resolve("trials/python/128/4.json"),
        json -> ((ObjectNode) json.at("/warm/1/app")).put("totalMs", 9000));
    assertThat(read().misfits())
        .containsExactly(
            "trials: 1 of 120 calls have a durationMs below the totalMs that the function measured"
                + " inside, the first in python/128/4.json: their times cannot be trusted");
  }

  private Run read() throws UnreadableResultsException {
    return ResultsFolder.open(results).readLast();
  }
}
