package coldbench.cli;

import coldbench.analysis.Budget;
import coldbench.emulator.CpuMode;
import coldbench.emulator.EmulatorSettings;
import coldbench.json.JsonFiles;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code coldbench local}: the deployed state machine, run on this machine. */
@Command(
    name = "local",
    description = "Runs the benchmark on this machine: no AWS account, no Docker.",
    mixinStandardHelpOptions = true)
public final class LocalCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunOptions options = new RunOptions();
  @Mixin private OwnFunctionsOption own = new OwnFunctionsOption();
  @Mixin private FolderOption out = new FolderOption();
  @Mixin private HistoryOption history = new HistoryOption();

  @Option(
      names = "--cpu",
      paramLabel = "lambda|full",
      description =
          "The CPU that a function gets after its init: the share that Lambda gives at its memory"
              + " size, or all of it (default: lambda).")
  private CpuMode cpu = CpuMode.LAMBDA;

  @Option(
      names = "--update-time",
      paramLabel = "TIME",
      description =
          "How long a changed configuration stays InProgress, as on Lambda: 0s to 50s, such as 0.5s"
              + " or 500ms (default: ${DEFAULT-VALUE}).")
  private String updateTime = "0s";

  @Option(
      names = "--log",
      description = "Prints what the functions log, after each call, with Lambda's REPORT line.")
  private boolean log;

  @Override
  public Integer call() throws Exception {
    Home home = Home.fromSystemProperties();
    Set<String> labels = own.labels(home);
    JsonNode input = JsonFiles.of(options.input(labels));
    Budget budget = options.budget(input, labels);
    EmulatorSettings settings =
        EmulatorSettings.defaults().withCpu(cpu).withUpdateTime(UpdateTime.parse(updateTime));
    return new LocalRun(
            home,
            own,
            out.prepared(),
            input,
            settings,
            history,
            log,
            Optional.empty(),
            budget,
            spec.commandLine().getOut(),
            spec.commandLine().getErr())
        .run((environment, functions, lambda) -> {});
  }
}
