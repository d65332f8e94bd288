package coldbench.cli;

import coldbench.analysis.Budget;
import coldbench.aws.Clients;
import coldbench.aws.Deployment;
import coldbench.aws.RunDownload;
import coldbench.aws.RunStatus;
import coldbench.aws.Runs;
import coldbench.results.ResultsPlace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code coldbench fetch}: an earlier run's objects and its report. */
@Command(
    name = "fetch",
    description = "Fetches what a deployed run has stored so far and prints its report.",
    mixinStandardHelpOptions = true)
public final class FetchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private AccountOptions account = new AccountOptions();
  @Mixin private FolderOption out = new FolderOption();

  @Option(
      names = "--run",
      paramLabel = "NAME",
      description = "The run (default: the one started last).")
  private Optional<String> run = Optional.empty();

  @Override
  public Integer call() throws Exception {
    run.ifPresent(RunOptions::validName);
    ResultsPlace place = out.prepared();
    return account.work(
        System.getenv(), (clients, deployment) -> fetch(clients, deployment, place.folder()));
  }

  int fetch(Clients clients, Deployment deployment, Path folder) throws Exception {
    Runs runs = new Runs(clients, deployment);
    RunStatus state = chosen(runs, deployment);
    RunDownload objects = new RunDownload(clients, deployment);
    if (state.running()) {
      spec.commandLine().getErr().println("The run " + state.name() + " is still running");
    }
    return new RunEnd(spec.commandLine(), account.env, folder, Budget.NONE)
        .of(state.name(), () -> state, objects);
  }

  private RunStatus chosen(Runs runs, Deployment deployment) {
    return run.map(name -> runs.find(name))
        .orElseGet(() -> runs.latest(1).stream().findFirst())
        .orElseThrow(
            () ->
                new InvalidOptionsException(
                    "%s has no run%s: see %s --env %s"
                        .formatted(
                            deployment.stack(),
                            run.map(name -> " named " + name).orElse(""),
                            CalledAs.command("runs"),
                            account.env)));
  }
}
