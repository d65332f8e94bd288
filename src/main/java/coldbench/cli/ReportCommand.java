package coldbench.cli;

import coldbench.results.UnreadableResultsException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coldbench report}: the tables of a run, from the objects that it left. */
@Command(
    name = "report",
    description = "Prints the tables of a run from the files that it left.",
    mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = "results",
      description =
          "A results folder (with runs/<run>/run.json in it), or one run's folder (default:"
              + " ${DEFAULT-VALUE}).")
  private Path folder = Path.of("results");

  @Option(
      names = "--run",
      paramLabel = "NAME",
      description = "The run to report; without it the one that was started last.")
  private Optional<String> run = Optional.empty();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      return Reporting.show(out, folder, run) ? ExitCode.OK : ExitCode.SOFTWARE;
    } catch (UnreadableResultsException e) {
      spec.commandLine().getErr().println("coldbench: " + e.getMessage());
      return ExitCode.USAGE;
    }
  }
}
