package coldbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.local.UnavailableHereException;
import coldbench.project.InvalidProjectException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The {@code coldbench} command.
 *
 * <p>Exit codes: 0 complete; 1 the run ended incomplete or failed, what was measured is kept; 2
 * wrong usage or settings, nothing was started.
 */
@Command(
    name = "coldbench",
    description =
        "Measures what a Lambda function costs, cold and warm, in native Java and in Python.",
    mixinStandardHelpOptions = true,
    versionProvider = ToolVersion.class)
public final class Main {
  private static final Set<String> NEEDS_ALL = Set.of("help", "completion");

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Prints only results and errors.")
  private boolean quiet;

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description = "No colours, as with NO_COLOR in the environment.")
  private boolean noColor;

  Main() {}

  public static void main(String[] args) {
    // Numbers look the same wherever the tool runs.
    Locale.setDefault(Locale.ROOT);
    System.exit(run(CheckedOutput.standard(), new PrintWriter(System.err, true, UTF_8), args));
  }

  /** A command that has done its work has failed all the same if what it had to say was lost. */
  static int run(CheckedOutput out, PrintWriter err, String... args) {
    int exitCode = run(new PrintWriter(out, true), err, args);
    try {
      out.flush();
      return exitCode;
    } catch (UnwrittenException e) {
      err.println("coldbench: " + e.getMessage());
      return Math.max(exitCode, CommandLine.ExitCode.SOFTWARE);
    }
  }

  static int run(PrintWriter out, PrintWriter err, String... args) {
    Main options = new Main();
    CommandLine commandLine = commandLine(options, args);
    commandLine.setOut(out);
    commandLine.setErr(err);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setParameterExceptionHandler(new WrongUsage());
    commandLine.setExecutionExceptionHandler(
        (exception, command, result) -> failed(exception, command.getErr()));
    commandLine.setExecutionStrategy(
        parsed -> {
          options.apply(commandLine, err);
          return new CommandLine.RunLast().execute(parsed);
        });
    try {
      return commandLine.execute(args);
    } catch (LinkageError | OutOfMemoryError | StackOverflowError e) {
      return failed(e, err);
    } finally {
      out.flush();
    }
  }

  /**
   * The tool with its commands, or with the one that the arguments begin with: to look at all of
   * them takes longer than to run a short one.
   */
  static CommandLine commandLine(Main options, String... args) {
    CommandLine tool = new CommandLine(options).setCommandName(CalledAs.tool());
    List<String> all = CommandHelp.commands();
    String first = args.length > 0 ? args[0] : "";
    List<String> needed =
        all.contains(first) && !NEEDS_ALL.contains(first)
            ? List.of(first)
            : first.equals("--version") ? List.of() : all;
    needed.forEach(name -> tool.addSubcommand(name, Commands.of(name)));
    CommandHelp.addTo(tool);
    HelpWidth.set(tool, Terminals.screen(System.getenv()).columns());
    return tool;
  }

  private void apply(CommandLine commandLine, PrintWriter err) {
    if (quiet) {
      commandLine.setErr(new PrintWriter(new ErrorsOnly(err), true));
    }
    if (noColor) {
      System.setProperty("picocli.ansi", "false");
    }
  }

  private static int failed(Throwable thrown, PrintWriter err) {
    if (thrown instanceof UnavailableHereException unavailable) {
      return failed(new InvalidOptionsException(unavailable.problems()), err);
    }
    if (thrown instanceof InvalidProjectException invalid) {
      return failed(new InvalidOptionsException(invalid.problems()), err);
    }
    err.println("coldbench: " + Reason.of(thrown));
    return thrown instanceof InvalidOptionsException
        ? CommandLine.ExitCode.USAGE
        : CommandLine.ExitCode.SOFTWARE;
  }
}
