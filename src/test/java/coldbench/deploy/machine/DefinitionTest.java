package coldbench.deploy.machine;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.asl.StateMachine;
import coldbench.deploy.Synthesized;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The definition as a whole; what it does is in MachineTest. */
class DefinitionTest {
  private static final JsonNode DEFINITION = Synthesized.with(Map.of()).definition();

  @Test
  void ourInterpreterKnowsAllThatIsInIt() {
    assertThat(StateMachine.load(DEFINITION)).isNotNull();
  }

  @Test
  void everyTaskHasATimeoutAndRetries() {
    assertThat(DEFINITION.findParents("Resource"))
        .hasSize(13)
        .allSatisfy(task -> assertThat(task.path("TimeoutSeconds").asInt()).isPositive())
        .allSatisfy(task -> assertThat(task.path("Retry")).isNotEmpty());
  }

  @Test
  void statesForVersionsAreThereOnlyWithAFunctionThatHasSnapStart() {
    List<JsonNode> tasks =
        Synthesized.with(SnapStartMachineTest.CONTEXT).definition().findParents("Resource");

    assertThat(DEFINITION.toString()).doesNotContain("Qualifier", "publishVersion", "$version");
    assertThat(tasks)
        .hasSize(18)
        .allSatisfy(task -> assertThat(task.path("TimeoutSeconds").asInt()).isPositive())
        .allSatisfy(task -> assertThat(task.path("Retry")).isNotEmpty());
  }

  @Test
  void onlyServiceIntegrationsStandBetweenTheClockAndTheNumbers() {
    assertThat(DEFINITION.findValuesAsText("Resource"))
        .allMatch(resource -> resource.matches("arn:aws:states:::(lambda:invoke|aws-sdk:.*)"));
  }

  @Test
  void functionsAreNeverMeasuredNorChangedSideBySide() {
    JsonNode definition = Synthesized.with(SnapStartMachineTest.CONTEXT).definition();

    assertThat(maps(definition))
        .hasSize(7)
        .allSatisfy(map -> assertThat(map.path("MaxConcurrency").asInt()).isEqualTo(1));
  }

  /** The Map states of a workflow, those inside of others too. */
  private static List<JsonNode> maps(JsonNode workflow) {
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode map : workflow.path("States")) {
      if (map.has("ItemProcessor")) {
        all.add(map);
        all.addAll(maps(map.path("ItemProcessor")));
      }
    }
    return all;
  }

  /** So that one finds the expression from the state that a console shows, and back. */
  @Test
  void everyExpressionFileIsNamedAfterTheStateAndTheFieldItIsIn() throws IOException {
    Map<String, Object> all = new HashMap<>(SnapStartMachineTest.CONTEXT);
    all.put("lanes", 8);
    JsonNode definition = Synthesized.with(all).definition();
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/coldbench/deploy/machine"))) {
      for (Path file : files.toList()) {
        String[] name = file.getFileName().toString().split("\\.");
        assertThat(name).as(file.toString()).hasSize(3).endsWith("jsonata");
        JsonNode state = definition.findValue(name[0]);
        assertThat(state).as("the state " + name[0]).isNotNull();
        assertThat(state.findValuesAsText(name[1]))
            .as(file.toString())
            .contains(Expressions.field(name[0] + "." + name[1]));
        assertThat(Files.readString(file))
            .containsPattern("^/\\*\\s*(\\* )?" + name[0] + ", " + name[1] + ": ");
      }
    }
  }

  @Test
  void aBlockIsAnExecutionOfItsOwnAndOneRunsAtATime() {
    JsonNode blocks = DEFINITION.at("/States/RunBlocks");

    assertThat(blocks.at("/ItemProcessor/ProcessorConfig/Mode").asText()).isEqualTo("DISTRIBUTED");
    assertThat(blocks.at("/ItemProcessor/ProcessorConfig/ExecutionType").asText())
        .isEqualTo("STANDARD");
    assertThat(blocks.path("MaxConcurrency").asInt()).isEqualTo(1);
    assertThat(blocks.path("ToleratedFailurePercentage").asInt()).isEqualTo(100);
  }
}
