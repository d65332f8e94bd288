package coldbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldbench.results.ResultsFolder;
import coldbench.results.WrittenRun;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentsTest {
  @TempDir Path results;
  private WrittenRun second;

  @BeforeEach
  void twoRuns() {
    WrittenRun.usual(results, "first");
    second = WrittenRun.usual(results, "second");
  }

  @Test
  void runsOfTheSamePackagesWorkAndPlaceAreTakenTogether() throws Exception {
    Experiment together = only();
    assertThat(together.cell("java", 128).planned()).isEqualTo(20);
    assertThat(together.cell("java", 128).spread(Figure.WARM).orElseThrow().count()).isEqualTo(100);
  }

  @Test
  void blocksOfTheSameRoundInTwoRunsAreNotMixedUp() throws Exception {
    Experiment together = only();
    Comparison comparison =
        Comparison.of(Figure.COLD, together.cell("python", 128), together.cell("java", 128))
            .orElseThrow();
    assertThat(comparison.ratio().count()).isEqualTo(20);
  }

  @Test
  void otherWorkIsNotAveragedWithIt() throws Exception {
    apart(json -> json.put("n", 10), "n: 40 and 10");
  }

  @Test
  void anotherPackageIsNotAveragedWithIt() throws Exception {
    apart(json -> function(json).put("codeSha256", "new="), "java's package: java-sha= and new=");
  }

  @Test
  void anotherArchitectureIsNotAveragedWithIt() throws Exception {
    apart(
        json -> function(json).put("architecture", "arm64"),
        "java's architecture: x86_64 and arm64");
  }

  @Test
  void localRunsAreNotAveragedWithLambdas() throws Exception {
    Files.delete(second.folder().resolve("environment.json"));
    assertThat(Experiments.of(runs(), Optional.empty())).hasSize(2);
    assertThat(differences()).singleElement().asString().contains("AWS Lambda, eu-central-1");
  }

  @Test
  void theBaselineCanBeChosen() throws Exception {
    Experiment experiment = Experiments.of(runs(), Optional.of("python")).get(0);
    assertThat(experiment.functions().get(0).label()).isEqualTo("python");
  }

  @Test
  void aBaselineThatWasNotMeasuredIsRefusedWithTheOnesThatWere() {
    assertThatThrownBy(() -> Experiments.of(runs(), Optional.of("rust")))
        .hasMessage("baseline is rust, expected a function of the run: java, python");
  }

  private void apart(Consumer<ObjectNode> change, String difference) throws Exception {
    WrittenRun.edit(second.folder().resolve("run.json"), change);
    assertThat(Experiments.of(runs(), Optional.empty())).hasSize(2);
    assertThat(differences()).containsExactly(difference);
  }

  private List<String> differences() throws Exception {
    return Experiments.differences(runs().get(0), runs().get(1));
  }

  private Experiment only() throws Exception {
    List<Experiment> all = Experiments.of(runs(), Optional.empty());
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private List<Run> runs() throws Exception {
    ResultsFolder folder = ResultsFolder.open(results);
    return List.of(folder.read("first"), folder.read("second"));
  }

  private static ObjectNode function(ObjectNode json) {
    return (ObjectNode) json.at("/functions/0");
  }
}
