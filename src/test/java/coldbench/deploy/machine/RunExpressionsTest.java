package coldbench.deploy.machine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The machine's shorter expressions on their own, against what the services answer. */
class RunExpressionsTest {
  private static final String FUNCTION =
      """
      {'Configuration': {'FunctionArn': 'arn:aws:lambda:eu-central-1:123456789012:function:j',
        'Runtime': 'provided.al2023', 'Architectures': ['arm64'], 'Handler': 'bootstrap',
        'CodeSize': 176000, 'CodeSha256': 'q83v', 'Timeout': 30, 'MemorySize': 512,
        'Version': '$LATEST', 'LastModified': '2026-03-01T10:00:00.000+0000',
        'RevisionId': 'r2', 'LastUpdateStatus': 'Successful'%s}}""";

  @Test
  void aDescriptionRestoresWhatTheTemplateDeployedAndNotWhatAnAbortedRunLeft() {
    JsonNode description =
        Evaluation.of("DescribeFunction.Output")
            .input("{'label': 'java', 'name': 'coldbench-dev-java', 'memoryMb': 128}")
            .result(function(", 'Environment': {'Variables': {'BENCH_RUN': 'old/1', 'A': 'b'}}"))
            .evaluate();

    assertThat(description.path("restore"))
        .isEqualTo(Evaluation.json("{'memoryMb': 128, 'variables': {'A': 'b'}}"));
    assertThat(description.at("/described/memoryMb").asInt()).isEqualTo(128);
    assertThat(description.at("/described/variables")).isEqualTo(Evaluation.json("['A']"));
    assertThat(description.at("/described/codeSha256").asText()).isEqualTo("q83v");
  }

  @Test
  void aFunctionWithoutVariablesIsDescribedAndRestoredWithoutAny() {
    JsonNode description =
        Evaluation.of("DescribeFunction.Output")
            .input("{'label': 'java', 'name': 'j', 'memoryMb': 128}")
            .result(function(""))
            .evaluate();

    assertThat(description.at("/restore/variables")).isEqualTo(Evaluation.json("{}"));
    assertThat(description.at("/described/variables")).isEqualTo(Evaluation.json("[]"));
  }

  @ParameterizedTest
  @CsvSource({"r1, run/1, true, true", "r2, run/1, false, true", "r1, run/0, true, false"})
  void anUpdateIsSettledByItsRevisionAndItsOwnVariable(
      String before, String benchRun, boolean fresh, boolean own) {
    JsonNode settled =
        Evaluation.of("PollUpdate.Output")
            .variable("before", "'" + before + "'")
            .variable("benchRun", "'" + benchRun + "'")
            .result(function(", 'Environment': {'Variables': {'BENCH_RUN': 'run/1'}}"))
            .evaluate();

    assertThat(settled.path("fresh").asBoolean()).isEqualTo(fresh);
    assertThat(settled.path("own").asBoolean()).isEqualTo(own);
    assertThat(settled.path("status").asText()).isEqualTo("Successful");
    assertThat(settled.has("reason")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2020-01-01T00:00:00.000Z, true", "2099-01-01T00:00:00.000Z, false"})
  void onlyARunThatBeganEarlierIsInTheWay(String began, boolean inTheWay) {
    JsonNode running =
        Evaluation.of("FindOtherRuns.Output")
            .result(
                Evaluation.json(
                    "{'Executions': [{'ExecutionArn': 'arn:other', 'Name': 'other', 'StartDate': '"
                        + began
                        + "'}]}"))
            .evaluate();

    assertThat(running.path("run").asText()).isEqualTo(inTheWay ? "other" : "");
  }

  @Test
  void aRunInProgressIsNamedWithWhatToDo() {
    JsonNode cause =
        Evaluation.of("RunInProgress.Cause")
            .input("{'run': 'night', 'since': '2026-03-01T02:00:00.000Z'}")
            .evaluate();

    assertThat(cause.asText())
        .startsWith("the run night has been going on since 2026-03-01T02:00:00.000Z")
        .endsWith("wait until it has ended, or stop it");
  }

  @Test
  void anIncompleteRunSaysHowManyOfWhatAndWhereTheSummaryIs() {
    JsonNode cause =
        Evaluation.of("IncompleteRun.Cause")
            .variable("bucket", "'b'")
            .variable("plan", "{'run': 'night'}")
            .input(
                """
                {'trials': 8, 'complete': 5,
                 'cells': [{'function': 'java', 'memoryMb': 128, 'failures': 0},
                           {'function': 'python', 'memoryMb': 256, 'failures': 3}],
                 'notRestored': [{'function': 'python', 'error': {'name': 'Lambda.ServiceException'}}]}""")
            .evaluate();

    assertThat(cause.asText())
        .isEqualTo(
            "3 of 8 trials failed, 3 of python at 256 MB, configuration of python not restored"
                + " (Lambda.ServiceException); summary at s3://b/runs/night/summary.json");
  }

  @Test
  void whatWasDiscardedIsKeptWithWhatWasWanted() {
    JsonNode discarded =
        Evaluation.of("ClassifyCall.discarded")
            .variable("discarded", "[{'requestId': 'a'}]")
            .variable("attempts", "2")
            .input(
                "{'wanted': 'cold', 'was': 'warm', 'sample': {'requestId': 'b', 'durationMs': 1.2}}")
            .evaluate();

    assertThat(discarded)
        .isEqualTo(
            Evaluation.json(
                "[{'requestId': 'a'}, {'requestId': 'b', 'durationMs': 1.2, 'wanted': 'cold',"
                    + " 'was': 'warm', 'attempt': 2}]"));
  }

  @ParameterizedTest
  @CsvSource({
    "cold, warm, NeverCold, something else calls the function",
    "cold, stale, NeverCold, sandboxes with the memory size of before",
    "cold, unreported, NeverCold, its log ends without a whole REPORT line",
    "cold, unrestored, NeverCold, Lambda started it without its snapshot",
    "warm, cold, NeverWarm, its sandboxes do not last",
    "warm, suppressed, NeverWarm, its init took longer",
  })
  void anAnswerThatNeverIsAsExpectedSaysWhatToDo(
      String wanted, String was, String name, String why) {
    JsonNode error =
        Evaluation.of("ClassifyCall.error")
            .input("{'wanted': '%s', 'was': '%s'}".formatted(wanted, was))
            .evaluate();

    assertThat(error.path("name").asText()).isEqualTo(name);
    assertThat(error.path("cause").asText())
        .startsWith("the last answer is %s, expected %s: %s".formatted(was, wanted, why))
        .containsPattern("[.] [A-Z].*, (and run again|or give the function more memory)$");
  }

  @Test
  void aTrialThatFailedBeforeItsColdStartHasNeitherItNorATime() {
    JsonNode trial = trial("''", "[]", "{'name': 'NeverCold', 'cause': 'c'}");

    assertThat(trial.path("status").asText()).isEqualTo("failed");
    assertThat(trial.has("cold")).isFalse();
    assertThat(trial.has("forcedAt")).isFalse();
    assertThat(trial.path("warm")).isEqualTo(Evaluation.json("[]"));
    assertThat(trial.at("/error/name").asText()).isEqualTo("NeverCold");
  }

  @Test
  void aTrialsFirstSampleIsItsColdStart() {
    JsonNode trial =
        trial("'2026-03-01T02:00:00.000Z'", "[{'initMs': 28.96}, {'durationMs': 1.2}]", "{}");

    assertThat(trial.path("status").asText()).isEqualTo("complete");
    assertThat(trial.path("cold")).isEqualTo(Evaluation.json("{'initMs': 28.96}"));
    assertThat(trial.path("warm")).isEqualTo(Evaluation.json("[{'durationMs': 1.2}]"));
    assertThat(trial.has("error")).isFalse();
  }

  @Test
  void anInputWithoutFieldsIsPlannedByTheDefaults() {
    JsonNode plan = validate("{}").path("plan");

    assertThat(plan.path("rounds").asInt()).isEqualTo(10);
    assertThat(plan.path("warm").asInt()).isEqualTo(5);
    assertThat(plan.path("n").asInt()).isEqualTo(40);
    assertThat(plan.path("memoryMb")).isEqualTo(Evaluation.json("[128]"));
    assertThat(plan.path("seed").asText()).isEqualTo("night");
    assertThat(plan.path("functions")).hasSize(2);
  }

  @Test
  void everyMistakeOfAnInputIsNamedAtOnce() {
    assertThat(
            validate("{'rounds': 2.5, 'n': 79, 'memoryMb': [], 'speed': 1}").path("cause").asText())
        .contains(
            "speed is not a field",
            "rounds is 2.5, expected a whole number from 1 to 1000",
            "n is 79, expected a whole number from 0 to 78",
            "memoryMb is []");
  }

  private static JsonNode validate(String input) {
    return Evaluation.of("ValidateInput.Output")
        .variable("bucket", "'b'")
        .variable("available", "[{'label': 'java', 'name': 'j'}, {'label': 'python', 'name': 'p'}]")
        .variable(
            "limits",
            "{'trials': 2500, 'rounds': 1000, 'warm': 100, 'calls': 252500, 'tryRounds': 2, 'look': 10, 'firstLook': 10, 'nextLook': 5, 'lanes': 1, 'events': 20000}")
        .input(input)
        .evaluate();
  }

  private static JsonNode trial(String forcedAt, String samples, String error) {
    return Evaluation.of("PutTrial.Body")
        .variable(
            "trial", "{'run': 'night', 'label': 'java', 'memoryMb': 128, 'round': 3, 'lanes': 1}")
        .variable("forcedAt", forcedAt)
        .variable("attempts", "1")
        .variable("discarded", "[]")
        .variable("samples", samples)
        .variable("parts", "[]")
        .variable("error", error)
        .evaluate();
  }

  private static JsonNode function(String more) {
    return Evaluation.json(FUNCTION.formatted(more));
  }
}
