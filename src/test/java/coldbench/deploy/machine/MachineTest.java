package coldbench.deploy.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldbench.asl.ExecutionResult;
import coldbench.asl.StateMachine;
import coldbench.deploy.Synthesized;
import coldbench.local.TrialJournal;
import coldbench.results.RunLayout;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The synthesized machine, run to its end against accounts that behave and that do not. */
class MachineTest {
  private static final StateMachine MACHINE =
      StateMachine.load(Synthesized.with(Map.of()).definition());

  private final Account account = new Account();
  private Account.Function java;
  private String javaName;

  @BeforeEach
  void functions() {
    JsonNode available =
        Synthesized.with(Map.of()).definition().at("/States/LoadSettings/Assign/available");
    javaName = available.path(0).path("name").asText();
    java = account.function(javaName);
    account.function(available.path(1).path("name").asText());
  }

  private ExecutionResult run(String input) {
    return run(MACHINE, input);
  }

  private ExecutionResult run(StateMachine machine, String input) {
    try {
      return account.run(machine, input);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode json(String text) {
    return Evaluation.json(text);
  }

  private ExecutionResult.Failed failed(String input) {
    return (ExecutionResult.Failed) run(input);
  }

  private JsonNode output(String input) {
    return ((ExecutionResult.Succeeded) run(input)).output();
  }

  private JsonNode trial(String path) {
    return account.objects.get("runs/night/trials/" + path + ".json");
  }

  private List<Duration> waited() {
    return account.waits.stream().filter(wait -> !wait.isZero()).toList();
  }

  private JsonNode summary() {
    return account.objects.get("runs/night/summary.json");
  }

  @Test
  void aRunPutsItsDescriptionItsTrialsAndItsSummary() {
    assertThat(output("{'rounds': 2, 'warm': 1, 'memoryMb': [128, 256], 'n': 78}"))
        .isEqualTo(
            json(
                "{'run': 'night', 'bucket': '%s', 'summary': 'runs/night/summary.json', 'trials': 8}"
                    .formatted(
                        Synthesized.with(Map.of())
                            .definition()
                            .at("/States/LoadSettings/Assign/bucket")
                            .asText())));
    RunLayout layout = new RunLayout("night");
    assertThat(account.objects)
        .hasSize(10)
        .containsKeys(
            layout.key(RunLayout.MANIFEST),
            layout.key(RunLayout.trial("java", 128, 1)),
            layout.key(RunLayout.trial("python", 256, 2)),
            layout.key(RunLayout.SUMMARY));
    assertThat(account.objects.keySet().stream().filter(RunLayout::isTrial)).hasSize(8);
  }

  @Test
  void aTrialObjectHasTheRawSamples() {
    output("{'rounds': 1, 'warm': 1}");

    assertThat(trial("java/128/1"))
        .isEqualTo(
            json(
                """
                {'run': 'night', 'function': 'java', 'memoryMb': 128, 'round': 1,
                 'status': 'complete', 'forcedAt': '2026-03-14T02:00:00.100Z', 'attempts': 1,
                 'polls': 1, 'discarded': [],
                 'sandbox': {'cpu': 'Intel(R) Xeon(R) Processor @ 2.90GHz',
                             'kernel': '5.10.245-269.978.amzn2.x86_64', 'memoryMb': 182},
                 'cold': {'requestId': '6f0b5bc9-1a51-4b4e-9a0c-6a9a40b6d3a1', 'initMs': 28.96,
                          'durationMs': 1.77, 'billedMs': 31, 'maxMemoryMb': 16,
                          'waitMs': 0, 'handler': {'computeMs': 0.00003, 'allocMs': 0.09296, 'totalMs': 0.09299}},
                 'warm': [{'requestId': '6f0b5bc9-1a51-4b4e-9a0c-6a9a40b6d3a1',
                           'durationMs': 1.22, 'billedMs': 2, 'maxMemoryMb': 16,
                           'waitMs': 0, 'handler': {'computeMs': 0.00003, 'allocMs': 0.09296, 'totalMs': 0.09299}}]
                }"""));
  }

  @Test
  void runJsonDescribesWhatWasAskedForAndWhatWasMeasured() {
    java.memoryMb = 512;
    java.variables.put("BENCH_RUN", "aborted");
    output("{'rounds': 1, 'warm': 0, 'functions': ['java'], 'seed': 7}");

    assertThat(account.objects.get("runs/night/run.json"))
        .isEqualTo(
            json(
                """
                {'run': 'night', 'startedAt': '2026-03-14T02:00:00.100Z', 'region': 'eu-central-1',
                 'execution': '%s',
                 'input': {'rounds': 1, 'warm': 0, 'functions': ['java'], 'seed': 7},
                 'rounds': 1, 'warm': 0, 'memoryMb': [128], 'n': 40, 'seed': '7',
                 'order': [{'memoryMb': 128, 'round': 1, 'functions': ['java']}],
                 'functions': [{'label': 'java', 'name': '%s',
                   'arn': 'arn:aws:lambda:eu-central-1:123456789012:function:f',
                   'runtime': 'provided.al2023', 'architecture': 'arm64', 'handler': 'bootstrap',
                   'codeSize': 231000, 'codeSha256': '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
                   'memoryMb': 128, 'timeoutSeconds': 30, 'version': '$LATEST',
                   'lastModified': '2026-03-14T01:00:00.000+0000', 'variables': ['STAGE']}]
                }"""
                    .formatted(Account.EXECUTION, javaName)));
  }

  @Test
  void theSummaryHasACellForEachFunctionAndMemorySize() {
    output("{'rounds': 3, 'warm': 2}");

    assertThat(summary().path("cells")).hasSize(2);
    assertThat(summary().path("cells").path(0))
        .isEqualTo(
            json(
                """
                {'function': 'java', 'memoryMb': 128, 'count': 3, 'failures': 0,
                 'cold': {
                  'initMs': {'mean': 28.96, 'min': 28.96, 'p50': 28.96, 'p90': 28.96, 'p99': 28.96, 'max': 28.96},
                  'durationMs': {'mean': 1.77, 'min': 1.77, 'p50': 1.77, 'p90': 1.77, 'p99': 1.77, 'max': 1.77},
                  'coldMs': {'mean': 30.73, 'min': 30.73, 'p50': 30.73, 'p90': 30.73, 'p99': 30.73, 'max': 30.73},
                  'billedMs': {'mean': 31, 'min': 31, 'p50': 31, 'p90': 31, 'p99': 31, 'max': 31}},
                 'warm': {'durationMs': {'mean': 1.22, 'min': 1.22, 'max': 1.22},
                          'billedMs': {'mean': 2, 'min': 2, 'max': 2}},
                 'maxMemoryMb': 16}"""));
  }

  @Test
  void blocksAndTheFunctionsInThemRunInAnOrderThatTheSeedGives() {
    output("{'rounds': 20, 'warm': 0, 'memoryMb': [128, 256], 'seed': 1}");
    JsonNode order = account.objects.get("runs/night/run.json").path("order");
    List<String> forced =
        account.calls.stream().filter(Account.Call::measures).map(Account.Call::function).toList();
    List<String> planned = new ArrayList<>();
    order.forEach(
        block ->
            block
                .path("functions")
                .forEach(
                    label ->
                        planned.add(
                            label.asText().equals("java")
                                ? javaName
                                : account.functions.keySet().stream()
                                    .filter(name -> !name.equals(javaName))
                                    .findFirst()
                                    .orElseThrow())));

    assertThat(forced).isEqualTo(planned);
    assertThat(order).hasSize(40).doesNotHaveDuplicates();
    assertThat(column(order, "/round").subList(0, 20)).isNotEqualTo(sorted(order, "/round"));
    assertThat(column(order, "/functions/0")).contains("java", "python");
    output("{'rounds': 20, 'warm': 0, 'memoryMb': [128, 256], 'seed': 1}");
    assertThat(account.objects.get("runs/night/run.json").path("order")).isEqualTo(order);
    output("{'rounds': 20, 'warm': 0, 'memoryMb': [128, 256], 'seed': 2}");
    assertThat(account.objects.get("runs/night/run.json").path("order")).isNotEqualTo(order);
  }

  private static List<String> column(JsonNode list, String pointer) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(each -> each.at(pointer).asText())
        .toList();
  }

  private static List<String> sorted(JsonNode list, String pointer) {
    return column(list, pointer).stream().sorted().limit(20).toList();
  }

  @Test
  void theFunctionsKeepTheirVariablesAndGetTheirConfigurationBack() {
    List<String> during = new ArrayList<>();
    account.meanwhile =
        call -> {
          if (call.measures() && call.function().equals(javaName)) {
            during.add(java.variables.path("STAGE").asText() + java.memoryMb);
          }
        };

    output("{'rounds': 1, 'warm': 0, 'memoryMb': [512]}");

    assertThat(during).containsExactly("test512");
    assertThat(java.memoryMb).isEqualTo(128);
    assertThat(java.variables).hasToString("{\"STAGE\":\"test\"}");
  }

  @Test
  void whatAnAbortedRunLeftBehindIsNotTakenForTheOriginal() {
    java.memoryMb = 3008;
    java.variables.put("BENCH_RUN", "yesterday/2026-03-13T02:00:00Z");

    output("{'rounds': 1, 'warm': 0}");

    assertThat(java.memoryMb).isEqualTo(128);
    assertThat(java.variables).hasToString("{\"STAGE\":\"test\"}");
  }

  @Test
  void theFirstPollComesAtOnceAndLaterOnesTwoSecondsApart() {
    java.pollsUntilSettled = 3;

    output("{'rounds': 1, 'warm': 0, 'functions': ['java']}");

    assertThat(waited()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
  }

  @Test
  void anOldSandboxThatAnswersIsDiscardedAndForcedAgainMorePatiently() {
    java.callsOfOldSandbox = 2;

    output("{'rounds': 1, 'warm': 0, 'functions': ['java']}");

    JsonNode trial = trial("java/128/1");
    assertThat(trial.path("status").asText()).isEqualTo("complete");
    assertThat(trial.path("attempts").asInt()).isEqualTo(3);
    assertThat(column(trial.path("discarded"), "/was")).containsExactly("warm", "warm");
    assertThat(column(trial.path("discarded"), "/wanted")).containsOnly("cold");
    assertThat(waited()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4));
  }

  @Test
  void anOldSandboxUnderAnotherMemorySizeIsToldByItsReport() {
    java.callsOfOldSandbox = 1;

    output("{'rounds': 1, 'warm': 0, 'memoryMb': [256], 'functions': ['java']}");

    assertThat(column(trial("java/256/1").path("discarded"), "/was")).containsExactly("stale");
  }

  @Test
  void aFunctionThatNeverStartsColdFailsItsTrialAfterSevenForces() {
    java.callsOfOldSandbox = 100;

    ExecutionResult.Failed failed = failed("{'rounds': 1, 'warm': 1}");

    assertThat(failed.error()).isEqualTo("IncompleteRun");
    assertThat(failed.cause())
        .startsWith("1 of 2 trials failed, 1 of java at 128 MB; summary at s3://")
        .endsWith("/runs/night/summary.json");
    JsonNode trial = trial("java/128/1");
    assertThat(trial.path("error"))
        .isEqualTo(
            json(
                "{'name': 'NeverCold', 'cause': 'the last answer is warm, expected cold: something else calls the"
                    + " function. Let nothing else call it, and run again'}"));
    assertThat(trial.path("attempts").asInt()).isEqualTo(7);
    assertThat(trial.path("discarded")).hasSize(7);
    assertThat(trial.has("cold")).isFalse();
    assertThat(trial("python/128/1").path("status").asText()).isEqualTo("complete");
    assertThat(summary().at("/cells/0/failures").asInt()).isEqualTo(1);
    assertThat(summary().at("/cells/0").has("cold")).isFalse();
    assertThat(waited()).extracting(Duration::toSeconds).containsExactly(2L, 4L, 8L, 16L, 30L, 30L);
  }

  @Test
  void aWarmCallThatStartsColdIsDiscardedAndCalledAgain() {
    java.coldCallsInBetween = 4;

    output("{'rounds': 1, 'warm': 2, 'functions': ['java']}");

    assertThat(column(trial("java/128/1").path("discarded"), "/was"))
        .hasSize(4)
        .containsOnly("cold");
    assertThat(trial("java/128/1").path("warm")).hasSize(2);
  }

  @Test
  void aFunctionThatDoesNotStayWarmFailsItsTrialAndKeepsWhatWasMeasured() {
    java.coldCallsInBetween = 5;

    failed("{'rounds': 1, 'warm': 2, 'functions': ['java']}");

    JsonNode trial = trial("java/128/1");
    assertThat(trial.at("/error/name").asText()).isEqualTo("NeverWarm");
    assertThat(trial.path("discarded")).hasSize(5);
    assertThat(trial.at("/cold/initMs").asDouble()).isEqualTo(28.96);
  }

  @Test
  void aWrongAnswerFailsTheTrialAtOnce() {
    java.answer = "{\"fib_result\": 1}";

    failed("{'rounds': 1, 'functions': ['java']}");

    JsonNode trial = trial("java/128/1");
    assertThat(trial.at("/error/name").asText()).isEqualTo("WrongAnswer");
    assertThat(trial.at("/error/cause").asText()).contains("fib_result");
    assertThat(trial.path("discarded")).hasSize(1);
    assertThat(account.actionsOn(javaName)).containsOnlyOnce("invoke");
  }

  @Test
  void aFunctionSOwnErrorIsNeverTriedAgain() {
    account.refuse("invoke", javaName, 1, "Runtime.ExitError");

    failed("{'rounds': 1}");

    assertThat(trial("java/128/1").path("error"))
        .isEqualTo(json("{'name': 'Runtime.ExitError', 'cause': 'refused by the test'}"));
    assertThat(account.actionsOn(javaName)).containsOnlyOnce("invoke");
    assertThat(trial("python/128/1").path("status").asText()).isEqualTo("complete");
  }

  @ParameterizedTest
  @CsvSource({
    "getFunction, Lambda.TooManyRequestsException",
    "updateFunctionConfiguration, Lambda.ResourceConflictException",
    "updateFunctionConfiguration, Lambda.ServiceException",
    "invoke, Lambda.TooManyRequestsException",
    "invoke, Lambda.SdkClientException",
    "putObject, S3.S3Exception",
    "listExecutions, Sfn.SfnException",
  })
  void aServiceThatIsBusyIsAskedAgain(String action, String error) {
    account.refuse(action, "", 3, error);

    output("{'rounds': 2, 'warm': 1}");

    assertThat(summary().path("complete").asInt()).isEqualTo(4);
  }

  @Test
  void anUpdateThatFailsFailsTheTrial() {
    java.updateStatus = "Failed";

    failed("{'rounds': 1, 'functions': ['java']}");

    assertThat(trial("java/128/1").path("error"))
        .isEqualTo(json("{'name': 'UpdateFailed', 'cause': 'no reason given'}"));
  }

  @Test
  void anUpdateThatDoesNotSettleFailsTheTrialAfterThirtyPolls() {
    java.pollsUntilSettled = 1000;

    failed("{'rounds': 1, 'functions': ['java']}");

    assertThat(trial("java/128/1").path("error"))
        .isEqualTo(
            json(
                "{'name': 'UpdateTooSlow', 'cause': 'not settled after 30 polls, status InProgress'}"));
  }

  @Test
  void aStatusThatBelongsToTheUpdateBeforeDoesNotCount() {
    account.meanwhile =
        call -> {
          boolean firstPoll =
              account.actionsOn(javaName).stream().filter("getFunction"::equals).count() == 3;
          if (call.action().equals("getFunction") && call.function().equals(javaName)) {
            java.revision += firstPoll ? -1 : java.revision == 1 && calledUpdate() ? 1 : 0;
          }
        };

    output("{'rounds': 1, 'warm': 0, 'functions': ['java']}");

    assertThat(waited()).containsExactly(Duration.ofSeconds(2));
  }

  private boolean calledUpdate() {
    return account.actionsOn(javaName).contains("updateFunctionConfiguration");
  }

  @Test
  void anUpdateBySomebodyElseInBetweenFailsTheTrial() {
    account.meanwhile =
        call -> {
          if (call.action().equals("getFunction") && calledUpdate()) {
            java.variables.put("BENCH_RUN", "another/2026-03-14T02:00:00Z");
          }
        };

    failed("{'rounds': 1, 'functions': ['java']}");

    assertThat(trial("java/128/1").at("/error/name").asText()).isEqualTo("Disturbed");
    assertThat(account.actionsOn(javaName)).doesNotContain("invoke");
  }

  @Test
  void aTrialWhoseObjectCannotBePutCountsAsFailed() {
    account.refuse("putObject", "trials/java", 1000, "S3.S3Exception");

    ExecutionResult.Failed failed = failed("{'rounds': 1}");

    assertThat(failed.cause()).startsWith("1 of 2 trials failed, 1 of java at 128 MB");
    assertThat(trial("python/128/1").path("status").asText()).isEqualTo("complete");
  }

  @Test
  void aBucketThatRefusesFromTheStartLeavesTheFunctionsAlone() {
    account.refuse("putObject", "run.json", 1000, "S3.S3Exception");

    assertThat(failed("{}").error()).isEqualTo("S3.S3Exception");
    assertThat(java.revision).isEqualTo(1);
  }

  @Test
  void aFunctionThatCannotBeRestoredIsNamed() {
    account.meanwhile =
        call -> {
          if (call.action().equals("putObject")
              && call.arguments().path("Key").asText().contains("trials/java")) {
            account.refuse(
                "updateFunctionConfiguration", javaName, 1000, "Lambda.ResourceNotFoundException");
          }
        };

    ExecutionResult.Failed failed = failed("{'rounds': 1}");

    assertThat(failed.cause())
        .startsWith(
            "0 of 2 trials failed, configuration of java not restored"
                + " (Lambda.ResourceNotFoundException); summary at");
    assertThat(column(summary().path("notRestored"), "/function")).containsExactly("java");
  }

  @Test
  void aSecondRunIsRefusedBeforeItChangesAnything() {
    execution("first", "2026-03-14T02:00:00.050Z");
    execution("night", "2026-03-14T02:00:00.100Z");

    ExecutionResult.Failed failed = failed("{}");

    assertThat(failed.error()).isEqualTo("RunInProgress");
    assertThat(failed.cause())
        .isEqualTo(
            "the run first has been going on since 2026-03-14T02:00:00.050Z, and two at once would"
                + " disturb each other: wait until it has ended, or stop it");
    assertThat(account.objects).isEmpty();
    assertThat(java.revision).isEqualTo(1);
  }

  @Test
  void ofTwoThatBeganAtTheSameMomentJustOneGoesOn() {
    execution("a", "2026-03-14T02:00:00.100Z");
    assertThat(failed("{'rounds': 1}").error()).isEqualTo("RunInProgress");

    account.executions.clear();
    execution("z", "2026-03-14T02:00:00.100Z");
    output("{'rounds': 1}");
  }

  @Test
  void aRunThatBeganLaterDisturbsNobody() {
    execution("night", "2026-03-14T02:00:00.100Z");
    execution("later", "2026-03-14T02:00:01Z");

    output("{'rounds': 1}");
  }

  private void execution(String name, String startDate) {
    account.executions.add(
        new ObjectMapper()
            .createObjectNode()
            .put("ExecutionArn", Account.EXECUTION.replace("night", name))
            .put("Name", name)
            .put("StartDate", startDate));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'rounds': 0} | rounds is 0, expected a whole number from 1 to 1000",
        "{'rounds': 1001} | rounds is 1001, expected a whole number from 1 to 1000",
        "{'rounds': 1.5} | rounds is 1.5, expected a whole number from 1 to 1000",
        "{'rounds': '3'} | rounds is \"3\", expected a whole number from 1 to 1000",
        "{'rounds': null} | rounds is null, expected a whole number from 1 to 1000",
        "{'warm': -1} | warm is -1, expected a whole number from 0 to 2000",
        "{'warm': 2001} | warm is 2001, expected a whole number from 0 to 2000",
        "{'memoryMb': 128} | memoryMb is 128, expected a list, each a whole number from 128 to 10240",
        "{'memoryMb': []} | memoryMb is [], expected a list with at least one, each a whole number from 128 to 10240",
        "{'memoryMb': [127]} | memoryMb contains 127, expected a whole number from 128 to 10240",
        "{'memoryMb': [128, 10241]} | memoryMb contains 10241, expected a whole number from 128 to 10240",
        "{'memoryMb': [128, 128]} | memoryMb is [128,128], expected each value once",
        "{'n': 79} | n is 79, expected a whole number from 0 to 78",
        "{'functions': ['rust']} | functions contains \"rust\", expected one of java, python",
        "{'functions': []} | functions is [], expected a list with at least one, each one of java, python",
        "{'functions': ['java', 'java']} | functions is [\"java\",\"java\"], expected each value once",
        "{'seed': 2147483648} | seed is 2147483648, expected a whole number from 0 to 2147483647",
        "{'round': 3} | round is not a field, expected rounds, warm, memoryMb, n, functions, seed, until",
        "{'until': 0} | until is 0, expected a number of percent from 0.1 to 100",
        "{'until': 101} | until is 101, expected a number of percent from 0.1 to 100",
        "{'until': '5%'} | until is \"5%\", expected a number of percent from 0.1 to 100",
        "{'until': null} | until is null, expected a number of percent from 0.1 to 100",
        "{'until': 5, 'rounds': 9} | rounds is 9, expected at least 10 with until: fewer tell no precision",
        "{'until': 5, 'functions': ['java']} | until is 5, expected nothing with functions that give no ratio: measure two that handle the same event",
        "{'until': 5, 'memoryMb': [128, 129, 130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 140]} | rounds is 100, with 13 memory sizes and 2 functions that is 2600 trials, expected 2500 in one execution: at most 96 rounds",
        "[] | input is [], expected an object",
        "'hello' | input is \"hello\", expected an object",
        "{'rounds': 0, 'n': -1} | rounds is 0, expected a whole number from 1 to 1000; n is -1, expected a whole number from 0 to 78",
        "{'rounds': 1000, 'memoryMb': [128, 256]} | rounds is 1000, with 2 memory sizes and 2 functions that is 4000 trials, expected 2500 in one execution: at most 625 rounds",
      })
  void aBadInputIsRefusedBeforeAnyServiceIsCalled(String input, String cause) {
    ExecutionResult.Failed failed = failed(input);

    assertThat(failed.error()).isEqualTo("InvalidInput");
    assertThat(failed.cause()).isEqualTo(cause);
    assertThat(account.calls).isEmpty();
  }

  @Test
  void aRunUntilAPrecisionEndsWhenEveryRatioHasHeldItTwice() {
    JsonNode output = output("{'rounds': 50, 'warm': 1, 'memoryMb': [128, 256], 'until': 5}");

    assertThat(output.path("trials").asInt()).isEqualTo(60);
    assertThat(summary().path("precision"))
        .isEqualTo(
            json(
                """
                {'untilPercent': 5, 'rounds': 15, 'most': 50, 'reached': true,
                 'widest': {'function': 'python', 'memoryMb': 128, 'figure': 'cold', 'percent': 0}}"""));
    assertThat(summary().at("/cells/3/count").asInt()).isEqualTo(15);
    JsonNode run = account.objects.get("runs/night/run.json");
    assertThat(run.path("order")).hasSize(100);
    assertThat(run.path("until").asInt()).isEqualTo(5);
    assertThat(account.objects.keySet().stream().filter(RunLayout::isTrial)).hasSize(60);
  }

  @Test
  void aRunThatNeverBecomesPreciseEndsAfterItsRoundsAndSaysSo() {
    account.refuse("invoke", javaName, 1000, "Runtime.ExitError");

    ExecutionResult.Failed failed = failed("{'rounds': 12, 'warm': 0, 'until': 5}");

    assertThat(failed.cause()).startsWith("12 of 24 trials failed, 12 of java at 128 MB");
    assertThat(summary().path("precision"))
        .isEqualTo(json("{'untilPercent': 5, 'rounds': 12, 'most': 12, 'reached': false}"));
  }

  @Test
  void aRunUntilAPrecisionThatIsTakenUpAgainMeasuresWhatIsMissingAndEndsAlike(@TempDir Path folder)
      throws Exception {
    AtomicInteger calls = new AtomicInteger();
    account.meanwhile =
        call -> {
          if (call.measures() && calls.incrementAndGet() == 23) {
            Thread.currentThread().interrupt();
          }
        };
    String input = "{'rounds': 50, 'warm': 0, 'until': 5}";
    assertThatThrownBy(() -> account.run(MACHINE, input, TrialJournal.of(folder)))
        .isInstanceOf(InterruptedException.class);
    assertThat(TrialJournal.of(folder).finished()).isEqualTo(22);

    account.run(MACHINE, input, TrialJournal.of(folder));

    assertThat(summary().at("/precision/rounds").asInt()).isEqualTo(35);
    assertThat(summary().path("complete").asInt()).isEqualTo(70);
    assertThat(calls.get()).isEqualTo(71);
  }

  @Test
  void withoutInputTenRoundsOfBothFunctionsAreMeasuredWithFiveWarmCalls() {
    output("{}");

    assertThat(summary().path("complete").asInt()).isEqualTo(20);
    assertThat(trial("python/128/10").path("warm")).hasSize(5);
  }

  @Test
  void aFunctionOfTheUserSOwnGetsItsEventAndIsJudgedByItsExpectation() {
    StateMachine own =
        StateMachine.load(
            Synthesized.with(Map.of("functions", "examples/functions.json")).definition());
    run(own, "{'rounds': 1, 'warm': 1, 'functions': ['java', 'hello-python']}");

    assertThat(trial("java/128/1").path("status").asText()).isEqualTo("complete");
    // The account answers by the benchmark's contract, which is not what is expected of it.
    assertThat(trial("hello-python/128/1").at("/error/name").asText()).isEqualTo("WrongAnswer");
    assertThat(account.calls.stream().filter(call -> call.action().equals("invoke")))
        .extracting(call -> call.arguments().path("Payload"))
        .contains(json("{'names': ['Ada', 'Grace']}"))
        .anyMatch(payload -> payload.path("rawQueryString").asText().equals("n=40"));
    JsonNode functions = account.objects.get("runs/night/run.json").path("functions");
    assertThat(functions.path(0).has("event")).isFalse();
    assertThat(functions.path(1).path("event").asText()).contains("Grace");
  }

  @Test
  void aMemorySizeThatTheAccountRefusesEndsTheRunOnceAndNotEachTrial() {
    account.refuse(
        "updateFunctionConfiguration",
        "\"MemorySize\":10240",
        1000,
        "Lambda.InvalidParameterValueException");

    ExecutionResult.Failed failed = failed("{'memoryMb': [128, 10240]}");

    assertThat(failed.error()).isEqualTo("IncompleteRun");
    assertThat(failed.cause())
        .startsWith("40 of 40 trials failed")
        .contains(", Lambda.InvalidParameterValueException: refused by the test; summary at");
    assertThat(account.objects).containsOnlyKeys("runs/night/run.json", "runs/night/summary.json");
    assertThat(java.memoryMb).isEqualTo(128);
    assertThat(java.variables).hasToString("{\"STAGE\":\"test\"}");
  }

  @Test
  void whatLambdaRefusesOfAFunctionEndsTheRunAfterItsFirstRounds() {
    account.refuse(
        "updateFunctionConfiguration",
        "\"BENCH_RUN\"",
        1000,
        "Lambda.InvalidParameterValueException");

    ExecutionResult.Failed failed = failed("{'rounds': 10, 'warm': 0}");

    assertThat(failed.cause())
        .startsWith("20 of 20 trials failed")
        .contains(
            "StoppedEarly: after 2 rounds it was of no use to go on (java:"
                + " Lambda.InvalidParameterValueException; python:");
    assertThat(account.objects.keySet().stream().filter(RunLayout::isTrial)).hasSize(4);
    assertThat(summary().path("error").path("name").asText()).isEqualTo("StoppedEarly");
    assertThat(java.variables).hasToString("{\"STAGE\":\"test\"}");
  }

  /** Somebody takes away its role, or its key, in the middle of a long run. */
  @Test
  void whatLambdaRefusesLaterEndsTheRunWhenItIsLookedAtNext() {
    account.meanwhile =
        call -> {
          boolean late = account.objects.keySet().stream().filter(RunLayout::isTrial).count() >= 27;
          if (late && call.action().equals("updateFunctionConfiguration")) {
            account.meanwhile = later -> {};
            account.refuse(
                "updateFunctionConfiguration",
                "\"BENCH_RUN\"",
                1000,
                "Lambda.InvalidParameterValueException");
          }
        };

    ExecutionResult.Failed failed = failed("{'rounds': 100, 'warm': 0}");

    assertThat(failed.cause())
        .contains(
            "StoppedEarly: after 22 rounds it was of no use to go on (java:"
                + " Lambda.InvalidParameterValueException");
    assertThat(account.objects.keySet().stream().filter(RunLayout::isTrial)).hasSize(44);
    assertThat(summary().path("complete").asInt()).isBetween(26, 28);
    assertThat(java.variables).hasToString("{\"STAGE\":\"test\"}");
  }

  @Test
  void aRunOfWhichEveryFunctionFailsInTheSameWayEndsAfterItsFirstRounds() {
    java.answer = "{}";
    account.functions.values().forEach(each -> each.answer = "{}");

    ExecutionResult.Failed failed = failed("{'rounds': 10, 'warm': 0, 'memoryMb': [128, 256]}");

    assertThat(failed.cause())
        .contains(
            "StoppedEarly: after 2 rounds it was of no use to go on (java: WrongAnswer; python: WrongAnswer)");
    assertThat(account.objects.keySet().stream().filter(RunLayout::isTrial)).hasSize(8);
    assertThat(trial("java/128/1").at("/error/cause").asText())
        .startsWith("fib_result is missing, expected 102334155; the whole answer is");
  }

  @Test
  void aRunOfWhichOneFunctionSucceedsGoesOn() {
    java.answer = "{}";

    ExecutionResult.Failed failed = failed("{'rounds': 4, 'warm': 0}");

    assertThat(failed.cause()).startsWith("4 of 8 trials failed").doesNotContain("StoppedEarly");
  }

  @Test
  void upToWhatAnyAccountAllowsNothingIsTried() {
    output("{'rounds': 1, 'warm': 0, 'memoryMb': [3008], 'functions': ['java']}");

    // Forced once and restored once.
    assertThat(account.actionsOn(javaName).stream().filter("updateFunctionConfiguration"::equals))
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lambda.ClientExecutionTimeoutException", "Lambda.SdkClientException"})
  void aCallThatTheServiceNeverAnsweredIsMadeAgain(String error) {
    account.refuse("invoke", javaName, 1, error);
    output("{'rounds': 1, 'warm': 0, 'functions': ['java']}");

    assertThat(trial("java/128/1").path("status").asText()).isEqualTo("complete");
  }

  @Test
  void anInitThatLambdaRepeatedInsideTheCallFailsItsTrialAtOnceWithWhatToDo() {
    java.suppressesInit = true;
    failed("{'rounds': 1, 'warm': 1, 'functions': ['java']}");

    JsonNode trial = trial("java/128/1");
    assertThat(trial.path("error"))
        .isEqualTo(
            json(
                "{'name': 'SuppressedInit', 'cause': 'init took longer than its 10 s or failed (INIT_REPORT Init Duration: 10337.01 ms, Phase: init, Status: timeout), so Lambda repeated it inside the call: make init shorter, or give the function more memory'}"));
    assertThat(trial.path("attempts").asInt()).isEqualTo(1);
    assertThat(column(trial.path("discarded"), "/was")).containsExactly("suppressed");
  }

  @Test
  void aRepeatedInitAmongWarmCallsIsCalledAgainAndNeverCounted() {
    AtomicInteger calls = new AtomicInteger();
    account.meanwhile =
        call -> {
          if (call.action().equals("invoke") && calls.incrementAndGet() == 2) {
            java.coldCallsInBetween = 1;
            java.suppressesInit = true;
          }
        };
    output("{'rounds': 1, 'warm': 2, 'functions': ['java']}");

    JsonNode trial = trial("java/128/1");
    assertThat(column(trial.path("discarded"), "/was")).containsExactly("suppressed");
    assertThat(column(trial.path("warm"), "/durationMs")).containsExactly("1.22", "1.22");
  }

  @Test
  void longLabelsLeaveRoomForFewerTrials() {
    Map<String, Object> entry =
        Map.of(
            "label", "a2345678901234567890",
            "code", "examples/hello-python",
            "runtime", "python3.13",
            "handler", "hello.handler");

    assertThat(
            Synthesized.with(Map.of("functions", List.of(entry)))
                .definition()
                .at("/States/LoadSettings/Assign/limits/trials")
                .asInt())
        .isEqualTo(2203);
  }
}
