package coldbench.deploy.machine;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.asl.ExecutionResult;
import coldbench.asl.StateMachine;
import coldbench.deploy.Synthesized;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The machine with a function that asks for a call before the warm ones, which is not measured. */
class WarmUpMachineTest {
  static final Map<String, Object> CONTEXT =
      Map.of(
          "functions",
          List.of(
              Map.of(
                  "label", "cached",
                  "code", "examples/hello-python",
                  "runtime", "python3.13",
                  "handler", "hello.handler",
                  "before", Map.of("fill", "the cache")),
              Map.of("label", "plain", "like", "python")));

  private static final JsonNode DEFINITION = Synthesized.with(CONTEXT).definition();
  private static final StateMachine MACHINE = StateMachine.load(DEFINITION);

  private final Account account = new Account();
  private String cached;

  @BeforeEach
  void functions() {
    JsonNode available = DEFINITION.at("/States/LoadSettings/Assign/available");
    available.forEach(each -> account.function(each.path("name").asText()));
    cached = available.path(2).path("name").asText();
  }

  private List<JsonNode> events(String name) {
    return account.calls.stream()
        .filter(call -> call.action().equals("invoke") && call.function().equals(name))
        .map(call -> call.arguments().path("Payload"))
        .toList();
  }

  private JsonNode trial(String label) {
    return account.objects.get("runs/night/trials/" + label + "/128/1.json");
  }

  @Test
  void itComesOnceAfterTheColdCallAndIsInNoFigure() throws Exception {
    assertThat(account.run(MACHINE, "{'rounds': 1, 'warm': 3}"))
        .isInstanceOf(ExecutionResult.Succeeded.class);

    List<JsonNode> events = events(cached);
    assertThat(events).hasSize(5);
    assertThat(events.get(1).toString()).isEqualTo("{\"fill\":\"the cache\"}");
    assertThat(events).filteredOn(event -> event.has("fill")).hasSize(1);
    assertThat(trial("cached").path("warm")).hasSize(3);
    assertThat(trial("cached").path("discarded")).isEmpty();
    assertThat(trial("plain").path("warm")).hasSize(3);
  }

  @Test
  void withoutWarmCallsThereIsNone() throws Exception {
    account.run(MACHINE, "{'rounds': 1, 'warm': 0}");

    assertThat(events(cached)).hasSize(1).noneMatch(event -> event.has("fill"));
  }

  @Test
  void itsFailureFailsTheTrialAndKeepsTheColdCall() throws Exception {
    account.refuse("invoke", "the cache", Integer.MAX_VALUE, "CacheIsGone");

    account.run(MACHINE, "{'rounds': 1, 'warm': 3}");

    assertThat(trial("cached").path("status").asText()).isEqualTo("failed");
    assertThat(trial("cached").path("error").path("name").asText()).isEqualTo("CacheIsGone");
    assertThat(trial("cached").path("cold").has("initMs")).isTrue();
    assertThat(trial("python").path("status").asText()).isEqualTo("complete");
  }

  @Test
  void whichFunctionIsLikeWhichStandsInTheRun() throws Exception {
    account.run(MACHINE, "{'rounds': 1, 'warm': 0}");

    JsonNode functions = account.objects.get("runs/night/run.json").path("functions");
    assertThat(functions.path(3).path("like").asText()).isEqualTo("python");
    assertThat(functions.path(2).has("like")).isFalse();
  }

  @Test
  void theStateIsThereOnlyWhereAFunctionAsksForIt() {
    assertThat(DEFINITION.findValue("WarmUpFunction")).isNotNull();
    assertThat(Synthesized.with(Map.of()).definition().findValue("WarmUpFunction")).isNull();
  }
}
