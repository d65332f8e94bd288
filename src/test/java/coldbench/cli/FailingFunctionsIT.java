package coldbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.asl.Engine;
import coldbench.asl.ExecutionResult;
import coldbench.emulator.EmulatorSettings;
import coldbench.emulator.FunctionSpec;
import coldbench.emulator.LocalLambda;
import coldbench.emulator.interpreter.PythonEnvironment;
import coldbench.local.HostInfo;
import coldbench.local.LocalAccount;
import coldbench.local.LocalStack;
import coldbench.local.PlaceWriter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One function misbehaves: its trials fail with the cause, the other one's are measured. */
class FailingFunctionsIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          it crashes               | def handler(event, context): os._exit(3)        | Runtime.ExitError  | exit status 3
          it hangs                 | def handler(event, context): time.sleep(60)     | Sandbox.Timedout   | timed out after 1.00 seconds
          it raises an error       | def handler(event, context): raise ValueError(7)| ValueError         | "errorMessage": "7"
          it exits while it starts | os._exit(4)                                     | Runtime.ExitError  | exit status 4
          it cannot be imported    | import nothing_of_that_name                     | Runtime.ImportModuleError | nothing_of_that_name
          its answer is wrong      | def handler(event, context): return dict(statusCode=200, body='{"fib_result": 1, "alloc_items": 100000, "checksum": 333328333350000}') | WrongAnswer | fib_result is 1, expected 102334155
          its answer is no answer  | def handler(event, context): return None        | WrongAnswer        | the answer is null, expected {"statusCode":200}
          """)
  void aTrialOfAFunctionFailsWithItsCauseWhere(
      String what, String source, String error, String cause) throws Exception {
    Path code = Files.createDirectory(folder.resolve("code"));
    Files.writeString(code.resolve("app.py"), "import os, time\n" + source + "\n");

    ExecutionResult result = run(code);

    assertThat(result).as(what).isInstanceOf(ExecutionResult.Failed.class);
    assertThat(((ExecutionResult.Failed) result).error()).isEqualTo("IncompleteRun");
    assertThat(((ExecutionResult.Failed) result).cause())
        .contains("1 of 2 trials failed, 1 of python at 128 MB");
    JsonNode failed = object("trials/python/128/1.json");
    assertThat(failed.path("status").asText()).isEqualTo("failed");
    assertThat(failed.path("error").path("name").asText()).isEqualTo(error);
    assertThat(failed.path("error").path("cause").asText()).contains(cause);
    JsonNode measured = object("trials/java/128/1.json");
    assertThat(measured.path("status").asText()).isEqualTo("complete");
    assertThat(measured.path("warm")).hasSize(1);
    assertThat(object("summary.json").path("complete").asInt()).isEqualTo(1);
  }

  private ExecutionResult run(Path pythonCode) throws Exception {
    LocalStack stack = Project.stack();
    Map<String, FunctionSpec> functions = new LinkedHashMap<>(stack.functions());
    functions.computeIfPresent("python", (label, function) -> with(function, pythonCode));
    PythonEnvironment python = PythonEnvironment.prepare(System.getenv(), System.err::println);
    PlaceWriter environment =
        new PlaceWriter(
            "test",
            HostInfo.thisOne().orElseThrow(),
            "full",
            Optional.empty(),
            Map.of(),
            Map.of(),
            Map.of());
    try (LocalLambda lambda = new LocalLambda(EmulatorSettings.defaults().withPython(python))) {
      return new LocalAccount(stack, functions, lambda, folder, environment, (key, body) -> {})
          .run(
              "failing",
              JSON.readTree("{\"rounds\": 1, \"warm\": 1}"),
              Optional.empty(),
              Engine.system());
    }
  }

  private static FunctionSpec with(FunctionSpec function, Path code) {
    return new FunctionSpec(
        function.name(),
        code,
        function.runtime(),
        "app.handler",
        function.architecture(),
        function.memoryMb(),
        Duration.ofSeconds(1),
        function.environment(),
        function.region(),
        function.arn());
  }

  private JsonNode object(String key) throws Exception {
    return JSON.readTree(folder.resolve("runs/failing").resolve(key).toFile());
  }
}
