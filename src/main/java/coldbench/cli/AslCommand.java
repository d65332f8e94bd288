package coldbench.cli;

import coldbench.asl.Engine;
import coldbench.asl.ExecutionRequest;
import coldbench.asl.ExecutionResult;
import coldbench.asl.InvalidDefinitionException;
import coldbench.asl.ScriptedServices;
import coldbench.asl.StateMachine;
import coldbench.asl.VirtualTime;
import coldbench.json.InvalidJsonException;
import coldbench.json.JsonFiles;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coldbench asl}: runs any definition against services whose answers are scripted. */
@Command(
    name = "asl",
    description = {
      "Runs a state machine in the Amazon States Language (JSONata) against scripted services and"
          + " prints its status and its output, or its error and cause.",
      "Waits and retries take no time: the execution's own clock moves on instead. Items of a Map"
          + " and branches of a Parallel run one after the other."
    },
    mixinStandardHelpOptions = true)
public final class AslCommand implements Callable<Integer> {
  private static final String ARN = "arn:aws:states:us-east-1:123456789012:%s:machine";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "DEFINITION.json", description = "The state machine.")
  private Path definition = Path.of("");

  @Parameters(index = "1", paramLabel = "INPUT.json", description = "The execution's input.")
  private Path input = Path.of("");

  @Option(
      names = "--mocks",
      paramLabel = "FILE",
      description = {
        "The services' answers, by \"service:action\": {\"lambda:invoke\": [{\"Return\": …}, {\"Throw\": {\"Error\": …, \"Cause\": …}}], …}. They are given in order, the last one over and over. A function's own ARN is \"lambda:<name>\"."
      })
  private Optional<Path> mocks = Optional.empty();

  @Mixin private HistoryOption history = new HistoryOption();

  @Override
  public Integer call() throws Exception {
    StateMachine machine = machine();
    ScriptedServices services = services(machine);
    ExecutionRequest request = request(read(input));
    VirtualTime time = new VirtualTime(Instant.now());
    Engine engine = Engine.system().withClock(time.clock()).withSleeper(time).withItemsAtOnce(1);
    return history.listen(engine, with -> print(machine.run(request, services, with)));
  }

  private ExecutionRequest request(JsonNode given) {
    try {
      return new ExecutionRequest(
          "execution",
          ARN.formatted("execution") + ":execution",
          ARN.formatted("stateMachine"),
          "machine",
          "arn:aws:iam::123456789012:role/machine",
          given);
    } catch (IllegalArgumentException e) {
      throw new InvalidOptionsException(input + ": " + e.getMessage());
    }
  }

  private int print(ExecutionResult result) {
    PrintWriter out = spec.commandLine().getOut();
    if (result instanceof ExecutionResult.Succeeded succeeded) {
      out.println("status: SUCCEEDED");
      out.println("output: " + JsonFiles.pretty(succeeded.output()));
      return ExitCode.OK;
    }
    if (result instanceof ExecutionResult.Failed failed) {
      out.println("status: FAILED");
      out.println("error: " + failed.error());
      out.println("cause: " + failed.cause());
    } else {
      out.println("status: TIMED_OUT");
    }
    return ExitCode.SOFTWARE;
  }

  private StateMachine machine() {
    try {
      return StateMachine.load(read(definition));
    } catch (InvalidDefinitionException e) {
      throw new InvalidOptionsException(definition + ": " + e.getMessage());
    }
  }

  private ScriptedServices services(StateMachine machine) {
    ScriptedServices services;
    try {
      services =
          mocks.isPresent() ? ScriptedServices.read(read(mocks.get())) : new ScriptedServices();
    } catch (IllegalArgumentException e) {
      throw new InvalidOptionsException(mocks.orElseThrow() + ": " + e.getMessage());
    }
    Set<String> missing = services.missing(machine);
    if (!missing.isEmpty()) {
      throw new InvalidOptionsException(
          "%s calls %s: write their answers into a file and give it with --mocks"
              .formatted(definition, String.join(", ", missing)));
    }
    return services;
  }

  private static JsonNode read(Path file) {
    try {
      return JsonFiles.read(file);
    } catch (InvalidJsonException e) {
      throw new InvalidOptionsException(file + " " + e.getMessage());
    } catch (IOException e) {
      throw new InvalidOptionsException("%s cannot be read: %s".formatted(file, Reason.of(e)));
    }
  }
}
