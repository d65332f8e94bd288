package coldbench.account;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.account.Emulator.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The life of an environment in an emulated account, by the real cdk CLI and the real tool: each
 * test goes on where the one before ended.
 *
 * <p>What the emulator lacks is made up for in {@link StepFunctions}, {@link ReportedCall}, {@link
 * EmulatedScheduler} and {@link EmulatedAccount#tagTheBucket} and nowhere else. It deletes a bucket
 * although it is full: that it is emptied before is held by the template's tests. Permissions are
 * not enforced.
 */
@Tag("emulator")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(600)
class AccountIT {
  private static final String OWN =
      """
      [{"label": "snap", "code": "%s", "runtime": "python3.13", "handler": "hello.handler",
        "event": {"names": ["Ada"]}, "expect": {"count": 1}, "snapStart": true}]
      """
          .formatted(Path.of("examples/hello-python").toAbsolutePath());

  @TempDir private static Path folder;
  private static EmulatedAccount account;
  private static Set<String> before;

  @BeforeAll
  static void deploy() throws Exception {
    account = EmulatedAccount.bootstrapped(folder, "it", Map.of());
    before = account.inventory();
    Files.writeString(account.ownFunctions(), OWN);
    account.cdk("deploy", "--require-approval", "never");
  }

  @AfterAll
  static void end() {
    account.close();
  }

  @Order(1)
  @ParameterizedTest
  @ValueSource(strings = {"java", "python"})
  void bothFunctionsAnswer(String label) throws Exception {
    String answer = account.invoke(label, "{\"queryStringParameters\":{\"n\":\"10\"}}");

    JsonNode body =
        new ObjectMapper().readTree(new ObjectMapper().readTree(answer).path("body").asText());
    assertThat(body.path("runtime").asText()).isEqualTo(label);
    assertThat(body.path("fib_result").asInt()).isEqualTo(55);
  }

  @Order(1)
  @ParameterizedTest
  @ValueSource(strings = {"java", "python"})
  void aMeasuredFunctionIsCalledByItsLabel(String label) throws Exception {
    Outcome called = account.coldbench("invoke", label, "--event", "url");

    assertThat(called.exitCode()).as(called.output()).isZero();
    assertThat(called.output())
        .contains("\\\"runtime\\\": \\\"" + label + "\\\"", "\\\"fib_result\\\": 102334155");

    Outcome unknown = account.coldbench("invoke", "nobody", "--event", "url");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.output())
        .contains("neither nobody-it, as ./coldbench deploy makes it, nor a function that is")
        .contains("expected one of java, python, snap");
  }

  @Order(2)
  @Test
  void aDeploymentThatDidNotChangeIsNotDeployedAgain() throws Exception {
    String diff = account.cdk("diff");

    assertThat(diff).contains("There were no differences").doesNotContain("building the native");
  }

  @Order(3)
  @Test
  void aRunGoesFromItsStartToThePrintedReport() throws Exception {
    Outcome run =
        account.coldbench(
            "run", "--functions", "java,python", "--rounds", "2", "--warm", "2", "--run", "first");

    assertThat(run.exitCode()).isZero();
    assertThat(run.output())
        .contains("4 trials in 2 blocks: about ")
        .contains("Started the run first of coldbench-it")
        .contains("2/2 blocks")
        .contains("Page: ");
    assertThat(account.objects("first"))
        .containsExactlyInAnyOrder(
            "run.json",
            "summary.json",
            "trials/java/128/1.json",
            "trials/java/128/2.json",
            "trials/python/128/1.json",
            "trials/python/128/2.json");
    account.assertAsDeployed();
  }

  @Order(4)
  @Test
  void whatARunMeasuredIsFetchedAndReportedAgain(@TempDir Path elsewhere) throws Exception {
    Outcome fetched =
        account
            .emulator()
            .coldbench(
                account.stepFunctions(), "fetch", "--env", "it", "--out", elsewhere.toString());
    Outcome reported =
        account.emulator().coldbench(account.stepFunctions(), "report", elsewhere.toString());

    assertThat(fetched.exitCode()).isZero();
    assertThat(reported.exitCode()).isZero();
    assertThat(fetched.output())
        .contains("cold start", reported.output().lines().skip(2).findFirst().orElseThrow());
    assertThat(account.coldbench("runs").output()).contains("first").contains("SUCCEEDED");
  }

  @Order(5)
  @Test
  void aToolThatIsKilledLeavesItsRunGoingOnAndPicksItUpAgainByItsName() throws Exception {
    Process tool =
        account.started(
            "run", "--functions", "java,python", "--rounds", "4", "--warm", "1", "--run", "second");
    awaitLine(tool, "Started the run second");
    tool.destroyForcibly().waitFor();

    assertThat(account.isRunning("second")).isTrue();
    Outcome again = account.coldbench("run", "--run", "second");

    assertThat(again.output()).contains("Watching the run second of coldbench-it", "Page: ");
    assertThat(again.exitCode()).isZero();
    assertThat(account.objects("second")).contains("summary.json", "trials/java/128/4.json");
  }

  /** By the tool, and where somebody goes round the tool by the machine. */
  private static void assertASecondRunIsRefused() throws Exception {
    Outcome other = account.coldbench("run", "--run", "other");
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.output())
        .contains("the run third of coldbench-it has been running since ")
        .contains("./coldbench run --env it --run third")
        .contains("./coldbench stop --env it");
    assertThat(account.failureOfAnExecution("roundabout"))
        .startsWith("RunInProgress: ")
        .contains("third");
    assertThat(account.objects("roundabout")).isEmpty();
  }

  @Order(6)
  @Test
  void aSecondRunIsRefusedAndOneThatIsStoppedLeavesAllAsItShouldBe() throws Exception {
    Process tool = account.started("run", "--rounds", "20", "--memory", "256", "--run", "third");
    account.awaitObject("third", "trials/java/256/");

    assertASecondRunIsRefused();
    account.awaitVersion("snap");
    Outcome stopped = account.coldbench("stop");

    assertThat(stopped.exitCode()).isZero();
    assertThat(account.versions("snap")).isEmpty();
    account.assertAsDeployed();
    Outcome watched = Emulator.outcome(tool);
    assertThat(watched.output()).contains("Stopped: stopped by coldbench stop");
    assertThat(watched.exitCode()).isEqualTo(1);
    Outcome fetched = account.coldbench("fetch", "--run", "third");
    assertThat(fetched.output()).contains("of 60 trials", "Stopped: stopped by coldbench stop");
    assertThat(fetched.exitCode()).isEqualTo(1);
    assertThat(account.coldbench("runs").output()).contains("ABORTED");
  }

  @Order(7)
  @Test
  void aFunctionWithSnapStartIsMeasuredByVersionsOfWhichNoneIsLeft() throws Exception {
    Outcome run =
        account.coldbench(
            "run", "--functions", "snap", "--rounds", "1", "--warm", "1", "--run", "restored");
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("SnapStart: restored from the snapshot");
    assertThat(account.versions("snap")).isEmpty();
    account.assertAsDeployed();
  }

  @Order(7)
  @ParameterizedTest
  @ValueSource(strings = {"run", "stop"})
  void anEnvironmentThatIsNotThereIsNamedWithWhatToDo(String command) throws Exception {
    Outcome outcome =
        account.emulator().coldbench(account.stepFunctions(), command, "--env", "nowhere");

    assertThat(outcome.output())
        .contains("there is no stack coldbench-nowhere")
        .contains("npx cdk deploy -c env=nowhere");
    assertThat(outcome.exitCode()).isEqualTo(2);
  }

  @Order(7)
  @Test
  void aFunctionOfTheAccountIsCopiedAndTheFunctionStaysAsItWas(@TempDir Path copies)
      throws Exception {
    Set<String> all = account.inventory();

    Outcome imported =
        account
            .emulator()
            .coldbench(
                account.stepFunctions(),
                "import",
                "coldbench-it-python",
                "--label",
                "copied",
                "--with-values",
                "--dir",
                copies.toString());

    assertThat(imported.exitCode()).describedAs(imported.output()).isZero();
    assertThat(imported.output()).contains("Copied coldbench-it-python to ", "--with ");
    JsonNode entry = new ObjectMapper().readTree(copies.resolve("copied.json").toFile()).path(0);
    assertThat(entry.path("handler").asText()).isEqualTo("app.handler");
    assertThat(entry.path("role").asText()).startsWith("arn:aws:iam::");
    assertThat(Files.getPosixFilePermissions(copies.resolve("copied.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(copies.resolve("copied.zip")).isNotEmptyFile();
    assertThat(account.inventory()).isEqualTo(all);
    account.assertAsDeployed();
  }

  @Order(7)
  @Test
  void whatTheScheduleStartsAreRunsLikeAnyOtherAndTheHistoryHasThem(@TempDir Path elsewhere)
      throws Exception {
    List<String> runs = List.of(account.scheduledRun(), account.scheduledRun());

    for (String run : runs) {
      assertThat(account.objects(run))
          .containsExactlyInAnyOrder(
              "run.json", "summary.json", "trials/java/128/1.json", "trials/java/128/2.json");
    }
    account.assertAsDeployed();
    Outcome history = account.coldbench("history", "--out", elsewhere.toString(), "--json");
    assertThat(history.exitCode()).as(history.output()).isZero();
    assertThat(history.output()).contains(runs);
  }

  @Order(7)
  @Test
  void theHistoryOfABucketHasAllItsRuns(@TempDir Path elsewhere) throws Exception {
    Path page = elsewhere.resolve("history.html");
    for (int time = 0; time < 2; time++) {
      Outcome history =
          account.coldbench("history", "--out", elsewhere.toString(), "--html", page.toString());

      assertThat(history.exitCode()).as(history.output()).isZero();
      assertThat(history.output()).contains(" first ", " second ", " third ", "Page: ");
    }
    assertThat(page).content().contains("history-0-coldMs").endsWith("</html>\n");
    assertThat(elsewhere.resolve("runs/second/trials/java/128/4.json")).exists();
  }

  @Order(7)
  @Test
  void aRunThatCostsMuchIsNotStartedUnasked() throws Exception {
    Outcome run = account.coldbench("run", "--rounds", "1000");

    assertThat(run.output()).contains("give --yes");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Order(7)
  @Test
  void aSweepDestroysWhatIsOldAndOfAPipelinesEnvironmentAndNothingElse() throws Exception {
    account.addStack("coldbench-pr-8", Map.of("coldbench", "pr-8"));
    account.addStack("coldbench-prod", Map.of("coldbench", "prod"));
    account.addStack("coldbench-pr-elsewhere", Map.of("owner", "pr-"));

    Outcome young = account.emulator().script("pipeline/sweep", "pr-", "1");
    assertThat(young.exitCode()).isZero();
    assertThat(account.inventory()).contains("coldbench-pr-8");

    Thread.sleep(1000); // The ages of stacks are looked at by the second.
    Outcome old = account.emulator().script("pipeline/sweep", "pr-", "0");
    assertThat(old.exitCode()).isZero();
    assertThat(old.output()).isEqualTo("destroying coldbench-pr-8\n");
    assertThat(account.inventory())
        .doesNotContain("coldbench-pr-8")
        .contains("coldbench-it", "coldbench-prod", "coldbench-pr-elsewhere");
    assertThat(account.tagsOfStack("coldbench-it")).containsEntry("coldbench", "it");
    account.deleteStack("coldbench-prod");
    account.deleteStack("coldbench-pr-elsewhere");
  }

  @Order(8)
  @Test
  void destroyingNeedsNothingBuiltAndLeavesNothingThoughTheBucketIsFull(
      @TempDir Path nothingBuilt, @TempDir Path emptyCache) throws Exception {
    assertThat(account.objects("third")).isNotEmpty();
    account.tagTheBucket();
    Files.delete(account.ownFunctions());
    assertThat(account.cdk("list")).contains("coldbench-it");

    String output =
        account.cdk(
            Map.of("XDG_CACHE_HOME", emptyCache.toString()),
            "destroy",
            "--force",
            "--output",
            nothingBuilt.toString());

    assertThat(output).doesNotContain("building the native");
    assertThat(emptyCache).isEmptyDirectory();
    assertThat(account.inventory()).isEqualTo(before);
  }

  static void awaitLine(Process tool, String wanted) throws Exception {
    BufferedReader lines = tool.inputReader();
    String line = lines.readLine();
    while (line != null && !line.contains(wanted)) {
      line = lines.readLine();
    }
    assertThat(line).isNotNull();
  }
}
