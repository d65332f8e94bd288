package coldbench.cli;

import coldbench.analysis.Place;
import coldbench.analysis.Run;
import coldbench.aws.Clients;
import coldbench.aws.Deployment;
import coldbench.aws.RunStatus;
import coldbench.aws.Runs;
import coldbench.report.Style;
import coldbench.results.ResultsFolder;
import coldbench.results.UnreadableResultsException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coldbench runs}: the runs in a results folder, or the latest ones of a deployment. */
@Command(
    name = "runs",
    description =
        "Lists the runs in a results folder or, with --env, the latest ones of a deployment, newest first.",
    mixinStandardHelpOptions = true)
public final class RunsCommand implements Callable<Integer> {
  private static final int AT_MOST = 50;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "The results folder (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("results");

  @Option(
      names = "--env",
      paramLabel = "NAME",
      description = "Lists the runs of this deployed environment instead.")
  private Optional<String> env = Optional.empty();

  @Override
  public Integer call() throws Exception {
    if (env.isEmpty()) {
      return listFolder();
    }
    AccountOptions account = new AccountOptions();
    account.env = env.get();
    return account.work(System.getenv(), this::listDeployed);
  }

  private int listFolder() {
    List<Run> runs;
    List<UnreadableResultsException> problems = new ArrayList<>();
    try {
      runs = ResultsFolder.open(folder).readAll(problems::add);
    } catch (UnreadableResultsException e) {
      throw new InvalidOptionsException(
          e.getMessage() + "; runs in an account: " + CalledAs.command("runs --env dev"));
    }
    problems.forEach(e -> spec.commandLine().getErr().println("coldbench: " + e.getMessage()));
    runs.sort(Comparator.comparing(Run::startedAt).reversed());
    for (Run run : runs) {
      String where = run.place() instanceof Place.Local ? "local" : run.region();
      print(
          run.name(),
          "%s, %s, %d of %d trials: %s"
              .formatted(
                  where,
                  run.startedAt().truncatedTo(ChronoUnit.SECONDS),
                  run.measured(),
                  run.planned(),
                  String.join(", ", run.functions().stream().map(each -> each.label()).toList())));
    }
    return problems.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  int listDeployed(Clients clients, Deployment deployment) {
    List<RunStatus> runs = new Runs(clients, deployment).latest(AT_MOST);
    if (runs.isEmpty()) {
      spec.commandLine().getErr().println(deployment.stack() + " has no runs yet");
    }
    for (RunStatus run : runs) {
      String took =
          run.endedAt()
              .map(end -> ", " + Times.rounded(Duration.between(run.startedAt(), end)))
              .orElse("");
      print(
          run.name(), run.status() + ", " + run.startedAt().truncatedTo(ChronoUnit.SECONDS) + took);
    }
    return ExitCode.OK;
  }

  private void print(String name, String text) {
    PrintWriter out = spec.commandLine().getOut();
    Terminals.paragraphs(out).print(text, "%-24s ".formatted(name), Style.PLAIN);
  }
}
