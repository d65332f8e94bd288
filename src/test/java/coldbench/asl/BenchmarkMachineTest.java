package coldbench.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The benchmark's own machine, run to its end against an account that behaves. */
class BenchmarkMachineTest {
  private static final StateMachine MACHINE = StateMachine.load(Asl.resource("benchmark.asl.json"));

  private final FakeAccount account = new FakeAccount();
  private FakeAccount.Function java;

  @BeforeEach
  void functions() {
    java = account.add("coldbench-java", 28.96, 1.22);
    account.add("coldbench-python", 99.76, 108);
  }

  private ExecutionResult run(String input, int itemsAtOnce) throws InterruptedException {
    RecordedTime time = new RecordedTime();
    Engine engine =
        Engine.system()
            .withClock(time.clock())
            .withSleeper(time)
            .withJitter(new Random(7))
            .withItemsAtOnce(itemsAtOnce);
    return MACHINE.run(Asl.request(Asl.json(input)), account, engine);
  }

  @Test
  void everyTrialIsMeasuredColdAndThenWarm() throws InterruptedException {
    JsonNode output = Asl.output(run("{'rounds': 3, 'warm': 2, 'memoryMb': [128, 256]}", 1));

    assertThat(output.path("trials").intValue()).isEqualTo(12);
    assertThat(account.objects()).hasSize(14).containsKeys("runs/night/run.json");
    JsonNode trial = account.objects().get("runs/night/trials/java/256/3.json");
    assertThat(trial.path("status").textValue()).isEqualTo("complete");
    assertThat(trial.path("cold").path("initMs")).hasToString("28.96");
    assertThat(trial.path("cold").path("billedMs")).hasToString("31");
    assertThat(trial.path("warm")).hasSize(2);
    assertThat(trial.path("warm").get(1).has("initMs")).isFalse();
  }

  @Test
  void theSummaryHasACellForEachFunctionAndMemorySize() throws InterruptedException {
    run("{'rounds': 10, 'warm': 1}", 1);

    JsonNode cells = account.objects().get("runs/night/summary.json").path("cells");
    assertThat(cells).hasSize(2);
    assertThat(cells.get(0).path("count").intValue()).isEqualTo(10);
    assertThat(cells.get(0).path("cold").path("initMs").path("p99")).hasToString("28.96");
    assertThat(cells.get(1).path("warm").path("durationMs").path("mean")).hasToString("108");
  }

  @Test
  void functionsOfABlockMayRunSideBySide() throws InterruptedException {
    Asl.output(run("{'rounds': 4}", 4));

    assertThat(account.objects()).hasSize(10);
  }

  @Test
  void theFunctionsGetTheirConfigurationBack() throws InterruptedException {
    run("{'rounds': 1, 'memoryMb': [512]}", 1);

    assertThat(java.memoryMb()).isEqualTo(128);
    assertThat(java.variables()).hasToString("{\"STAGE\":\"test\"}");
  }

  @Test
  void aBadInputEndsTheRunBeforeAnyServiceIsCalled() throws InterruptedException {
    ExecutionResult.Failed failed = Asl.failure(run("{'rounds': 0}", 1));

    assertThat(failed.error()).isEqualTo("InvalidInput");
    assertThat(failed.cause()).isEqualTo("rounds is 0, allowed is a whole number from 1 to 1000");
    assertThat(account.objects()).isEmpty();
  }

  @Test
  void theSameSeedGivesTheSameOrder() throws InterruptedException {
    run("{'rounds': 20, 'warm': 0, 'seed': 4}", 1);
    JsonNode first = account.objects().get("runs/night/run.json").path("order");
    run("{'rounds': 20, 'warm': 0, 'seed': 4}", 1);

    assertThat(account.objects().get("runs/night/run.json").path("order")).isEqualTo(first);
    assertThat(List.copyOf(first.findValues("round"))).hasSize(20);
  }
}
