package coldbench.cli;

import coldbench.analysis.Place;
import coldbench.analysis.Run;
import coldbench.emulator.CpuMode;
import coldbench.emulator.EmulatorSettings;
import coldbench.emulator.FunctionSpec;
import coldbench.emulator.LambdaException;
import coldbench.emulator.LocalLambda;
import coldbench.local.PlaceWriter;
import coldbench.results.ResultsFolder;
import coldbench.results.ResultsPlace;
import coldbench.results.RunLayout;
import coldbench.results.UnreadableResultsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coldbench resume}: measures what an interrupted or incomplete local run lacks. */
@Command(
    name = "resume",
    description = "Measures only the trials that a local run lacks, and puts its summary.",
    mixinStandardHelpOptions = true)
public final class ResumeCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OwnFunctionsOption own = new OwnFunctionsOption();
  @Mixin private HistoryOption history = new HistoryOption();

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description =
          "One run's folder, or a results folder, whose last run is taken (default:"
              + " ${DEFAULT-VALUE}).")
  private Path folder = Path.of("results");

  @Override
  public Integer call() throws Exception {
    Path runFolder = runFolder();
    Run run = ResultsFolder.open(runFolder).readLast();
    if (run.complete()) {
      spec.commandLine().getErr().println("coldbench: the run " + run.name() + " lacks nothing");
      return ExitCode.OK;
    }
    if (!(run.place() instanceof Place.Local local)) {
      throw new InvalidOptionsException(
          "the run "
              + run.name()
              + " was deployed, expected a local one: start another one and"
              + " report both together");
    }
    JsonNode stored = JSON.readTree(runFolder.resolve(RunLayout.MANIFEST).toFile());
    return new LocalRun(
            Home.fromSystemProperties(),
            own,
            new ResultsPlace(resultsOf(runFolder), run.name()),
            stored.path("input"),
            EmulatorSettings.defaults()
                .withCpu(local.cpuLimit().asOnLambda() ? CpuMode.LAMBDA : CpuMode.FULL),
            history,
            false,
            Optional.of(run.startedAt()),
            spec.commandLine().getOut(),
            spec.commandLine().getErr())
        .run((note, functions, lambda) -> refuseOther(run, runFolder, note, functions, lambda));
  }

  private Path runFolder() {
    try {
      ResultsFolder results = ResultsFolder.open(folder);
      return results.folder(results.readLast());
    } catch (UnreadableResultsException e) {
      throw new InvalidOptionsException(String.valueOf(e.getMessage()));
    }
  }

  /** A run's folder is {@code <results>/runs/<run>}. */
  private static Path resultsOf(Path runFolder) {
    Path runs =
        Optional.ofNullable(runFolder.toAbsolutePath().normalize().getParent()).orElseThrow();
    if (!runs.endsWith(RunLayout.RUNS)) {
      throw new InvalidOptionsException(
          runFolder
              + " is not in a folder named runs, so nothing can be stored beside it: move it"
              + " back to where it was measured");
    }
    return Optional.ofNullable(runs.getParent()).orElseThrow();
  }

  /** Samples of another machine or of other code must not get into the same run. */
  private static void refuseOther(
      Run run,
      Path runFolder,
      PlaceWriter note,
      Map<String, FunctionSpec> functions,
      LocalLambda lambda)
      throws IOException, LambdaException {
    List<String> changed = new ArrayList<>();
    JsonNode before = JSON.readTree(runFolder.resolve(RunLayout.PLACE).toFile());
    JsonNode now = JSON.readTree(note.toJson(run.name(), functions).toString());
    TreeSet<String> fields = new TreeSet<>();
    before.fieldNames().forEachRemaining(fields::add);
    now.fieldNames().forEachRemaining(fields::add);
    // The same package may be built again: how long that took says nothing of the samples.
    fields.remove("buildSeconds");
    for (String field : fields) {
      if (!before.path(field).equals(now.path(field))) {
        changed.add("%s was %s and is %s".formatted(field, before.path(field), now.path(field)));
      }
    }
    for (var described : run.functions()) {
      FunctionSpec function = functions.get(described.label());
      if (function == null
          || !lambda.getFunction(function.name()).codeSha256().equals(described.codeSha256())) {
        changed.add("the package of " + described.label() + " is another one");
      }
    }
    if (!changed.isEmpty()) {
      throw new InvalidOptionsException(
          "the run "
              + run.name()
              + " cannot be taken up again, since its samples would not fit together: "
              + String.join("; ", changed)
              + "; start a new run with ./coldbench local");
    }
  }
}
