package coldbench.cli;

import coldbench.analysis.Change;
import coldbench.analysis.Run;
import coldbench.report.ChangeMarkdown;
import coldbench.report.ChangeReport;
import coldbench.report.ChangeTable;
import coldbench.results.ResultsFolder;
import coldbench.results.UnreadableResultsException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coldbench compare}: the same functions in two runs. */
@Command(
    name = "compare",
    description =
        "Compares two runs of the same functions: before and after a change, or local and"
            + " deployed.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 compared; 1 a figure is above --fail-above; 2 the runs cannot be compared, or"
          + " have too few trials for --fail-above."
    })
public final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "RUN_A",
      description =
          "The run before: its folder, or a results folder, of which the last run counts.")
  private Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "RUN_B", description = "The run after.")
  private Path second = Path.of("");

  @Option(
      names = "--fail-above",
      paramLabel = "RATIO",
      description =
          "Ends with exit code 1 if cold total or warm duration of any function is shown to have"
              + " changed and its ratio B / A is above this, for example 1.1.")
  private Optional<Double> failAbove = Optional.empty();

  @Option(names = "--markdown", description = "Prints Markdown.")
  private boolean markdown;

  @Override
  public Integer call() {
    if (failAbove.isPresent() && !(failAbove.get() > 0 && failAbove.get() < 1e6)) {
      throw new InvalidOptionsException(
          "--fail-above is " + failAbove.get() + ", allowed is a ratio above 0, such as 1.1");
    }
    Run before = read(first);
    Run after = read(second);
    if (before.n() != after.n()) {
      throw new InvalidOptionsException(
          "the runs did different work, n = %d and n = %d: compare runs of the same n"
              .formatted(before.n(), after.n()));
    }
    List<Change> changes = Change.between(before, after);
    if (changes.isEmpty()) {
      throw new InvalidOptionsException(
          "runs %s and %s measured no function at the same memory size: nothing to compare"
              .formatted(before.name(), after.name()));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (markdown) {
      out.print(ChangeMarkdown.write(before, after, changes));
      out.flush();
    } else {
      new ChangeReport(out, Terminals.screen(System.getenv())).print(before, after, changes);
    }
    return failAbove.isPresent() ? judge(changes, failAbove.get()) : ExitCode.OK;
  }

  private int judge(List<Change> changes, double limit) {
    PrintWriter err = spec.commandLine().getErr();
    List<Change> above = changes.stream().filter(change -> change.above(limit)).toList();
    above.forEach(
        change ->
            err.println(
                "coldbench: %s, allowed is %s".formatted(ChangeTable.sentence(change), limit)));
    if (!above.isEmpty()) {
      return ExitCode.SOFTWARE;
    }
    List<Change> unjudged = changes.stream().filter(Change::unjudged).toList();
    unjudged.forEach(
        change -> err.println("coldbench: " + ChangeTable.sentence(change) + "; run more rounds"));
    return unjudged.isEmpty() ? ExitCode.OK : ExitCode.USAGE;
  }

  private static Run read(Path folder) {
    try {
      return ResultsFolder.open(folder).readLast();
    } catch (UnreadableResultsException e) {
      throw new InvalidOptionsException(String.valueOf(e.getMessage()));
    }
  }
}
