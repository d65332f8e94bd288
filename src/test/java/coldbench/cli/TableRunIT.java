package coldbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/table.md against DynamoDB local, over TLS. */
@EnabledIfSystemProperty(named = "os.arch", matches = "amd64")
class TableRunIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EXAMPLE = "examples/table/";

  @TempDir Path results;

  /** The answers are those of the table: each trial's are held against the entry's expectation. */
  @Tag("emulator")
  @Test
  void nativeJavaAndPythonPutAndReadItems() throws Exception {
    Project.Outcome build = Project.coldbench("build", EXAMPLE + "java", "--arch", "x86_64");
    assertThat(build.exitCode()).as(build.err()).isZero();

    Project.Outcome called = Project.coldbench("invoke", EXAMPLE + "java");
    assertThat(called.err()).contains("Starting DynamoDB local");
    assertThat(called.out()).isEqualTo("{\"customer\": \"Ada\", \"total\": 42}%n".formatted());

    List<String> labels =
        List.of("table-java", "table-java-late", "table-python", "table-python-late");
    Path run = measured(EXAMPLE + "table.json", labels);

    JsonNode environment = JSON.readTree(run.resolve("environment.json").toFile());
    assertThat(environment.path("services")).hasToString("{\"dynamodb\":\"DynamoDB local 2.6.1\"}");
    JsonNode described = JSON.readTree(run.resolve("run.json").toFile()).path("functions");
    assertThat(described.findValuesAsText("variables").toString())
        .doesNotContain("AWS_ENDPOINT_URL_DYNAMODB");
    assertThat(described.path(0).path("variables").toString())
        .isEqualTo("[\"CONNECT\",\"TABLE_NAME\"]");
  }

  /** Needs cargo and, for Rust's 200 crates, minutes. */
  @Tag("long")
  @Test
  void theSdksForRustAndForJavaPutAndReadItems() throws Exception {
    Process build =
        new ProcessBuilder(EXAMPLE + "build")
            .directory(Project.FOLDER.toFile())
            .inheritIO()
            .start();
    assertThat(build.waitFor()).isZero();

    measured(
        EXAMPLE + "peers.json," + EXAMPLE + "aot.json",
        List.of("table-rust", "table-rust-late", "table-jvm", "table-jvm-late", "table-aot"),
        "--memory=512");
  }

  private Path measured(String files, List<String> labels, String... more) throws Exception {
    List<String> arguments =
        Stream.concat(
                Stream.of(
                    "local",
                    "--with=" + files,
                    "--functions=" + String.join(",", labels),
                    "--rounds=1",
                    "--warm=1",
                    "--cpu=full",
                    "--out=" + results),
                Stream.of(more))
            .toList();
    Project.Outcome outcome = Project.coldbench(arguments.toArray(String[]::new));

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.err()).contains("Starting DynamoDB local 2.6.1, whose own time is not");
    assertThat(outcome.out().replaceAll("\\s+", " "))
        .contains("DynamoDB local 2.6.1, on this machine behind TLS: its own time");
    try (Stream<Path> runs = Files.list(results.resolve("runs"))) {
      return runs.findFirst().orElseThrow();
    }
  }
}
