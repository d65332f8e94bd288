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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The call after the measured ones, which asks what the sandbox runs on. */
class SandboxMachineTest {
  private static final Map<String, Object> CONTEXT =
      Map.of(
          "functions",
          List.of(
              Map.of(
                  "label", "own",
                  "code", "examples/hello-python",
                  "runtime", "python3.13",
                  "handler", "hello.handler")));
  private static final JsonNode DEFINITION = Synthesized.with(CONTEXT).definition();
  private static final StateMachine MACHINE = StateMachine.load(DEFINITION);

  private final Account account = new Account();
  private Account.Function java;
  private String javaName;
  private String ownName;

  @BeforeEach
  void functions() {
    JsonNode available = DEFINITION.at("/States/LoadSettings/Assign/available");
    available.forEach(each -> account.function(each.path("name").asText()));
    javaName = available.path(0).path("name").asText();
    java = account.function(javaName);
    ownName = available.path(2).path("name").asText();
  }

  private JsonNode sandbox() throws Exception {
    assertThat(account.run(MACHINE, "{'rounds': 1, 'warm': 2, 'functions': ['java']}"))
        .isInstanceOf(ExecutionResult.Succeeded.class);
    JsonNode trial = account.objects.get("runs/night/trials/java/128/1.json");
    assertThat(trial.path("status").asText()).isEqualTo("complete");
    assertThat(trial.path("warm")).hasSize(2);
    return trial.path("sandbox");
  }

  private List<JsonNode> events(String name) {
    return account.calls.stream()
        .filter(call -> call.action().equals("invoke") && call.function().equals(name))
        .map(call -> call.arguments().path("Payload"))
        .toList();
  }

  @Test
  void itComesOnceAfterAllMeasuredOnes() throws Exception {
    sandbox();

    List<JsonNode> events = events(javaName);
    assertThat(events).hasSize(4);
    assertThat(events.subList(0, 3)).noneMatch(event -> event.has("coldbench"));
    assertThat(events.get(3).toString()).isEqualTo("{\"coldbench\":\"sandbox\"}");
  }

  @Test
  void anIntelSandboxTellsItsModelItsKernelAndTheMachinesMemory() throws Exception {
    assertThat(sandbox())
        .isEqualTo(
            Evaluation.json(
                """
                {'cpu': 'Intel(R) Xeon(R) Processor @ 2.90GHz',
                 'kernel': '5.10.245-269.978.amzn2.x86_64', 'memoryMb': 182}"""));
  }

  /** Arm's kernel gives numbers in place of a name: 0x41 and 0xd0c are a Neoverse N1. */
  @Test
  void anArmSandboxTellsItsPart() throws Exception {
    java.tells =
        "{\"cpuinfo\": \"processor\\t: 0\\nBogoMIPS\\t: 243.75\\nFeatures\\t: fp asimd evtstrm\\n"
            + "CPU implementer\\t: 0x41\\nCPU architecture: 8\\nCPU variant\\t: 0x3\\n"
            + "CPU part\\t: 0xd0c\\nCPU revision\\t: 1\\n\\n\", \"kernel\": \"5.10.1\\n\","
            + " \"meminfo\": \"MemTotal:        1003964 kB\\n\"}";

    assertThat(sandbox())
        .isEqualTo(
            Evaluation.json(
                "{'cpu': 'Arm, implementer 0x41, part 0xd0c', 'kernel': '5.10.1', 'memoryMb': 980}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no JSON", "{}", "{\"error\": \"n is bad\"}"})
  void whatIsNotToldIsAbsentAndTheTrialIsCompleteAllTheSame(String answer) throws Exception {
    java.tells = answer;

    assertThat(sandbox()).isEqualTo(Evaluation.json("{}"));
  }

  @Test
  void aCallThatFailsFailsNoTrial() throws Exception {
    account.refuse("invoke", "sandbox", Integer.MAX_VALUE, "Runtime.ExitError");

    assertThat(sandbox()).isEqualTo(Evaluation.json("{}"));
  }

  @Test
  void anotherSandboxThanTheMeasuredOneTellsNothing() throws Exception {
    account.meanwhile =
        call -> {
          if (call.arguments().toString().contains("sandbox")) {
            java.coldCallsInBetween = 1;
          }
        };

    assertThat(sandbox()).isEqualTo(Evaluation.json("{}"));
  }

  @Test
  void aFunctionOfTheUsersOwnIsNotAsked() throws Exception {
    account.run(MACHINE, "{'rounds': 1, 'warm': 2, 'functions': ['own']}");

    assertThat(events(ownName)).hasSize(3).noneMatch(event -> event.has("coldbench"));
    assertThat(account.objects.get("runs/night/trials/own/128/1.json").has("sandbox")).isFalse();
  }
}
