package coldbench.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a run that was stopped leaves behind, in an account that goes on changing meanwhile. */
class CleanupTest {
  private final RecordedAccount account = new RecordedAccount();
  private final List<String> said = new ArrayList<>();
  private final List<Duration> waits = new ArrayList<>();

  private List<String> problems() throws InterruptedException {
    Clients clients = account.clients();
    return new Cleanup(clients, Deployment.find(clients, "dev"), waits::add, said::add)
        .after(Optional.of("night"));
  }

  @Test
  void everyFunctionIsRestoredAndTheVersionsOfRunsAreDeleted() throws InterruptedException {
    account.functions.values().forEach(function -> function.force(512));
    account.function("snap").versions.add("7");

    assertThat(problems()).isEmpty();

    assertThat(account.functions.values()).allMatch(RecordedAccount.Function::asDeployed);
    assertThat(account.function("snap").versions).isEmpty();
    assertThat(said).hasSize(4).anyMatch(line -> line.matches("Deleted version 7 of .*Snap.*"));
  }

  @Test
  void nothingIsRestoredWhileABlockStillGoesOn() throws InterruptedException {
    account.looksAtBlocks = 3;
    account.meanwhile = () -> account.function("python").force(1024);

    assertThat(problems()).isEmpty();

    assertThat(account.functions.values()).allMatch(RecordedAccount.Function::asDeployed);
    assertThat(account.calls.lastIndexOf("describeMapRun"))
        .isLessThan(account.calls.indexOf("updateFunctionConfiguration"));
    assertThat(waits).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void anUpdateThatGoesOnOrComesBetweenIsWaitedFor() throws InterruptedException {
    account.function("java").force(512);
    account.function("java").looksInProgress = 2;
    account.function("java").conflicts = 2;

    assertThat(problems()).isEmpty();

    assertThat(account.function("java").asDeployed()).isTrue();
  }

  @Test
  void aFunctionThatCannotBeRestoredIsNamedAndDoesNotKeepTheOthersFromIt()
      throws InterruptedException {
    account.functions.values().forEach(function -> function.force(512));
    account.function("java").denied = true;
    account.function("snap").versions.add("7");

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("cannot restore the configuration of Java")
        .contains("the account does not allow it (not authorized)");

    assertThat(account.function("python").asDeployed()).isTrue();
    assertThat(account.function("snap").asDeployed()).isTrue();
    assertThat(account.function("snap").versions).isEmpty();
  }

  @Test
  void aFunctionThatIsChangedAgainAfterwardsIsNamed() throws InterruptedException {
    account.function("snap").versions.add("7");
    RecordedAccount.Function java = account.function("java");
    Clients clients = account.clients();

    List<String> problems =
        new Cleanup(
                clients,
                Deployment.find(clients, "dev"),
                waits::add,
                line -> {
                  if (line.startsWith("Deleted")) {
                    java.force(512);
                  }
                })
            .after(Optional.empty());

    assertThat(problems).singleElement().asString().contains("was changed again");
  }

  @Test
  void blocksThatDoNotEndAreNamedAndTheFunctionsRestoredAllTheSame() throws InterruptedException {
    account.function("java").force(512);
    account.looksAtBlocks = 1_000_000;

    assertThat(problems())
        .containsExactly(
            "blocks of the run night are still running after 300 s: stop it again later");

    assertThat(account.function("java").asDeployed()).isTrue();
  }

  @Test
  void aFunctionWhoseUpdatesNeverEndIsGivenUp() throws InterruptedException {
    account.function("java").force(512);
    account.function("java").conflicts = 1_000_000;

    assertThat(problems())
        .singleElement()
        .asString()
        .contains("could not be restored, since it was changed each time");
  }
}
