package coldbench.cli;

import coldbench.analysis.Change;
import coldbench.analysis.Changes;
import coldbench.analysis.Margin;
import coldbench.analysis.Run;
import coldbench.report.ChangeMarkdown;
import coldbench.report.ChangePage;
import coldbench.report.ChangeReport;
import coldbench.report.ChangeTable;
import coldbench.report.ReportFormat;
import coldbench.results.UnreadableResultsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
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
          "The run before: its folder, its name in the folder results, or a results folder, whose last run is taken.")
  private Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "RUN_B", description = "The run after.")
  private Path second = Path.of("");

  @Option(
      names = "--fail-above",
      paramLabel = "RATIO",
      description =
          "Exits with code 1 if any function's cold total or warm duration is shown to have changed and its ratio B / A is above this, for example 1.1.")
  private Optional<Double> failAbove = Optional.empty();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Writes the comparison as a self-contained HTML page.")
  private Optional<Path> html = Optional.empty();

  @Option(names = "--markdown", description = "Prints Markdown.")
  private boolean markdown;

  @Mixin private MarginOption margin = new MarginOption();

  @Override
  public Integer call() throws IOException {
    if (failAbove.isPresent() && !(failAbove.get() > 0 && failAbove.get() < 1e6)) {
      throw new InvalidOptionsException(
          "--fail-above is " + failAbove.get() + ", expected a ratio above 0, such as 1.1");
    }
    Margin equal = margin.margin();
    Run before = read(first);
    Run after = read(second);
    if (before.n() != after.n()) {
      throw new InvalidOptionsException(
          "the runs did different work, n = "
              + before.n()
              + " and n = "
              + after.n()
              + ": compare runs of the same n");
    }
    Changes changes = Changes.between(before, after, equal);
    if (changes.all().isEmpty()) {
      throw new InvalidOptionsException(
          "runs %s and %s measured no function with the same event at the same memory size: nothing to compare"
              .formatted(before.name(), after.name()));
    }
    List<String> pointers = new ArrayList<>();
    html.ifPresent(file -> pointers.add(Reporting.write(file, "Page", new ChangePage(), changes)));
    ReportFormat<Changes> format =
        markdown
            ? new ChangeMarkdown()
            : new ChangeReport(Terminals.screen(System.getenv()), pointers);
    PrintWriter out = spec.commandLine().getOut();
    format.write(changes, out);
    out.flush();
    return failAbove.isPresent() ? judge(changes.all(), failAbove.get()) : ExitCode.OK;
  }

  private int judge(List<Change> changes, double limit) {
    PrintWriter err = spec.commandLine().getErr();
    List<Change> above = changes.stream().filter(change -> change.above(limit)).toList();
    above.forEach(
        change ->
            err.println(
                "coldbench: %s, expected at most %s"
                    .formatted(ChangeTable.sentence(change), limit)));
    if (!above.isEmpty()) {
      return ExitCode.SOFTWARE;
    }
    List<Change> unjudged = changes.stream().filter(Change::unjudged).toList();
    unjudged.forEach(
        change -> err.println("coldbench: " + ChangeTable.sentence(change) + "; run more rounds"));
    return unjudged.isEmpty() ? ExitCode.OK : ExitCode.USAGE;
  }

  private static Run read(Path given) {
    try {
      return GivenRuns.open(given).readLast();
    } catch (UnreadableResultsException e) {
      throw new InvalidOptionsException(String.valueOf(e.getMessage()));
    }
  }
}
