package coldbench.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code coldbench completion}: what a shell needs to complete commands and options. */
@Command(
    name = "completion",
    description =
        "Prints a script for bash and zsh that completes commands and options: source"
            + " <(${ROOT-COMMAND-NAME} completion).",
    mixinStandardHelpOptions = true)
public final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(AutoComplete.bash("coldbench", spec.root().commandLine()));
    return ExitCode.OK;
  }
}
