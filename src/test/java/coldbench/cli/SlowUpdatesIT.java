package coldbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A changed configuration that stays InProgress is waited for, as on Lambda. */
class SlowUpdatesIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path results;

  @Test
  void aFunctionIsCalledOnlyWhenItsUpdateIsOver() throws Exception {
    Project.Outcome outcome =
        Project.coldbench(
            "local", "--rounds=1", "--warm=0", "--update-time=1.5s", "--out=" + results);

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    List<JsonNode> trials = trials();
    List<Instant> forcedAt =
        trials.stream()
            .map(trial -> Instant.parse(trial.path("forcedAt").asText()))
            .sorted()
            .toList();
    assertThat(trials)
        .hasSize(2)
        .allMatch(trial -> trial.path("status").asText().equals("complete"))
        .allMatch(trial -> trial.path("attempts").asInt() == 1)
        .allMatch(trial -> trial.path("discarded").isEmpty());
    assertThat(Duration.between(forcedAt.get(0), forcedAt.get(1)))
        .as("the second trial starts when the first one's function was called")
        .isGreaterThan(Duration.ofMillis(1500));
  }

  private List<JsonNode> trials() throws Exception {
    List<JsonNode> trials = new ArrayList<>();
    try (Stream<Path> files = Files.walk(results)) {
      for (Path file : files.filter(path -> path.endsWith("128/1.json")).toList()) {
        trials.add(JSON.readTree(file.toFile()));
      }
    }
    return trials;
  }
}
