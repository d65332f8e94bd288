package coldbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.emulator.EmulatorSettings;
import coldbench.emulator.FunctionSpec;
import coldbench.emulator.LocalLambda;
import coldbench.local.HostInfo;
import coldbench.local.LocalRuntimes;
import coldbench.local.LocalStack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of docs/own-functions.md, as they stand there. */
class OwnFunctionsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EXAMPLE = "examples/functions.json";

  @TempDir Path results;

  @Test
  void theExampleIsMeasuredBesideTheNativeFunction() throws Exception {
    Project.Outcome outcome =
        Project.coldbench(
            "local",
            "--with=" + EXAMPLE,
            "--functions=java,java-jvm,hello-python",
            "--rounds=1",
            "--warm=1",
            "--cpu=full",
            "--out=" + results);

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out().replaceAll("\\s+", " "))
        .contains(
            "Scenario: computing",
            "the work of hello-python: hello-python's cold start takes",
            "java-jvm's cold start took");
    Path run;
    try (Stream<Path> runs = Files.list(results.resolve("runs"))) {
      run = runs.findFirst().orElseThrow();
    }
    for (String label : List.of("java", "java-jvm", "hello-python")) {
      JsonNode trial = JSON.readTree(run.resolve("trials/" + label + "/128/1.json").toFile());
      assertThat(trial.path("status").asText()).as(trial.toString()).isEqualTo("complete");
    }
    JsonNode environment = JSON.readTree(run.resolve("environment.json").toFile());
    assertThat(environment.at("/runtimes/java-jvm").asText())
        .matches("JVM [0-9].* with aws-lambda-java-runtime-interface-client [0-9.]+");
  }

  @Test
  void whatIsBuiltInIsMeasuredByItsNamesBesideEntriesOfAFile() throws Exception {
    Path list =
        Files.writeString(
            results.resolve("own.json"),
            "[{\"label\": \"lean\", \"like\": \"python\", \"environment\": {\"MODE\": \"lean\"}}]");
    Project.Outcome outcome =
        Project.coldbench(
            "local",
            "--with=java-jvm,java-aot,bare," + list,
            "--functions=bare,java-jvm,java-aot,lean",
            "--rounds=1",
            "--warm=1",
            "--cpu=full",
            "--out=" + results);

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    Path run;
    try (Stream<Path> runs = Files.list(results.resolve("runs"))) {
      run = runs.findFirst().orElseThrow();
    }
    for (String label : List.of("bare", "java-jvm", "java-aot", "lean")) {
      JsonNode trial = JSON.readTree(run.resolve("trials/" + label + "/128/1.json").toFile());
      assertThat(trial.path("status").asText()).as(trial.toString()).isEqualTo("complete");
      assertThat(trial.at("/sandbox/kernel").asText()).as("told by " + label).isNotEmpty();
    }
    Map<String, Long> sizes = new TreeMap<>();
    JSON.readTree(run.resolve("run.json").toFile())
        .path("functions")
        .forEach(each -> sizes.put(each.path("label").asText(), each.path("codeSize").asLong()));
    assertThat(sizes.get("bare")).isBetween(5_000L, 40_000L);
    assertThat(sizes.get("java-aot"))
        .as("with its cache")
        .isGreaterThan(1_000_000 + sizes.get("java-jvm"));
  }

  @Test
  void aRunThatFailsAltogetherStopsAfterItsFirstRoundsAndSaysWhy() throws Exception {
    Path list =
        Files.writeString(
            results.resolve("own.json"),
            """
            [{"label": "mine", "code": "%s", "runtime": "python3.13", "handler": "hello.handler",
              "event": {"names": ["Ada"]}, "expect": {"count": 2}}]
            """
                .formatted(Path.of("examples/hello-python").toAbsolutePath()));

    Project.Outcome outcome =
        Project.coldbench(
            "local",
            "--with=" + list,
            "--functions=mine",
            "--rounds=9",
            "--warm=0",
            "--cpu=full",
            "--out=" + results);

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    List<String> lines = outcome.err().lines().toList();
    assertThat(lines.get(lines.size() - 3))
        .contains("StoppedEarly: after 2 rounds it was of no use to go on (mine: WrongAnswer)");
    assertThat(lines.subList(lines.size() - 2, lines.size()))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("coldbench: no trial succeeded"),
            line ->
                assertThat(line)
                    .startsWith(
                        "coldbench: mine failed 2 times: WrongAnswer: count is 1, expected 2;"
                            + " the whole answer is {"));
  }

  @Test
  void serveRefusesWhatIsNotAvailableHereByName() throws Exception {
    Path list =
        Files.writeString(
            results.resolve("own.json"),
            """
            [{"label": "traced", "like": "python", "tracing": true}]
            """);

    Project.Outcome outcome =
        Project.coldbench("serve", "--with=" + list, "--functions=traced", "--port=18399");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("traced needs what is not available locally: X-Ray (tracing)");
  }

  /** Each trial's answers are held against the benchmark's contract. */
  @Tag("long")
  @Test
  void theRustExampleIsMeasuredBesideTheNativeFunction() throws Exception {
    Process build =
        new ProcessBuilder(
                "cargo",
                "install",
                "--quiet",
                "--locked",
                "--path=examples/rust",
                "--root=examples/rust/target/package")
            .directory(Project.FOLDER.toFile())
            .inheritIO()
            .start();
    assertThat(build.waitFor()).isZero();

    Project.Outcome outcome =
        Project.coldbench(
            "local",
            "--with=examples/rust.json",
            "--functions=java,rust",
            "--rounds=2",
            "--cpu=full",
            "--out=" + results);

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out().replaceAll("\\s+", " "))
        .containsPattern("rust's cold start took .* in 2 blocks");
  }

  @ParameterizedTest
  @ValueSource(strings = {"java-jvm", "java-aot", "bare"})
  void whatIsBuiltInAnswersAsTheNativeFunctionDoes(String label) throws Exception {
    OwnFunctionsOption own = new OwnFunctionsOption();
    own.functions = Optional.of(label);
    String architecture = HostInfo.thisOne().orElseThrow().architecture();
    PrintWriter progress = new PrintWriter(System.err, true, UTF_8);
    Map<String, FunctionSpec> functions =
        new TreeMap<>(
            LocalStack.read(own.template(new Home(Project.FOLDER), architecture, progress))
                .functions());
    functions.keySet().retainAll(List.of("java", label));
    EmulatorSettings settings =
        LocalRuntimes.prepare(functions, architecture, progress::println)
            .in(EmulatorSettings.defaults());
    try (LocalLambda lambda = new LocalLambda(settings)) {
      for (FunctionSpec function : functions.values()) {
        lambda.createFunction(function);
      }
      for (String n : List.of("\"0\"", "\"78\"", "\"79\"", "\"\\u0664\\\\\"", "40", "null")) {
        String event = "{\"queryStringParameters\": {\"n\": " + n + "}}";
        assertThat(answer(lambda, functions.get(label), event))
            .isEqualTo(answer(lambda, functions.get("java"), event));
      }
    }
  }

  /** The answer's text, the times made alike. */
  private static String answer(LocalLambda lambda, FunctionSpec function, String event)
      throws Exception {
    String answer =
        new String(lambda.invoke(function.name(), event.getBytes(UTF_8)).payload(), UTF_8);
    return answer
        .replaceAll("_ms\\\\\": ?[0-9.]+", "_ms")
        .replace("runtime\\\": \\\"bare", "runtime\\\": \\\"java");
  }
}
