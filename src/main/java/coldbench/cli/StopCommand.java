package coldbench.cli;

import coldbench.aws.Cleanup;
import coldbench.aws.Clients;
import coldbench.aws.Deployment;
import coldbench.aws.RunStatus;
import coldbench.aws.Runs;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code coldbench stop}: ends the run that goes on and tidies up behind it. */
@Command(
    name = "stop",
    description =
        "Stops the current run, if there is one, restores the functions' deployed configuration and deletes the versions that the run published. What was measured is kept.",
    mixinStandardHelpOptions = true)
public final class StopCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private AccountOptions account = new AccountOptions();

  @Option(
      names = "--run",
      paramLabel = "NAME",
      description =
          "The run (default: the one in progress). One that was started a moment ago may only be found by its name.")
  private Optional<String> run = Optional.empty();

  @Override
  public Integer call() throws Exception {
    return account.work(System.getenv(), this::stop);
  }

  int stop(Clients clients, Deployment deployment) throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    Runs runs = new Runs(clients, deployment);
    Optional<RunStatus> running = running(runs, deployment);
    running.ifPresent(
        each -> {
          runs.stop(each.name());
          err.printf(
              "Stopped the run %s; what it measured: %s --env %s --run %s%n",
              each.name(), CalledAs.command("fetch"), account.env, each.name());
        });
    if (running.isEmpty()) {
      err.println("No run of " + deployment.stack() + " is in progress");
    }
    Optional<String> stopped =
        running.or(() -> runs.latest(1).stream().findFirst()).map(RunStatus::name);
    List<String> problems =
        new Cleanup(
                clients, deployment, duration -> Thread.sleep(duration.toMillis()), err::println)
            .after(stopped);
    problems.forEach(problem -> err.println("coldbench: " + problem));
    return problems.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private Optional<RunStatus> running(Runs runs, Deployment deployment) {
    if (run.isEmpty()) {
      return runs.running();
    }
    RunStatus found =
        runs.find(RunOptions.validName(run.get()))
            .orElseThrow(
                () ->
                    new InvalidOptionsException(
                        "%s has no run named %s: see %s --env %s"
                            .formatted(
                                deployment.stack(),
                                run.get(),
                                CalledAs.command("runs"),
                                account.env)));
    return Optional.of(found).filter(RunStatus::running);
  }
}
