package coldbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.emulator.EmulatorSettings;
import coldbench.emulator.FunctionSpec;
import coldbench.emulator.Invocation;
import coldbench.emulator.LocalLambda;
import coldbench.emulator.interpreter.PythonEnvironment;
import coldbench.local.LocalStack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The native Java function and the Python one, as packaged, behind the local Lambda. */
class EqualAnswersIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> TIMES = List.of("compute_ms", "alloc_ms", "total_ms");

  private static LocalLambda lambda;
  private static Map<String, FunctionSpec> functions;

  @BeforeAll
  static void createBothFunctions() throws Exception {
    LocalStack stack = Project.stack();
    functions = stack.functions();
    PythonEnvironment python = PythonEnvironment.prepare(System.getenv(), System.err::println);
    lambda = new LocalLambda(EmulatorSettings.defaults().withPython(python));
    for (FunctionSpec function : functions.values()) {
      lambda.createFunction(function);
    }
  }

  @AfterAll
  static void endTheirProcesses() {
    lambda.close();
  }

  /** Free memory is cut off or not, and may have changed in between. */
  @Test
  void bothFunctionsTellTheSameOfTheirSandbox() throws Exception {
    JsonNode java = sandbox("java");
    JsonNode python = sandbox("python");

    for (String told : List.of("cpuinfo", "kernel")) {
      assertThat(java.path(told)).isEqualTo(python.path(told));
    }
    assertThat(java.path("kernel").asText())
        .isEqualTo(Files.readString(Path.of("/proc/sys/kernel/osrelease")));
    assertThat(java.path("meminfo").asText().lines().findFirst())
        .isEqualTo(python.path("meminfo").asText().lines().findFirst());
  }

  static Stream<String> everyNumber() {
    return IntStream.rangeClosed(0, 78).mapToObj(Integer::toString);
  }

  @ParameterizedTest
  @MethodSource("everyNumber")
  void bothFunctionsComputeTheSameForEveryN(String n) throws Exception {
    String event = event("\"" + n + "\"");
    assertThat(answer("java", event)).isEqualTo(answer("python", event));
    assertThat(answer("java", event).path("statusCode").asInt()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"79\"",
        "\"-1\"",
        "\"\"",
        "\" 1\"",
        "\"1,2\"",
        "\"4.0\"",
        "\"4e1\"",
        "\"0x4\"",
        "\"+4\"",
        "\"٤\"",
        "\"\\\"\\\\\\u0001\\n\"",
        "\"😀\"",
        "\"\\ud800\"",
        "\"99999999999\"",
        "40",
        "true",
        "[]"
      })
  void bothFunctionsRefuseABadNumberWithTheSameWords(String n) throws Exception {
    String event = event(n);
    assertThat(answer("java", event)).isEqualTo(answer("python", event));
    assertThat(answer("java", event).path("statusCode").asInt()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "[]",
        "\"n=3\"",
        "{\"queryStringParameters\": null}",
        "{\"queryStringParameters\": {}}",
        "{\"queryStringParameters\": {\"n\": null}}",
        "{\"queryStringParameters\": {\"m\": \"1\"}}",
        "{\"queryStringParameters\": {\"n\": \"007\"}}"
      })
  void bothFunctionsReadAnEventTheSameWay(String event) throws Exception {
    assertThat(answer("java", event)).isEqualTo(answer("python", event));
    assertThat(answer("java", event).path("statusCode").asInt()).isEqualTo(200);
  }

  private static String event(String n) {
    return "{\"version\": \"2.0\", \"queryStringParameters\": {\"n\": " + n + "}}";
  }

  private static JsonNode sandbox(String label) throws Exception {
    byte[] event = "{\"coldbench\": \"sandbox\"}".getBytes(UTF_8);
    JsonNode answer = JSON.readTree(lambda.invoke(functions.get(label).name(), event).payload());
    return JSON.readTree(answer.path("body").asText());
  }

  /** The answer without what may differ: the name of the runtime and the times. */
  private static JsonNode answer(String label, String event) throws Exception {
    Invocation answered = lambda.invoke(functions.get(label).name(), event.getBytes(UTF_8));
    assertThat(answered.functionError()).as(new String(answered.payload(), UTF_8)).isEmpty();
    ObjectNode answer = (ObjectNode) JSON.readTree(answered.payload());
    ObjectNode body = (ObjectNode) JSON.readTree(answer.path("body").asText());
    if (answer.path("statusCode").asInt() == 200) {
      assertThat(body.remove("runtime").asText()).isEqualTo(label);
      TIMES.forEach(time -> assertThat(body.remove(time).isNumber()).as(time).isTrue());
      return answer.set("body", body);
    }
    return answer;
  }
}
