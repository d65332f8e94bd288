package coldbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

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
      AslCommand.class,
      BenchRuntimeCommand.class
    })
public final class Main {
  /** Name and version, as it stands in what the tool writes. */
  static final String TOOL = "coldbench 0.1.0";

  private Main() {}

  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, UTF_8);
    System.exit(run(out, err, args));
  }

  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.setOut(out);
    commandLine.setErr(err);
    commandLine.setExecutionExceptionHandler(
        (exception, command, result) -> {
          command.getErr().println("coldbench: " + exception.getMessage());
          return exception instanceof InvalidOptionsException
              ? CommandLine.ExitCode.USAGE
              : CommandLine.ExitCode.SOFTWARE;
        });
    return commandLine.execute(args);
  }
}
