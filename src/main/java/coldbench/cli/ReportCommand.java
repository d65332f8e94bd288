package coldbench.cli;

import coldbench.analysis.Experiment;
import coldbench.analysis.Experiments;
import coldbench.analysis.Findings;
import coldbench.analysis.FunctionDescription;
import coldbench.analysis.Margin;
import coldbench.analysis.Pricing;
import coldbench.analysis.Run;
import coldbench.report.CsvReport;
import coldbench.report.HtmlReport;
import coldbench.report.JsonReport;
import coldbench.report.MarkdownReport;
import coldbench.report.ReportFormat;
import coldbench.report.TerminalReport;
import coldbench.results.ResultsFolder;
import coldbench.results.UnreadableResultsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coldbench report}: what runs measured, from the objects that they left. */
@Command(
    name = "report",
    description = "Reports what runs measured, from the files they left.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Runs that measured the same packages with the same work in the same kind of place are reported together; others one after the other.",
      "Exit codes: 0 complete; 1 something is missing, failed or did not fit, or a limit of --budget"
          + " is exceeded; 2 wrong usage."
    })
public final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "RUN",
      arity = "0..*",
      defaultValue = "results",
      description =
          "Runs: their folders, their names in the folder results, or results folders (with runs/<run>/run.json in them), whose latest run is taken (default: ${DEFAULT-VALUE}).")
  private List<Path> folders = List.of();

  @Option(
      names = "--run",
      paramLabel = "NAME",
      description = "A run of the results folder to report; may be given several times.")
  private List<String> names = List.of();

  @Option(names = "--all", description = "All runs of the results folders.")
  private boolean all;

  @Option(
      names = "--baseline",
      paramLabel = "LABEL",
      description =
          "The function that the others of its scenario are compared with (default: the first one).")
  private Optional<String> baseline = Optional.empty();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Writes the report as a self-contained HTML page.")
  private Optional<Path> html = Optional.empty();

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Writes every measured call as a line of CSV.")
  private Optional<Path> csv = Optional.empty();

  @ArgGroup(exclusive = true, multiplicity = "0..1")
  private Output output = new Output();

  @Mixin private MarginOption margin = new MarginOption();
  @Mixin private PricingOptions pricing = new PricingOptions();
  @Mixin private BudgetOption budget = new BudgetOption();

  /** What is printed. */
  static final class Output {
    @Option(names = "--details", description = "Prints all tables above the verdict.")
    private boolean details;

    @Option(names = "--markdown", description = "Prints Markdown.")
    private boolean markdown;

    @Option(names = "--json", description = "Prints everything as JSON.")
    private boolean json;

    private ReportFormat<List<Findings>> format(List<String> pointers) {
      if (json) {
        return new JsonReport();
      }
      return markdown
          ? new MarkdownReport()
          : new TerminalReport(Terminals.screen(System.getenv()), details, pointers);
    }
  }

  @Override
  public Integer call() throws IOException {
    List<Experiment> experiments = new ArrayList<>();
    Pricing prices = pricing.pricing();
    Margin equal = margin.margin();
    try {
      experiments.addAll(Experiments.of(runs(), baseline));
    } catch (UnreadableResultsException | IllegalArgumentException e) {
      throw new InvalidOptionsException(String.valueOf(e.getMessage()));
    }
    List<Findings> findings =
        Findings.of(experiments, prices, equal, budget.budget(labels(experiments)));
    List<String> pointers = new ArrayList<>();
    html.ifPresent(file -> pointers.add(Reporting.write(file, "Page", new HtmlReport(), findings)));
    csv.ifPresent(
        file -> pointers.add(Reporting.write(file, "Every call", new CsvReport(), findings)));
    if (!output.details) {
      pointers.add("All tables: --details or --html FILE");
    }
    output.format(pointers).write(findings, spec.commandLine().getOut());
    spec.commandLine().getOut().flush();
    boolean kept = Reporting.tellExceeded(findings, spec.commandLine().getErr());
    return kept && experiments.stream().allMatch(Experiment::complete)
        ? ExitCode.OK
        : ExitCode.SOFTWARE;
  }

  private static Set<String> labels(List<Experiment> experiments) {
    return experiments.stream()
        .flatMap(experiment -> experiment.functions().stream())
        .map(FunctionDescription::label)
        .collect(Collectors.toSet());
  }

  private List<Run> runs() throws UnreadableResultsException {
    List<Run> runs = new ArrayList<>();
    for (Path folder : folders) {
      ResultsFolder results = GivenRuns.open(folder);
      if (all) {
        runs.addAll(results.readAll());
      } else if (names.isEmpty()) {
        runs.add(results.readLast());
      }
      for (String name : all ? List.<String>of() : names) {
        runs.add(results.read(name));
      }
    }
    runs.sort(Comparator.comparing(Run::startedAt));
    if (runs.stream().map(Run::name).distinct().count() < runs.size()) {
      throw new UnreadableResultsException(
          "a run is given twice, expected each run once: "
              + String.join(", ", runs.stream().map(Run::name).toList()));
    }
    return runs;
  }
}
