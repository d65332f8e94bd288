package coldbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
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
    version = Main.TOOL,
    subcommands = {
      LocalCommand.class,
      ResumeCommand.class,
      ServeCommand.class,
      UrlCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      DoctorCommand.class,
      RunCommand.class,
      FetchCommand.class,
      RunsCommand.class,
      StopCommand.class,
      ImportCommand.class,
      AslCommand.class,
      BenchRuntimeCommand.class,
      CompletionCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Main {
  /** Name and version, as it stands in what the tool writes. */
  static final String TOOL = "coldbench 0.1.0";

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Say nothing but results and what went wrong.")
  private boolean quiet;

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description = "No colours, as with NO_COLOR in the environment.")
  private boolean noColor;

  Main() {}

  public static void main(String[] args) {
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
    CommandLine commandLine = new CommandLine(options);
    commandLine.setOut(out);
    commandLine.setErr(err);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler(
        (exception, command, result) -> failed(exception, command.getErr()));
    commandLine.setExecutionStrategy(
        parsed -> {
          options.apply(commandLine, err);
          return new CommandLine.RunLast().execute(parsed);
        });
    CommandHelp.addTo(commandLine);
    try {
      return commandLine.execute(args);
    } catch (LinkageError | OutOfMemoryError | StackOverflowError e) {
      return failed(e, err);
    } finally {
      out.flush();
    }
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
    err.println("coldbench: " + Reason.of(thrown));
    return thrown instanceof InvalidOptionsException
        ? CommandLine.ExitCode.USAGE
        : CommandLine.ExitCode.SOFTWARE;
  }
}
