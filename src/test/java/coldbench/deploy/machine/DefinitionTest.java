package coldbench.deploy.machine;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.asl.StateMachine;
import coldbench.deploy.Synthesized;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The definition as a whole; what it does is in MachineTest. */
class DefinitionTest {
  private static final JsonNode DEFINITION = Synthesized.with(Map.of()).definition();

  @Test
  void our_interpreter_knows_all_that_is_in_it() {
    assertThat(StateMachine.load(DEFINITION)).isNotNull();
  }

  @Test
  void every_task_has_a_timeout_and_retries() {
    assertThat(DEFINITION.findParents("Resource"))
        .hasSize(10)
        .allSatisfy(task -> assertThat(task.path("TimeoutSeconds").asInt()).isPositive())
        .allSatisfy(task -> assertThat(task.path("Retry")).isNotEmpty());
  }

  @Test
  void states_for_versions_are_there_only_with_a_function_that_has_SnapStart() {
    List<JsonNode> tasks =
        Synthesized.with(SnapStartMachineTest.CONTEXT).definition().findParents("Resource");

    assertThat(DEFINITION.toString()).doesNotContain("Qualifier", "publishVersion", "$version");
    assertThat(tasks)
        .hasSize(15)
        .allSatisfy(task -> assertThat(task.path("TimeoutSeconds").asInt()).isPositive())
        .allSatisfy(task -> assertThat(task.path("Retry")).isNotEmpty());
  }

  @Test
  void only_service_integrations_stand_between_the_clock_and_the_numbers() {
    assertThat(DEFINITION.findValuesAsText("Resource"))
        .allMatch(resource -> resource.matches("arn:aws:states:::(lambda:invoke|aws-sdk:.*)"));
  }

  @Test
  void a_block_is_an_execution_of_its_own_and_one_runs_at_a_time() {
    JsonNode blocks = DEFINITION.at("/States/Blocks");

    assertThat(blocks.at("/ItemProcessor/ProcessorConfig/Mode").asText()).isEqualTo("DISTRIBUTED");
    assertThat(blocks.at("/ItemProcessor/ProcessorConfig/ExecutionType").asText())
        .isEqualTo("STANDARD");
    assertThat(blocks.path("MaxConcurrency").asInt()).isEqualTo(1);
    assertThat(blocks.path("ToleratedFailurePercentage").asInt()).isEqualTo(100);
  }
}
