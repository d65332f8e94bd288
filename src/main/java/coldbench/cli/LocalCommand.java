package coldbench.cli;

import coldbench.asl.Engine;
import coldbench.asl.ExecutionResult;
import coldbench.deploy.ColdbenchApp;
import coldbench.host.CpuLimit;
import coldbench.host.CpuMode;
import coldbench.host.FunctionSpec;
import coldbench.host.HostSettings;
import coldbench.host.LocalLambda;
import coldbench.host.PythonEnvironment;
import coldbench.host.PythonUnavailableException;
import coldbench.local.EnvironmentNote;
import coldbench.local.LocalAccount;
import coldbench.local.LocalStack;
import coldbench.local.Machine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
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
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunOptions options = new RunOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the results (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("results");

  @Option(
      names = "--cpu",
      paramLabel = "lambda|full",
      description =
          "The CPU that a function gets after its init: the share that Lambda gives at its memory"
              + " size, or all of it (default: ${DEFAULT-VALUE}).")
  private String cpu = "lambda";

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Home home = Home.fromSystemProperties();
    JsonNode input = JSON.valueToTree(options.input(ColdbenchApp.labels()));
    CpuMode cpuMode = cpuMode();
    Machine machine = Machine.thisOne().orElseThrow(LocalCommand::cannotRunHere);
    ResultsPlace place = ResultsPlace.prepare(out, Clock.systemUTC());
    Prerequisite.NODE.require();
    LocalStack stack =
        LocalStack.read(new LocalAssembly(home).template(machine.architecture(), err));
    Map<String, FunctionSpec> functions = chosen(stack, input);
    Optional<PythonEnvironment> python = python(functions, err);
    Progress progress = new Progress(err, Clock.systemUTC(), Terminals.isTerminal());
    Interruption interruption = Interruption.ofThisThread(err, place, progress);
    try (LocalLambda lambda = new LocalLambda(hostSettings(python, cpuMode))) {
      EnvironmentNote environment = environment(machine, lambda.cpuLimit(), python);
      LocalAccount account =
          new LocalAccount(stack, functions, lambda, place.folder(), environment, progress);
      // One after the other: two functions side by side would share the caches and the clock speed.
      ExecutionResult result = account.run(place.run(), input, Engine.system().withItemsAtOnce(1));
      return conclude(result, place);
    } finally {
      interruption.over();
    }
  }

  private Integer conclude(ExecutionResult result, ResultsPlace place) throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    if (result instanceof ExecutionResult.Failed failed && failed.error().equals("InvalidInput")) {
      throw new InvalidOptionsException(failed.cause());
    }
    if (!Files.isDirectory(place.runFolder())) {
      err.println("coldbench: nothing was measured: " + result);
      return ExitCode.SOFTWARE;
    }
    Reporting.show(spec.commandLine().getOut(), place.folder(), Optional.of(place.run()));
    err.println("Every sample is in " + place.runFolder());
    if (result instanceof ExecutionResult.Failed failed) {
      err.println("coldbench: " + failed.error() + ": " + failed.cause());
    }
    return result instanceof ExecutionResult.Succeeded ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static Map<String, FunctionSpec> chosen(LocalStack stack, JsonNode input) {
    Map<String, FunctionSpec> chosen = new LinkedHashMap<>(stack.functions());
    if (input.has("functions")) {
      chosen.keySet().retainAll(JSON.convertValue(input.get("functions"), Set.class));
    }
    return chosen;
  }

  private static Optional<PythonEnvironment> python(
      Map<String, FunctionSpec> functions, PrintWriter err) throws InterruptedException {
    if (functions.values().stream().noneMatch(f -> f.runtime().startsWith("python"))) {
      return Optional.empty();
    }
    try {
      return Optional.of(PythonEnvironment.prepare(System.getenv(), err::println));
    } catch (PythonUnavailableException e) {
      throw new InvalidOptionsException(String.valueOf(e.getMessage()));
    }
  }

  private static HostSettings hostSettings(Optional<PythonEnvironment> python, CpuMode cpu) {
    HostSettings settings = HostSettings.defaults().withCpu(cpu);
    return python.map(settings::withPython).orElse(settings);
  }

  private CpuMode cpuMode() {
    return switch (cpu) {
      case "lambda" -> CpuMode.LAMBDA;
      case "full" -> CpuMode.FULL;
      default ->
          throw new InvalidOptionsException("--cpu is \"" + cpu + "\", allowed is lambda or full");
    };
  }

  private static EnvironmentNote environment(
      Machine machine, CpuLimit limit, Optional<PythonEnvironment> python) {
    return new EnvironmentNote(
        Main.TOOL,
        machine,
        limit instanceof CpuLimit.Lambda ? "lambda" : "full",
        limit instanceof CpuLimit.Unavailable unavailable
            ? Optional.of(unavailable.reason())
            : Optional.empty(),
        python.map(PythonEnvironment::description));
  }

  private static InvalidOptionsException cannotRunHere() {
    return new InvalidOptionsException(
        "functions for Lambda run on Linux on x86_64 or arm64, this is "
            + System.getProperty("os.name")
            + " on "
            + System.getProperty("os.arch")
            + ": use 'local' on such a machine or in a virtual one; deploying (npx cdk deploy) and"
            + " 'report' work here");
  }
}
