package coldbench.account;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.account.Emulator.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of an environment in two lanes that measures a change beside its base, in an emulated
 * account: each test goes on where the one before ended.
 */
@Tag("emulator")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(600)
class LanesIT {
  @TempDir private static Path folder;
  private static EmulatedAccount account;
  private static Set<String> before;

  /** The base has the Python function only, and there it is slower. */
  @BeforeAll
  static void deploy() throws Exception {
    Path base = Files.createDirectories(folder.resolve("base/python-fn/function"));
    String python = Files.readString(Path.of("python-fn/function/app.py"));
    Files.writeString(
        base.resolve("app.py"),
        python.replace(
            "def handler(event, context):\n",
            "def handler(event, context):\n    time.sleep(0.5)\n"));
    account =
        EmulatedAccount.bootstrapped(
            folder, "lanes", Map.of("lanes", "2", "base", folder.resolve("base").toString()));
    before = account.inventory();
    Files.writeString(account.ownFunctions(), "[]");
    account.cdk("deploy", "--require-approval", "never");
  }

  @AfterAll
  static void end() {
    account.close();
  }

  @Order(1)
  @Test
  void everyFunctionHasACopyInEachLane() {
    assertThat(account.measured())
        .containsExactly(
            "coldbench-lanes-java",
            "coldbench-lanes-java_2",
            "coldbench-lanes-python",
            "coldbench-lanes-python-base",
            "coldbench-lanes-python-base_2",
            "coldbench-lanes-python_2");
  }

  @Order(2)
  @Test
  void aRunGoesFromItsStartToThePrintedReportAndLeavesEveryCopyAsItWas() throws Exception {
    Outcome run = account.coldbench("run", "--rounds", "6", "--warm", "2", "--run", "first");

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output().replaceAll("\\s+", " "))
        .contains("18 trials in 6 blocks: about ")
        .containsPattern("python takes [0-9.]+ ms off python-base's warm call");
    Set<Integer> lanes = new TreeSet<>();
    for (int round = 1; round <= 6; round++) {
      Set<Integer> ofBlock = new TreeSet<>();
      for (String label : Set.of("java", "python", "python-base")) {
        ofBlock.add(trial(label, round).path("lane").asInt());
      }
      assertThat(ofBlock).as("a block stays in its lane").hasSize(1);
      lanes.addAll(ofBlock);
    }
    assertThat(lanes).containsExactly(1, 2);
    account.assertAsDeployed();
  }

  private static JsonNode trial(String label, int round) throws Exception {
    return new ObjectMapper()
        .readTree(
            folder.resolve("runs/first/trials/%s/128/%d.json".formatted(label, round)).toFile());
  }

  @Order(3)
  @Test
  void aToolThatIsKilledPicksItsRunUpAgainByItsName() throws Exception {
    Process tool =
        account.started("run", "--rounds", "6", "--warm", "1", "--yes", "--run", "second");
    AccountIT.awaitLine(tool, "Started the run second");
    tool.destroyForcibly().waitFor();

    Outcome again = account.coldbench("run", "--run", "second");

    assertThat(again.exitCode()).as(again.output()).isZero();
    assertThat(again.output()).contains("Watching the run second of coldbench-lanes", "Page: ");
  }

  @Order(4)
  @Test
  void stoppingARunRestoresEveryCopy() throws Exception {
    Process tool =
        account.started("run", "--rounds", "40", "--memory", "256", "--yes", "--run", "third");
    for (String name : account.measured()) {
      account.awaitMemory(name, 256);
    }

    Outcome stopped = account.coldbench("stop");

    assertThat(stopped.exitCode()).as(stopped.output()).isZero();
    for (String name : account.measured()) {
      assertThat(stopped.output()).contains("Restored the configuration of " + name + "\n");
    }
    account.assertAsDeployed();
    assertThat(Emulator.outcome(tool).exitCode()).isEqualTo(1);
    account.assertAsDeployed();
  }

  @Order(5)
  @Test
  void destroyingLeavesNothing() throws Exception {
    account.assertDestroyingLeaves(before);
  }
}
