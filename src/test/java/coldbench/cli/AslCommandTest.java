package coldbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code coldbench asl DEFINITION.json INPUT.json [--mocks FILE] [--history FILE]}. */
class AslCommandTest {
  private static final String DEFINITION =
      """
      {"QueryLanguage": "JSONata", "StartAt": "Call", "States": {
        "Call": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "Pause",
          "Retry": [{"ErrorEquals": ["Lambda.TooManyRequestsException"], "MaxAttempts": 2}]},
        "Pause": {"Type": "Wait", "Seconds": 86400, "Next": "Each"},
        "Each": {"Type": "Map", "Items": [1, 2], "Label": "Each", "End": true,
          "Output": {"first": "{% $states.input %}", "puts": "{% $states.result %}"},
          "ItemProcessor": {
            "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
            "StartAt": "Put", "States": {"Put": {"Type": "Task", "End": true,
              "Resource": "arn:aws:states:::aws-sdk:s3:putObject"}}}}}}
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void files() throws IOException {
    write("machine.json", DEFINITION);
    write("input.json", "{\"n\": 1}");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private int run(String... options) {
    List<String> args = new ArrayList<>();
    args.add("asl");
    args.add(folder.resolve("machine.json").toString());
    args.add(folder.resolve("input.json").toString());
    args.addAll(List.of(options));
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), args.toArray(String[]::new));
  }

  @Test
  void answersAreGivenInTheirOrderAndTheLastOneAgainAndAgain() throws IOException {
    Path mocks =
        write(
            "mocks.json",
            """
            {"lambda:invoke": [
              {"Throw": {"Error": "Lambda.TooManyRequestsException", "Cause": "slow down"}},
              {"Return": {"StatusCode": 200}}],
             "aws-sdk:s3:putObject": [{"Return": "put"}]}
            """);

    assertThat(run("--mocks", mocks.toString())).isZero();
    assertThat(out.toString().replaceAll("\\s+", " "))
        .isEqualTo(
            "status: SUCCEEDED output: { \"first\" : { \"StatusCode\" : 200 }, \"puts\" :"
                + " [ \"put\", \"put\" ] } ");
  }

  @Test
  void aFailureIsPrintedWithErrorAndCause() throws IOException {
    Path mocks =
        write(
            "mocks.json",
            """
            {"lambda:invoke": [{"Throw": {"Error": "Lambda.Gone", "Cause": "no such function"}}],
             "aws-sdk:s3:putObject": [{"Return": {}}]}
            """);

    assertThat(run("--mocks", mocks.toString())).isEqualTo(1);
    assertThat(out.toString().lines())
        .containsExactly("status: FAILED", "error: Lambda.Gone", "cause: no such function");
  }

  @Test
  void historyIsWrittenWithThatOfTheChildExecutions() throws IOException {
    Path mocks =
        write(
            "mocks.json",
            """
            {"lambda:invoke": [{"Return": 1}], "aws-sdk:s3:putObject": [{"Return": 2}]}
            """);
    Path history = folder.resolve("history.json");

    run("--mocks", mocks.toString(), "--history", history.toString());

    JsonNode file = new ObjectMapper().readTree(history.toFile());
    assertThat(file.path("events"))
        .extracting(event -> event.path("type").textValue())
        .containsExactly(
            "ExecutionStarted",
            "TaskStateEntered",
            "TaskScheduled",
            "TaskStarted",
            "TaskSucceeded",
            "TaskStateExited",
            "WaitStateEntered",
            "WaitStateExited",
            "MapStateEntered",
            "MapStateStarted",
            "MapRunStarted",
            "MapRunSucceeded",
            "MapStateSucceeded",
            "MapStateExited",
            "ExecutionSucceeded");
    assertThat(file.path("childExecutions")).hasSize(2);
    assertThat(file.at("/childExecutions/1/executionArn").textValue())
        .startsWith("arn:aws:states:us-east-1:123456789012:execution:machine/Each:");
    assertThat(file.at("/childExecutions/1/events/0/type").textValue())
        .isEqualTo("ExecutionStarted");
  }

  @Test
  void aHistoryThatCannotBeWrittenIsNamedBeforeAnythingStarts() throws IOException {
    Path mocks =
        write(
            "mocks.json",
            """
            {"lambda:invoke": [{"Return": 1}], "aws-sdk:s3:putObject": [{"Return": 2}]}
            """);
    Path nowhere = folder.resolve("nowhere/history.json");

    assertThat(run("--mocks", mocks.toString(), "--history", nowhere.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("--history: " + nowhere + " cannot be written: no such file or folder");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aTaskWithoutAnAnswerIsNamedBeforeAnythingStarts() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "machine.json calls aws-sdk:s3:putObject, lambda:invoke: write their answers into a"
                + " file and give it with --mocks");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aDefinitionThatCannotBeRunIsRefusedWithThePath() throws IOException {
    write("machine.json", DEFINITION.replace("\"Label\": \"Each\"", "\"ItemReader\": {}"));

    assertThat(run()).isEqualTo(2);
    assertThat(err.toString())
        .contains("machine.json: $.States.Each.ItemReader is not supported here, expected Catch");
  }

  @Test
  void anAnswerThatIsNoneIsRefused() throws IOException {
    Path mocks = write("mocks.json", "{\"lambda:invoke\": [{\"Error\": \"E\"}]}");

    assertThat(run("--mocks", mocks.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("mocks.json: lambda:invoke has the answer {\"Error\":\"E\"}");
  }

  @Test
  void aFileThatIsNoJsonIsRefusedWithThePlace() throws IOException {
    write("input.json", "{\"n\": \n1,}");

    assertThat(
            run(
                "--mocks",
                write(
                        "m.json",
                        "{\"lambda:invoke\": [{\"Return\": 1}], \"aws-sdk:s3:putObject\": [{\"Return\": 1}]}")
                    .toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("input.json is not valid JSON:").contains("line 2");
  }

  @Test
  void aFileThatIsMissingIsNamed() throws IOException {
    Files.delete(folder.resolve("machine.json"));

    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("machine.json cannot be read:");
  }
}
