package coldbench.cli;

import coldbench.asl.Drawing;
import coldbench.json.JsonFiles;
import coldbench.local.HostInfo;
import coldbench.local.LocalStack;
import coldbench.local.Prerequisite;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code coldbench definition}: the state machine as {@code asl} runs it, or drawn. */
@Command(
    name = "definition",
    description = {
      "Prints the benchmark's state machine as it is deployed, in the Amazon States Language:",
      "${ROOT-COMMAND-NAME} definition > machine.json, and ${ROOT-COMMAND-NAME} asl runs it with scripted services."
    },
    mixinStandardHelpOptions = true)
final class DefinitionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OwnFunctionsOption own = new OwnFunctionsOption();

  @Option(
      names = "--resolved",
      description =
          "With the names and ARNs that ${ROOT-COMMAND-NAME} local has, in place of the"
              + " template's references.")
  private boolean resolved;

  @Option(names = "--mermaid", description = "Draws it instead, as a flowchart in Mermaid's text.")
  private boolean mermaid;

  @Override
  public Integer call() throws Exception {
    Home home = Home.fromSystemProperties();
    Prerequisite.NODE.require();
    String architecture = HostInfo.thisOne().map(HostInfo::architecture).orElse("x86_64");
    own.labels(home);
    var template = own.template(home, architecture, spec.commandLine().getErr());
    JsonNode definition =
        resolved
            ? LocalStack.read(template).definition()
            : LocalStack.definitionWithPlaceholders(template);
    spec.commandLine()
        .getOut()
        .println(mermaid ? Drawing.of(definition).stripTrailing() : JsonFiles.pretty(definition));
    return ExitCode.OK;
  }
}
