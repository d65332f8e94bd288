package coldbench.cli;

import coldbench.analysis.Budget;
import coldbench.analysis.RunEstimate;
import coldbench.aws.Clients;
import coldbench.aws.Deployment;
import coldbench.aws.RunDownload;
import coldbench.aws.RunPlan;
import coldbench.aws.RunStatus;
import coldbench.aws.RunWatch;
import coldbench.aws.Runs;
import coldbench.json.JsonFiles;
import coldbench.results.ResultsPlace;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code coldbench run}: the benchmark in an AWS account. */
@Command(
    name = "run",
    description =
        "Runs the deployed benchmark in AWS, shows its progress and prints its report. A run continues whatever happens to this command: call it again with its --run to keep watching.",
    mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'run-'yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private AccountOptions account = new AccountOptions();
  @Mixin private FolderOption out = new FolderOption();
  @Mixin private RunOptions options = new RunOptions();

  @Option(
      names = "--run",
      paramLabel = "NAME",
      description =
          "The run's name; if that run exists, it is watched (default: from the current time).")
  private Optional<String> run = Optional.empty();

  @Option(
      names = {"-y", "--yes"},
      description = "Starts without asking, whatever it costs.")
  private boolean yes;

  @Override
  public Integer call() throws Exception {
    options.check();
    run.ifPresent(RunOptions::validName);
    ResultsPlace place = out.prepared();
    return account.work(
        System.getenv(), (clients, deployment) -> run(clients, deployment, place.folder()));
  }

  int run(Clients clients, Deployment deployment, Path folder) throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    JsonNode input = JsonFiles.of(options.input(labels(deployment)));
    Budget budget = options.budget(input, labels(deployment));
    String name =
        RunOptions.validName(run.orElseGet(() -> NAME.format(Clock.systemUTC().instant())));
    Runs runs = new Runs(clients, deployment);
    Optional<RunStatus> known = run.isPresent() ? runs.find(name) : Optional.empty();
    RunEstimate estimate;
    if (known.isPresent()) {
      if (!input.isEmpty()) {
        throw new InvalidOptionsException(
            "a run named " + name + " already exists: give --run alone to watch it");
      }
      estimate = RunPlan.estimate(runs.input(name), deployment);
      err.println("Watching the run " + name + " of " + deployment.stack());
    } else {
      refuseSecond(runs, deployment);
      estimate = RunPlan.estimate(input, deployment);
      new CostGuard(err, Optional.ofNullable(System.console()), yes).pass(estimate);
      runs.start(name, input.toString());
      err.println("Started the run " + name + " of " + deployment.stack());
    }
    RunWatch watch =
        new RunWatch(
            runs,
            new RunDownload(clients, deployment),
            new WatchPrinter(err),
            System::nanoTime,
            duration -> Thread.sleep(duration.toMillis()));
    return new RunEnd(spec.commandLine(), account.env, folder, budget)
        .of(name, () -> watch.untilEnd(name, estimate), new RunDownload(clients, deployment));
  }

  /** The machine refuses it as well; said here, it costs no execution. */
  private void refuseSecond(Runs runs, Deployment deployment) {
    runs.running()
        .ifPresent(
            other -> {
              throw new InvalidOptionsException(
                  "the run %s of %s has been running since %s, and two at once would disturb each other: watch it with %s --env %s --run %s, or stop it with %s --env %s"
                      .formatted(
                          other.name(),
                          deployment.stack(),
                          other.startedAt(),
                          CalledAs.command("run"),
                          account.env,
                          other.name(),
                          CalledAs.command("stop"),
                          account.env));
            });
  }

  private static Set<String> labels(Deployment deployment) {
    return deployment.functions().stream()
        .map(Deployment.Function::label)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
