package coldbench.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coldbench.emulator.cgroup.CpuLimit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a sandbox may use, held by the system. Each is left out, and said so, where it cannot be.
 */
class LimitsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final EmulatorSettings AS_ON_LAMBDA = Functions.SETTINGS.withCpu(CpuMode.LAMBDA);

  /** To fill 128 MB with Lambda's share of a CPU takes 50 s where page faults are emulated. */
  private static final Duration SLOWEST_KERNEL = Duration.ofMinutes(3);

  @TempDir Path folder;

  private LocalLambda start(EmulatorSettings settings, Map<String, String> environment)
      throws Exception {
    LocalLambda lambda = new LocalLambda(settings);
    FunctionSpec spec = Functions.spec(Functions.obedient(folder), environment);
    lambda.createFunction(Functions.withTimeout(spec, SLOWEST_KERNEL));
    return lambda;
  }

  private static Invocation invoke(LocalLambda lambda, String event) throws Exception {
    return lambda.invoke("f", event.getBytes(UTF_8));
  }

  private static JsonNode answer(LocalLambda lambda, String event) throws Exception {
    Invocation invocation = invoke(lambda, event);
    assertThat(invocation.functionError()).as(invocation.logTail()).isEmpty();
    return JSON.readTree(invocation.payload());
  }

  private static void assumeLimits(LocalLambda lambda) {
    assumeTrue(
        lambda.cpuLimit() instanceof CpuLimit.Lambda, () -> "not here: " + lambda.cpuLimit());
  }

  @Test
  void theInitHasAWholeCpuAndAnInvocationItsMemorysShareOfOne() throws Exception {
    try (LocalLambda lambda = start(AS_ON_LAMBDA, Map.of())) {
      assumeLimits(lambda);
      JsonNode quotas = answer(lambda, "{\"do\":\"quotas\"}");
      assertThat(quotas.get(0).asText()).isIn("-1", "max");
      assertThat(quotas.get(1).asText()).isEqualTo("1447");

      lambda.updateFunctionConfiguration(
          "f", OptionalInt.of(1024), Optional.empty(), Optional.empty());

      assertThat(answer(lambda, "{\"do\":\"quotas\"}").get(1).asText()).isEqualTo("11577");
    }
  }

  @Test
  void whatAFunctionMayUseComesBeforeOtherWorkOfTheMachine() throws Exception {
    try (LocalLambda lambda = start(AS_ON_LAMBDA, Map.of())) {
      assumeLimits(lambda);
      JsonNode quotas = answer(lambda, "{\"do\":\"quotas\"}");
      assertThat(quotas.get(2).asText()).as("the kernel's highest weight").isIn("262144", "10000");
    }
  }

  @Test
  void workTakesAsMuchLongerAsTheShareIsSmaller() throws Exception {
    try (LocalLambda lambda = start(AS_ON_LAMBDA, Map.of())) {
      assumeLimits(lambda);
      invoke(lambda, "{}");
      double seconds = answer(lambda, "{\"do\":\"burn\",\"cpuSeconds\":0.1}").asDouble();
      assertThat(seconds).isGreaterThan(0.1 * 1769 / 128 * 0.8);
    }
  }

  @Test
  void withAFullCpuThereIsNoShare() throws Exception {
    try (LocalLambda lambda = start(Functions.SETTINGS, Map.of())) {
      assertThat(lambda.cpuLimit()).isEqualTo(new CpuLimit.Full());
      assertThat(answer(lambda, "{\"do\":\"quotas\"}").get(1).asText()).isIn("-1", "max", "none");
    }
  }

  @Test
  void aFunctionThatTakesMoreThanItsMemoryIsKilled() throws Exception {
    try (LocalLambda lambda = start(AS_ON_LAMBDA, Map.of())) {
      assumeLimits(lambda);
      invoke(lambda, "{}");

      Invocation killed = invoke(lambda, "{\"do\":\"allocate\",\"mb\":200}");

      assertThat(killed.functionError()).contains("Unhandled");
      JsonNode error = JSON.readTree(killed.payload());
      assertThat(error.get("errorType").asText()).isEqualTo("Runtime.ExitError");
      assertThat(error.get("errorMessage").asText())
          .endsWith(" Error: Runtime exited with error: signal: killed");
      assertThat(killed.logTail()).contains("\tMax Memory Used: 128 MB\t");
      assertThat(answer(lambda, "{\"do\":\"describe\"}").get("calls").asInt()).isEqualTo(1);
    }
  }

  @Test
  void betweenInvocationsTheProcessStandsStill() throws Exception {
    try (LocalLambda lambda = start(AS_ON_LAMBDA, Map.of())) {
      assumeLimits(lambda);
      answer(lambda, "{\"do\":\"background\"}");
      Thread.sleep(700);
      answer(lambda, "{\"do\":\"sleep\",\"seconds\":0.1}");
      assertThat(answer(lambda, "{\"do\":\"background\"}").asDouble()).isGreaterThan(0.5);
    }
  }

  @Test
  void theTaskRootIsReadOnlyAndTmpIsTheSandboxesOwn() throws Exception {
    EmulatorSettings settings = Functions.SETTINGS;
    try (LocalLambda lambda = start(settings, Map.of())) {
      assumeTrue(lambda.isolationLimit().isEmpty(), () -> lambda.isolationLimit().toString());
      JsonNode first = answer(lambda, "{\"do\":\"files\"}");
      JsonNode second = answer(lambda, "{\"do\":\"files\"}");
      lambda.updateFunctionConfiguration(
          "f", OptionalInt.of(256), Optional.empty(), Optional.empty());
      JsonNode other = answer(lambda, "{\"do\":\"files\"}");

      assertThat(first.toString()).isEqualTo("{\"taskRoot\":\"Read-only file system\",\"tmp\":[]}");
      assertThat(second.get("tmp").toString()).isEqualTo("[\"mine\"]");
      assertThat(other.get("tmp").toString()).isEqualTo("[]");
      assertThat(Path.of("/tmp/mine")).doesNotExist();
      assertThat(Path.of("/var/task")).doesNotExist();
    }
  }

  @Test
  void anInitThatTakesTooLongIsRepeatedInsideTheFirstCallWithTheFunctionsTimeout()
      throws Exception {
    EmulatorSettings settings = Functions.SETTINGS.withInitLimit(Duration.ofMillis(700));
    try (LocalLambda lambda = start(settings, Map.of("AT_INIT", "sleep 1"))) {
      Invocation invocation = invoke(lambda, "{}");

      assertThat(invocation.functionError()).isEmpty();
      assertThat(invocation.logTail())
          .contains("INIT_REPORT Init Duration: 700.00 ms\tPhase: init\tStatus: timeout\n")
          .doesNotContain("\tInit Duration")
          .containsPattern("\tDuration: \\d{4,}\\.\\d\\d ms\tBilled");
    }
  }

  @Test
  void nothingIsLeftOfASandboxWhenItsLambdaIsClosed() throws Exception {
    try (LocalLambda lambda = start(AS_ON_LAMBDA, Map.of())) {
      invoke(lambda, "{}");
    }
    assertThat(Leftovers.ofProcess(ProcessHandle.current().pid())).isEmpty();
  }
}
