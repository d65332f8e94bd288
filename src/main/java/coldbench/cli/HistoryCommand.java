package coldbench.cli;

import coldbench.analysis.History;
import coldbench.analysis.Margin;
import coldbench.analysis.Run;
import coldbench.aws.Clients;
import coldbench.aws.Deployment;
import coldbench.aws.RunDownload;
import coldbench.report.HistoryJson;
import coldbench.report.HistoryMarkdown;
import coldbench.report.HistoryPage;
import coldbench.report.HistoryReport;
import coldbench.report.ReportFormat;
import coldbench.results.RunLayout;
import coldbench.results.UnreadableResultsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coldbench history}: runs one after the other, and what changed between them. */
@Command(
    name = "history",
    description = "Shows every figure over runs, and which changes are shown.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Each run is compared with the one before it that did the same work at the same kind of place.",
      "Exit codes: 0 shown; 1 a run could not be read, the others are shown; 2 wrong usage, or no run"
          + " at all."
    })
public final class HistoryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "RUN",
      arity = "0..*",
      description =
          "Results folders, of which all runs are taken, runs' own folders, or runs' names in the"
              + " folder results (default: results).")
  private List<Path> given = List.of();

  @Option(
      names = "--env",
      paramLabel = "NAME",
      description =
          "All runs in the bucket of this deployed environment; those that the folder lacks are"
              + " fetched into it.")
  private Optional<String> env = Optional.empty();

  @Mixin private FolderOption out = new FolderOption();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Writes the history as a self-contained HTML page.")
  private Optional<Path> html = Optional.empty();

  @ArgGroup(exclusive = true, multiplicity = "0..1")
  private Output output = new Output();

  @Mixin private MarginOption margin = new MarginOption();

  /** What is printed. */
  static final class Output {
    @Option(names = "--details", description = "Prints all figures, not only those judged.")
    private boolean details;

    @Option(names = "--markdown", description = "Prints Markdown.")
    private boolean markdown;

    @Option(names = "--json", description = "Prints everything as JSON.")
    private boolean json;

    private ReportFormat<History> format(List<String> pointers) {
      if (json) {
        return new HistoryJson();
      }
      return markdown
          ? new HistoryMarkdown()
          : new HistoryReport(Terminals.screen(System.getenv()), details, pointers);
    }
  }

  @Override
  public Integer call() throws Exception {
    Margin equal = margin.margin();
    if (env.isEmpty()) {
      List<Path> folders = given.isEmpty() ? List.of(Path.of("results")) : given;
      return show(folders, equal);
    }
    if (!given.isEmpty()) {
      throw new InvalidOptionsException(
          "--env %s and RUN %s are both given, expected one of them"
              .formatted(env.get(), given.get(0)));
    }
    Path folder = out.prepared().folder();
    AccountOptions account = new AccountOptions();
    account.env = env.get();
    return account.work(
        System.getenv(), (clients, deployment) -> deployed(clients, deployment, folder));
  }

  int deployed(Clients clients, Deployment deployment, Path folder) {
    RunDownload objects = new RunDownload(clients, deployment);
    List<String> runs = objects.runs();
    if (runs.isEmpty()) {
      throw new InvalidOptionsException(
          "%s has no runs yet: start one with %s --env %s"
              .formatted(deployment.stack(), CalledAs.command("run"), env.orElse("dev")));
    }
    runs.forEach(run -> objects.fetchMissing(run, folder));
    return show(
        runs.stream().map(run -> new RunLayout(run).folder(folder)).toList(), margin.margin());
  }

  private int show(List<Path> folders, Margin equal) {
    List<Run> runs = new ArrayList<>();
    List<UnreadableResultsException> problems = new ArrayList<>();
    for (Path folder : folders) {
      try {
        runs.addAll(GivenRuns.open(folder).readAll(problems::add));
      } catch (UnreadableResultsException e) {
        problems.add(e);
      }
    }
    // One run that cannot be read is named, and the others are shown all the same.
    problems.forEach(e -> spec.commandLine().getErr().println("coldbench: " + e.getMessage()));
    if (runs.isEmpty()) {
      throw new InvalidOptionsException("no run could be read, expected one at least");
    }
    runs.sort(Comparator.comparing(Run::startedAt));
    refuseTwice(runs);
    History history = History.of(runs, equal);
    List<String> pointers = new ArrayList<>();
    html.ifPresent(file -> pointers.add(Reporting.write(file, "Page", new HistoryPage(), history)));
    PrintWriter printed = spec.commandLine().getOut();
    try {
      output.format(pointers).write(history, printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    printed.flush();
    return problems.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static void refuseTwice(List<Run> runs) {
    for (int i = 1; i < runs.size(); i++) {
      Run run = runs.get(i);
      if (runs.subList(0, i).stream().anyMatch(run::isSameExecution)) {
        throw new InvalidOptionsException(
            "the run %s is given twice, expected each run once".formatted(run.name()));
      }
    }
  }
}
