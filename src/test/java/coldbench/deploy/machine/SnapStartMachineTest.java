package coldbench.deploy.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldbench.asl.ExecutionResult;
import coldbench.asl.StateMachine;
import coldbench.deploy.Synthesized;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine with a function that has SnapStart, against accounts that behave and do not. */
public class SnapStartMachineTest {
  public static final Map<String, Object> CONTEXT =
      Map.of(
          "functions",
          List.of(
              Map.of(
                  "label", "snap",
                  "code", "examples/hello-python",
                  "runtime", "python3.13",
                  "handler", "hello.handler",
                  "snapStart", true)));

  private static final JsonNode DEFINITION = Synthesized.with(CONTEXT).definition();
  private static final StateMachine MACHINE = StateMachine.load(DEFINITION);

  private final Account account = new Account();
  private Account.Function snap;
  private String snapName;

  @BeforeEach
  void functions() {
    JsonNode available = DEFINITION.at("/States/LoadSettings/Assign/available");
    available.forEach(each -> account.function(each.path("name").asText()));
    snapName = available.path(2).path("name").asText();
    snap = account.function(snapName);
  }

  private ExecutionResult run(String input) throws InterruptedException {
    return account.run(MACHINE, input);
  }

  private void complete(String input) throws InterruptedException {
    assertThat(run(input)).isInstanceOf(ExecutionResult.Succeeded.class);
  }

  private ExecutionResult.Failed failed() throws InterruptedException {
    return (ExecutionResult.Failed) run("{'rounds': 1, 'warm': 1}");
  }

  private JsonNode trial() {
    return account.objects.get("runs/night/trials/snap/128/1.json");
  }

  private JsonNode error() {
    return trial().path("error");
  }

  private List<String> actions() {
    return account.actionsOn(snapName);
  }

  @Test
  void aVersionIsPublishedCalledColdAndWarmAndDeleted() throws InterruptedException {
    complete("{'rounds': 1, 'warm': 2}");

    assertThat(actions())
        .containsExactly(
            "getFunction",
            "getFunction",
            "updateFunctionConfiguration",
            "getFunction",
            "publishVersion",
            "getFunction",
            "invoke",
            "invoke",
            "invoke",
            "deleteFunction",
            "updateFunctionConfiguration",
            "listVersionsByFunction");
    assertThat(account.calls.stream().filter(call -> call.function().equals(snapName)))
        .filteredOn(call -> List.of("invoke", "deleteFunction").contains(call.action()))
        .extracting(Account.Call::version)
        .containsOnly("1");
    assertThat(snap.versions).isEmpty();
    assertThat(snap.variables).hasToString("{\"STAGE\":\"test\"}");
  }

  @Test
  void aTrialHasTheRestoreInPlaceOfAnInit() throws InterruptedException {
    complete("{'rounds': 1, 'warm': 1}");

    assertThat(trial().path("cold"))
        .isEqualTo(
            Evaluation.json(
                """
                {'requestId': '6f0b5bc9-1a51-4b4e-9a0c-6a9a40b6d3a1', 'restoreMs': 412.50,
                 'billedRestoreMs': 30, 'durationMs': 1.77, 'billedMs': 31, 'maxMemoryMb': 16,
                 'waitMs': 0, 'handler': {'computeMs': 0.00003, 'allocMs': 0.09296, 'totalMs': 0.09299}}"""));
    assertThat(trial().path("warm").path(0).has("restoreMs")).isFalse();
    assertThat(
            account.objects.get("runs/night/trials/java/128/1.json").at("/cold/initMs").asDouble())
        .isEqualTo(28.96);
    JsonNode cells = account.objects.get("runs/night/summary.json").path("cells");
    assertThat(cells.path(2).at("/cold/restoreMs/mean").asDouble()).isEqualTo(412.5);
    assertThat(cells.path(2).at("/cold/coldMs/mean").asDouble()).isEqualTo(414.27);
    assertThat(cells.path(2).at("/cold").has("initMs")).isFalse();
    assertThat(cells.path(0).at("/cold").has("restoreMs")).isFalse();
    JsonNode functions = account.objects.get("runs/night/run.json").path("functions");
    assertThat(functions.path(2).path("snapStart").asBoolean()).isTrue();
    assertThat(functions.path(0).has("snapStart")).isFalse();
  }

  @Test
  void theOtherFunctionsAreMeasuredAsEver() throws InterruptedException {
    complete("{'rounds': 2, 'warm': 1, 'functions': ['java', 'python']}");

    assertThat(account.calls)
        .extracting(Account.Call::action)
        .doesNotContain("publishVersion", "deleteFunction", "listVersionsByFunction");
  }

  @Test
  void aSnapshotIsWaitedFor() throws InterruptedException {
    snap.pollsUntilSnapshot = 12;
    complete("{'rounds': 1, 'warm': 0, 'functions': ['snap']}");

    assertThat(account.waits.stream().filter(wait -> !wait.isZero()).toList())
        .hasSize(13)
        .containsOnly(Duration.ofSeconds(10));
  }

  @Test
  void aSnapshotThatFailsFailsTheTrialAndItsVersionIsDeleted() throws InterruptedException {
    snap.snapshotState = "Failed";

    assertThat(failed().cause()).startsWith("1 of 3 trials failed, 1 of snap at 128 MB;");
    assertThat(error())
        .isEqualTo(Evaluation.json("{'name': 'SnapshotFailed', 'cause': 'as the test says'}"));
    assertThat(actions()).doesNotContain("invoke");
    assertThat(snap.versions).isEmpty();
  }

  @Test
  void aSnapshotThatNeverComesFailsTheTrialAfterFifteenMinutes() throws InterruptedException {
    snap.pollsUntilSnapshot = 1000;

    failed();
    assertThat(error())
        .isEqualTo(
            Evaluation.json(
                "{'name': 'SnapshotTooSlow', 'cause': 'no snapshot after 90 polls, state Pending'}"));
    assertThat(account.waits.stream().mapToLong(Duration::toSeconds).sum()).isEqualTo(900);
    assertThat(snap.versions).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lambda.CodeStorageExceededException",
        "Lambda.InvalidParameterValueException",
      })
  void aVersionThatCannotBePublishedFailsTheTrialAtOnce(String error) throws InterruptedException {
    account.refuse("publishVersion", snapName, 1, error);

    failed();
    assertThat(error().path("name").asText()).isEqualTo(error);
    assertThat(actions()).doesNotContain("invoke", "deleteFunction");
  }

  @ParameterizedTest
  @CsvSource({
    "Lambda.SnapStartException",
    "Lambda.SnapStartTimeoutException",
    "Runtime.ExitError",
  })
  void aRestoreThatFailsFailsTheTrialAndItsVersionIsDeleted(String error)
      throws InterruptedException {
    account.refuse("invoke", snapName, 1, error);

    failed();
    assertThat(error().path("name").asText()).isEqualTo(error);
    assertThat(actions()).containsOnlyOnce("invoke");
    assertThat(snap.versions).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "publishVersion, Lambda.TooManyRequestsException",
    "publishVersion, Lambda.ResourceConflictException",
    "getFunction, Lambda.TooManyRequestsException",
    "deleteFunction, Lambda.ResourceConflictException",
    "listVersionsByFunction, Lambda.ServiceException",
    "invoke, Lambda.SnapStartNotReadyException",
  })
  void aServiceThatIsBusyIsAskedAgain(String action, String error) throws InterruptedException {
    account.refuse(action, snapName, 3, error);

    complete("{'rounds': 1, 'warm': 1}");
    assertThat(snap.versions).isEmpty();
  }

  @Test
  void anAnswerThatWasNotRestoredIsForcedAgainWithANewVersion() throws InterruptedException {
    snap.restores = false;

    failed();
    assertThat(error())
        .isEqualTo(
            Evaluation.json(
                "{'name': 'NeverCold', 'cause': 'the last answer is unrestored, expected cold: Lambda started it"
                    + " without its snapshot. See the state of its version, and run again'}"));
    assertThat(trial().path("discarded")).hasSize(7);
    assertThat(actions().stream().filter("publishVersion"::equals)).hasSize(7);
    assertThat(actions().stream().filter("deleteFunction"::equals)).hasSize(7);
    assertThat(snap.versions).isEmpty();
  }

  @Test
  void aVersionOfSomebodyElseSUpdateIsNotMeasured() throws InterruptedException {
    account.meanwhile =
        call -> {
          if (call.action().equals("publishVersion")) {
            snap.variables.put("BENCH_RUN", "another/2026-03-14T02:00:00Z");
          }
        };

    failed();
    assertThat(error().path("name").asText()).isEqualTo("Disturbed");
    assertThat(actions()).doesNotContain("invoke");
    assertThat(snap.versions).isEmpty();
  }

  @Test
  void aVersionThatCouldNotBeDeletedIsDeletedAtTheEndOfTheRun() throws InterruptedException {
    account.refuse("deleteFunction", snapName, 1, "Lambda.AccessDeniedException");

    complete("{'rounds': 1, 'warm': 0}");
    assertThat(trial().path("status").asText()).isEqualTo("complete");
    assertThat(actions().stream().filter("deleteFunction"::equals)).hasSize(2);
    assertThat(snap.versions).isEmpty();
  }

  @Test
  void aVersionThatIsGoneWhenItIsToBeDeletedAtTheEndIsNoFailure() throws InterruptedException {
    account.refuse("deleteFunction", snapName, 1, "Lambda.AccessDeniedException");
    account.meanwhile =
        call -> {
          if (actions().stream().filter("deleteFunction"::equals).count() == 2) {
            snap.versions.clear();
          }
        };

    complete("{'rounds': 1, 'warm': 0}");
  }

  @Test
  void aVersionThatStaysIsNamedAndTheRunIsNotComplete() throws InterruptedException {
    account.refuse("deleteFunction", snapName, 1000, "Lambda.AccessDeniedException");

    assertThat(failed().cause())
        .startsWith("0 of 3 trials failed, configuration of snap not restored (VersionsLeft);");
    assertThat(account.objects.get("runs/night/summary.json").path("notRestored"))
        .singleElement()
        .satisfies(
            left ->
                assertThat(left.at("/error/cause").asText())
                    .contains("could not be deleted (Lambda.AccessDeniedException:"));
    assertThat(snap.variables).hasToString("{\"STAGE\":\"test\"}");
  }

  @Test
  void whatARunThatWasKilledLeftBehindIsDeletedByTheNextOne() throws InterruptedException {
    account.meanwhile =
        call -> {
          if (call.action().equals("invoke") && call.function().equals(snapName)) {
            Thread.currentThread().interrupt();
          }
        };
    assertThatThrownBy(() -> run("{'rounds': 1}")).isInstanceOf(InterruptedException.class);
    assertThat(snap.versions).containsOnlyKeys("1");

    account.meanwhile = call -> {};
    complete("{'rounds': 1}");
    assertThat(snap.versions).isEmpty();
  }

  @Test
  void versionsOfSomebodyElseStay() throws InterruptedException {
    account.meanwhile =
        call -> {
          if (call.action().equals("listVersionsByFunction") && snap.versions.isEmpty()) {
            snap.publish("by hand");
          }
        };

    complete("{'rounds': 1, 'warm': 0}");
    assertThat(snap.versions).hasSize(1);
  }
}
