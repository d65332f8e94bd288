package coldbench.account;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.account.Emulator.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of an environment for both processors in an emulated account: each test goes on where
 * the one before ended. The emulator starts everything on this machine's processor, so that what is
 * built for the other one is deployed and not called.
 */
@Tag("emulator")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(600)
class BothProcessorsIT {
  private static final String OWN =
      """
      [{"label": "greeter", "code": {"arm64": "%1$s", "x86_64": "%1$s"}, "runtime": "python3.13",
        "handler": "hello.handler", "event": {"names": ["Ada"]}, "expect": {"count": 1}},
       {"label": "tuned", "like": "greeter", "environment": {"MODE": "fast"}}]
      """
          .formatted(Path.of("examples/hello-python").toAbsolutePath());

  private static final String MEASURED =
      "python-arm64,python-x86-64,greeter-arm64,greeter-x86-64,tuned-arm64,tuned-x86-64";

  @TempDir private static Path folder;
  private static EmulatedAccount account;
  private static Set<String> before;

  @BeforeAll
  static void deploy() throws Exception {
    account =
        EmulatedAccount.bootstrapped(
            folder,
            "both",
            Map.of(
                "architecture",
                "both",
                "scheduleInput",
                "{\"rounds\": 1, \"functions\": [\"python-arm64\"]}"));
    before = account.inventory();
    Files.writeString(account.ownFunctions(), OWN);
    account.cdk("deploy", "--require-approval", "never");
  }

  @AfterAll
  static void end() {
    account.close();
  }

  @Order(1)
  @Test
  void everyFunctionIsThereForEitherProcessor() {
    for (String label : Set.of("java", "python", "greeter", "tuned")) {
      for (String architecture : Set.of("arm64", "x86_64")) {
        String name = "coldbench-both-" + label + "-" + architecture.replace('_', '-');
        assertThat(account.configuration(name).architecturesAsStrings())
            .as(name)
            .containsExactly(architecture);
      }
    }
  }

  @Order(2)
  @Test
  void aRunSetsOneProcessorAgainstTheOtherPriceIncluded() throws Exception {
    Outcome run =
        account.coldbench(
            "run", "--functions", MEASURED, "--rounds", "6", "--warm", "2", "--run", "first");

    assertThat(run.exitCode()).as(run.output()).isZero();
    // The work of python is one scenario, that of greeter and tuned another.
    JsonNode scenarios = json("report", "--json", "--run", "first").path("experiments");
    assertThat(scenarios).hasSize(2);
    List<JsonNode> architectures = each(scenarios, "architectures");
    assertThat(architectures)
        .extracting(each -> each.path("function").asText())
        .containsExactly("python", "greeter", "tuned");
    for (JsonNode each : architectures) {
      for (String figure : Set.of("coldMs", "warmMs", "dollarsPerMillionCalls")) {
        JsonNode ratio = each.path(figure);
        assertThat(ratio.path("ratio").asDouble())
            .as(each.path("function").asText() + " " + figure)
            .isBetween(ratio.path("low").asDouble(), ratio.path("high").asDouble());
      }
    }
    assertThat(each(scenarios, "difference"))
        .extracting(each -> each.path("function").asText() + " " + each.path("like").asText())
        .contains("tuned-arm64 greeter-arm64", "tuned-x86-64 greeter-x86-64");
    assertThat(folder.resolve("runs/first/report.html"))
        .content()
        .contains("<h2>Arm64 and x86_64</h2>", "python-arm64");
    account.assertAsDeployed();
  }

  @Order(3)
  @Test
  void whatHasOurCodeToldWhatItsSandboxRanOn() throws Exception {
    JsonNode python = trial("python-arm64");
    assertThat(python.at("/sandbox/kernel").asText()).isNotEmpty();
    assertThat(trial("greeter-arm64").has("sandbox")).isFalse();
  }

  private static List<JsonNode> each(JsonNode scenarios, String name) {
    List<JsonNode> all = new ArrayList<>();
    scenarios.forEach(scenario -> scenario.path(name).forEach(all::add));
    return all;
  }

  private static JsonNode trial(String label) throws Exception {
    return new ObjectMapper()
        .readTree(folder.resolve("runs/first/trials/" + label + "/128/1.json").toFile());
  }

  private static JsonNode json(String command, String... arguments) throws Exception {
    String[] all = new String[arguments.length + 2];
    all[0] = command;
    all[1] = folder.toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    Outcome outcome = account.emulator().coldbench(account.stepFunctions(), all);
    return new ObjectMapper().readTree(outcome.output());
  }

  @Order(4)
  @Test
  void aRunThatIsStoppedLeavesAllAsItShouldBe() throws Exception {
    Process tool =
        account.started(
            "run", "--functions", MEASURED, "--rounds", "20", "--memory", "256", "--run", "second");
    account.awaitMemory("coldbench-both-python-arm64", 256);
    account.awaitMemory("coldbench-both-tuned-x86-64", 256);

    Outcome stopped = account.coldbench("stop");

    assertThat(stopped.exitCode()).as(stopped.output()).isZero();
    account.assertAsDeployed();
    assertThat(Emulator.outcome(tool).exitCode()).isEqualTo(1);
    Outcome fetched = account.coldbench("fetch", "--run", "second");
    assertThat(fetched.output()).contains("of 120 trials");
    assertThat(fetched.exitCode()).isEqualTo(1);
  }

  @Order(5)
  @Test
  void destroyingLeavesNothing() throws Exception {
    account.assertDestroyingLeaves(before);
  }
}
