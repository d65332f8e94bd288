package coldbench.cli;

import coldbench.analysis.Budget;
import coldbench.analysis.Place;
import coldbench.analysis.Run;
import coldbench.emulator.CpuMode;
import coldbench.emulator.EmulatorSettings;
import coldbench.local.InterruptedRun;
import coldbench.results.ResultsFolder;
import coldbench.results.ResultsPlace;
import coldbench.results.RunLayout;
import coldbench.results.UnreadableResultsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coldbench resume}: measures what an interrupted or incomplete local run lacks. */
@Command(
    name = "resume",
    description = "Measures only the trials that a local run is missing, and writes its summary.",
    mixinStandardHelpOptions = true)
public final class ResumeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OwnFunctionsOption own = new OwnFunctionsOption();
  @Mixin private HistoryOption history = new HistoryOption();

  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description =
          "One run's folder, its name in the folder results, or a results folder, whose last run is taken (default:"
              + " ${DEFAULT-VALUE}).")
  private Path folder = Path.of("results");

  @Override
  public Integer call() throws Exception {
    Path runFolder = runFolder();
    Run run = ResultsFolder.open(runFolder).readLast();
    if (run.complete()) {
      spec.commandLine()
          .getErr()
          .println("coldbench: the run " + run.name() + " is complete, there is nothing to resume");
      return ExitCode.OK;
    }
    if (!(run.place() instanceof Place.Local local)) {
      throw new InvalidOptionsException(
          "the run "
              + run.name()
              + " was deployed, expected a local one: start another one and"
              + " report both together");
    }
    InterruptedRun interrupted = new InterruptedRun(run, runFolder);
    Home home = Home.fromSystemProperties();
    own.labels(home);
    return new LocalRun(
            home,
            own,
            new ResultsPlace(resultsOf(runFolder), run.name()),
            interrupted.input(),
            EmulatorSettings.defaults()
                .withCpu(local.cpuLimit().asOnLambda() ? CpuMode.LAMBDA : CpuMode.FULL),
            history,
            false,
            Optional.of(run.startedAt()),
            Budget.NONE,
            spec.commandLine().getOut(),
            spec.commandLine().getErr())
        .run(
            (note, functions, lambda) ->
                refuseOther(run, interrupted.changes(note, functions, lambda)));
  }

  private Path runFolder() {
    try {
      return GivenRuns.open(folder).last();
    } catch (UnreadableResultsException e) {
      throw new InvalidOptionsException(String.valueOf(e.getMessage()));
    }
  }

  /** A run's folder is {@code <results>/runs/<run>}. */
  private static Path resultsOf(Path runFolder) {
    Path runs =
        Optional.ofNullable(runFolder.toAbsolutePath().normalize().getParent()).orElseThrow();
    if (!runs.endsWith(RunLayout.RUNS)) {
      throw new InvalidOptionsException(
          runFolder
              + " is not in a folder named runs, so nothing can be stored beside it: move it"
              + " back to where it was measured");
    }
    return Optional.ofNullable(runs.getParent()).orElseThrow();
  }

  private static void refuseOther(Run run, List<String> changed) {
    if (!changed.isEmpty()) {
      throw new InvalidOptionsException(
          "the run "
              + run.name()
              + " cannot be resumed, since its samples would not belong together: "
              + String.join("; ", changed)
              + "; start a new run with "
              + CalledAs.command("local"));
    }
  }
}
