package coldbench.account;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.account.Emulator.Outcome;
import coldbench.project.Entries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
 * A native Java function of one's own from nothing to an emulated account and out of it again, by
 * the tool alone: each test goes on where the one before ended.
 */
@Tag("emulator")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(600)
class ProjectIT {
  @TempDir private static Path folder;
  private static EmulatedAccount account;
  private static Set<String> before;
  private static Path project;

  @BeforeAll
  static void project() throws Exception {
    account = EmulatedAccount.bootstrapped(folder, "it", Map.of());
    before = account.inventory();
    Outcome made = coldbench("new", "orders", "--event", "json", "--dir", folder.toString());
    assertThat(made.exitCode()).isZero();
    project = folder.resolve("orders").toRealPath();
    Entries.add(project, "\"timeoutSeconds\": 7, \"environment\": {\"SHOP\": \"s\"}");
  }

  @AfterAll
  static void end() {
    account.close();
  }

  private static Outcome coldbench(String... arguments) throws Exception {
    return account.emulator().coldbench(account.stepFunctions(), arguments);
  }

  private static String[] deploy(String... more) {
    return Stream.concat(
            Stream.of(
                "deploy", project.toString(), "--env=it", "--arch", EmulatedAccount.architecture()),
            Stream.of(more))
        .toArray(String[]::new);
  }

  /** As somebody at a terminal does it, who answers what cdk asks. */
  private static Outcome asked(String answer, String... arguments) throws Exception {
    return account.emulator().atTerminal(answer, account.stepFunctions(), arguments);
  }

  @Order(1)
  @Test
  void aFolderIsBuiltAndDeployedAsItsEntrySays() throws Exception {
    Outcome deployed = coldbench(deploy("--yes", "--memory=256"));

    assertThat(deployed.exitCode()).as(deployed.output()).isZero();
    assertThat(deployed.output().lines()).contains("orders-it");
    var found = account.configuration("orders-it");
    assertThat(found.runtimeAsString()).isEqualTo("provided.al2023");
    assertThat(found.memorySize()).isEqualTo(256);
    assertThat(found.timeout()).isEqualTo(7);
    assertThat(found.environment().variables()).containsEntry("SHOP", "s");
    assertThat(account.tagsOfStack("orders-it")).containsEntry("coldbench-function", "orders");
  }

  @Order(2)
  @Test
  void itIsCalledByItsFolderOrItsNameInTheAccount() throws Exception {
    Outcome byFolder = coldbench("invoke", project.toString(), "--env", "it");
    Outcome byName = coldbench("invoke", "orders", "--env", "it", "--event", "json");
    for (Outcome called : List.of(byFolder, byName)) {
      assertThat(called.exitCode()).as(called.output()).isZero();
      assertThat(called.output().lines()).contains("{\"message\": \"Hello, Ada!\"}");
    }
    Outcome wrong = coldbench("invoke", "orders", "--env", "nowhere", "--event", "json");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.output())
        .contains("neither orders-nowhere, as ./coldbench deploy makes it, nor a function that is");
  }

  /** A URL for everybody is a permission, so that cdk wants to know. */
  @Order(3)
  @Test
  void atATerminalCdkAsksAndNothingIsDeployedWhereItIsToldNo() throws Exception {
    Outcome refused = asked("n", deploy("--url", "NONE"));

    assertThat(refused.output())
        .contains("(y/n)", "IAM Statement Changes")
        .doesNotContain("Warning: NodeVersionSupportWarning");
    assertThat(refused.output().lines()).endsWith("coldbench: orders was not deployed, see above");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(account.configuration("orders-it").memorySize()).isEqualTo(256);
  }

  @Order(4)
  @Test
  void whereItIsToldYesAUrlIsPrintedAndNothingIsBuiltAsNoSourceChanged() throws Exception {
    Outcome deployed = asked("y", deploy("--url", "NONE"));

    assertThat(deployed.output()).contains("(y/n)");
    assertThat(deployed.exitCode()).as(deployed.output()).isZero();
    assertThat(deployed.output())
        .containsPattern("(?m)^orders-it http\\S+\\s*$")
        .doesNotContain("building the native");
  }

  @Order(5)
  @Test
  void aStackOfSomebodyElseIsLeftAlone() throws Exception {
    account.addStack("orders-theirs", Map.of("owner", "somebody"));
    for (String command : new String[] {"deploy", "destroy"}) {
      Outcome refused = coldbench(command, project.toString(), "--yes", "--env=theirs");

      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.output())
          .contains("the stack orders-theirs was not made by coldbench deploy")
          .doesNotContain("Building");
    }
    account.deleteStack("orders-theirs");
  }

  @Order(6)
  @Test
  void whoSaysNoKeepsWhatIsDeployed() throws Exception {
    Outcome kept = asked("n", "destroy", project.toString(), "--env=it");

    assertThat(kept.output().lines()).endsWith("coldbench: orders was not destroyed, see above");
    assertThat(kept.exitCode()).isEqualTo(1);
    assertThat(account.configuration("orders-it").memorySize()).isEqualTo(128);
  }

  @Order(7)
  @Test
  void destroyingBuildsNothingAndLeavesNothing() throws Exception {
    Files.writeString(project.resolve("pom.xml"), "this is no pom");
    Outcome destroyed = coldbench("destroy", project.toString(), "--yes", "--env=it");

    assertThat(destroyed.exitCode()).as(destroyed.output()).isZero();
    assertThat(destroyed.output()).contains("Destroyed orders-it").doesNotContain("uilding");
    assertThat(account.inventory()).isEqualTo(before);

    Outcome again = coldbench("destroy", project.toString(), "--yes", "--env=it");
    assertThat(again.exitCode()).isZero();
    assertThat(again.output()).contains("There is no stack orders-it in us-east-1");
  }
}
