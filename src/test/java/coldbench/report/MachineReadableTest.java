package coldbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coldbench.results.WrittenRun;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineReadableTest {
  @TempDir Path results;
  private WrittenRun run;

  @BeforeEach
  void aRunWithAFailure() {
    run = WrittenRun.usual(results, "first");
    run.fail("java", 128, 2, "NeverCold", "a | b\nc");
  }

  @Test
  void csvHasALineForEachCallWithTheValuesOfTheTrialObjects() throws Exception {
    String csv = Reported.in(new CsvReport(), results);
    List<CSVRecord> records =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(csv))
            .getRecords();
    assertThat(records).hasSize(19 * 6);
    CSVRecord cold =
        records.stream()
            .filter(r -> r.get("function").equals("python") && r.get("round").equals("7"))
            .findFirst()
            .orElseThrow();
    JsonNode trial = WrittenRun.read(run.trial("python", 128, 7)).get("cold");
    assertThat(cold.get("kind")).isEqualTo("cold");
    assertThat(Double.parseDouble(cold.get("init_ms"))).isEqualTo(trial.get("initMs").asDouble());
    assertThat(Double.parseDouble(cold.get("duration_ms")))
        .isEqualTo(trial.get("durationMs").asDouble());
    assertThat(cold.get("request_id")).isEqualTo(trial.get("requestId").asText());
    assertThat(records)
        .filteredOn(r -> r.get("kind").equals("warm"))
        .allMatch(r -> r.get("init_ms").isEmpty());
  }

  @Test
  void jsonSaysHowPreciseARunBecame() throws Exception {
    run.endPrecise(9);
    JsonNode json = new JsonMapper().readTree(Reported.in(new JsonReport(), results));
    assertThat(json.at("/experiments/0/runs/0/until"))
        .isEqualTo(
            new JsonMapper()
                .readTree(
                    "{\"percent\":5.0,\"reached\":true,\"rounds\":9,\"most\":10,\"widest\":"
                        + "{\"function\":\"python\",\"memoryMb\":128,\"figure\":\"cold\",\"percent\":4.27}}"));
  }

  @Test
  void aRestoreIsNoInitInAnyOfThem(@TempDir Path other) throws Exception {
    WrittenRun.Function snap = new WrittenRun.Function("snap-python", 400, 6, 3.4);
    new WrittenRun(other, "snapshots", List.of(snap), List.of(128), 5, 1);
    JsonNode json = new JsonMapper().readTree(Reported.in(new JsonReport(), other));
    JsonNode experiment = json.at("/experiments/0");
    assertThat(experiment.at("/functions/0/snapStart").asBoolean()).isTrue();
    assertThat(experiment.at("/cells/0/figures").has("initMs")).isFalse();
    assertThat(experiment.at("/cells/0/figures/restoreMs/mean").asDouble()).isBetween(350.0, 650.0);
    assertThat(experiment.at("/trials/0/cold/coldMs").asDouble())
        .isCloseTo(
            experiment.at("/trials/0/cold/restoreMs").asDouble()
                + experiment.at("/trials/0/cold/durationMs").asDouble(),
            within(1e-9));
    String csv = Reported.in(new CsvReport(), other);
    assertThat(csv.lines().skip(1).findFirst().orElseThrow())
        .contains(",," + experiment.at("/trials/0/cold/restoreMs").asDouble() + ",");
  }

  @Test
  void jsonHasTheMeansOfTheTrialObjectsAndTheFailures() throws Exception {
    JsonNode json = new JsonMapper().readTree(Reported.in(new JsonReport(), results));
    JsonNode experiment = json.at("/experiments/0");
    double sum = 0;
    for (int round = 1; round <= 10; round++) {
      sum += WrittenRun.read(run.trial("python", 128, round)).at("/cold/initMs").asDouble();
    }
    assertThat(experiment.at("/cells/1/figures/initMs/mean").asDouble())
        .isCloseTo(sum / 10, within(1e-9));
    assertThat(experiment.at("/cells/0/measured").asInt()).isEqualTo(9);
    assertThat(experiment.at("/cells/0/figures/warmMs").has("p99")).isFalse();
    assertThat(experiment.at("/complete").asBoolean()).isFalse();
    assertThat(experiment.get("trials"))
        .hasSize(20)
        .filteredOn(trial -> trial.has("error"))
        .singleElement()
        .satisfies(trial -> assertThat(trial.at("/error/name").asText()).isEqualTo("NeverCold"));
    assertThat(json.at("/published/origin").asText()).startsWith("Published by others");
  }

  @Test
  void markdownTablesHaveTheSameNumberOfCellsInEveryLine() throws Exception {
    String markdown = Reported.in(new MarkdownReport(), results);
    List<String> table =
        markdown
            .lines()
            .dropWhile(line -> !line.startsWith("| |"))
            .takeWhile(line -> line.startsWith("|"))
            .toList();
    assertThat(table).hasSizeGreaterThan(5).allMatch(line -> cells(line) == 4);
    assertThat(markdown).contains("NeverCold: a \\| b c", "## Measured on this machine");
  }

  private static long cells(String line) {
    return StreamSupport.stream(line.replace("\\|", "").chars().spliterator(), false)
            .filter(c -> c == '|')
            .count()
        - 1;
  }
}
