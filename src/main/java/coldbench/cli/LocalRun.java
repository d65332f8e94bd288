package coldbench.cli;

import coldbench.analysis.Budget;
import coldbench.asl.Engine;
import coldbench.asl.ExecutionResult;
import coldbench.deploy.functions.NativeBuild;
import coldbench.emulator.EmulatorSettings;
import coldbench.emulator.FunctionSpec;
import coldbench.emulator.LambdaException;
import coldbench.emulator.LocalLambda;
import coldbench.emulator.cgroup.CpuLimit;
import coldbench.local.HostInfo;
import coldbench.local.LocalAccount;
import coldbench.local.LocalRuntimes;
import coldbench.local.LocalServices;
import coldbench.local.LocalStack;
import coldbench.local.OtherPrograms;
import coldbench.local.PlaceWriter;
import coldbench.local.Prerequisite;
import coldbench.local.TrialJournal;
import coldbench.report.Style;
import coldbench.results.ResultsPlace;
import coldbench.results.RunLayout;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import picocli.CommandLine.ExitCode;

/**
 * A run on this machine, from what must be built to its tables.
 *
 * @param log whether what functions log is printed
 * @param startedAt when it was started first, for a run that is taken up again
 * @param budget that its functions are held against at its end
 */
record LocalRun(
    Home home,
    OwnFunctionsOption own,
    ResultsPlace place,
    JsonNode input,
    EmulatorSettings settings,
    HistoryOption history,
    boolean log,
    Optional<Instant> startedAt,
    Budget budget,
    PrintWriter out,
    PrintWriter err) {
  /** Looks at what is to be run before it is, and may refuse it. */
  interface Check {
    void check(PlaceWriter environment, Map<String, FunctionSpec> functions, LocalLambda lambda)
        throws IOException, LambdaException;
  }

  /** Runs it, and says with which exit code it ended. */
  int run(Check check) throws Exception {
    HostInfo machine = HostInfo.required();
    Prerequisite.NODE.require();
    Progress progress = new Progress(err, System::nanoTime, Terminals.progressColumns());
    Interruption interruption =
        Interruption.ofThisThread(err, place.runFolder(), own.asArgument(), progress);
    try {
      return run(check, machine, progress, interruption);
    } catch (Exception e) {
      if (interruption.happened()) {
        return Interruption.EXIT_CODE;
      }
      throw e;
    } finally {
      interruption.over();
    }
  }

  private int run(Check check, HostInfo machine, Progress progress, Interruption interruption)
      throws Exception {
    LocalStack stack = LocalStack.read(own.template(home, machine.architecture(), err));
    Map<String, FunctionSpec> chosen = chosen(stack);
    LocalRuntimes.refuseUnavailable(chosen.keySet(), stack.unavailable());
    LocalRuntimes runtimes = LocalRuntimes.prepare(chosen, machine.architecture(), err::println);
    Files.createDirectories(place.folder());
    EmulatorSettings logging =
        log ? settings.withLog(new LogPrinter(err, chosen, progress::endLine)) : settings;
    try (LocalServices services = LocalServices.start(chosen, stack.tables(), err::println);
        LocalLambda lambda = new LocalLambda(runtimes.in(logging))) {
      services.warmUp();
      Map<String, FunctionSpec> functions = services.functions();
      PlaceWriter environment =
          environment(
              machine,
              lambda.cpuLimit(),
              runtimes.descriptions(functions),
              services.descriptions(),
              built(machine));
      LocalAccount account =
          new LocalAccount(stack, functions, lambda, place.folder(), environment, progress);
      check.check(environment, functions, lambda);
      TrialJournal journal = TrialJournal.of(place.runFolder());
      progress.resumeAfter(journal.finished());
      Engine engine = Engine.system().withJournal(journal);
      return history.listen(
          engine,
          with -> {
            OtherPrograms others = OtherPrograms.begin();
            ExecutionResult result = executed(account, with);
            Optional<String> busy = others.sentence();
            progress.endLine();
            return interruption.happened() ? Interruption.EXIT_CODE : conclude(result, busy);
          });
    }
  }

  /** A run whose results can no longer be stored has failed; what was stored is kept and shown. */
  private ExecutionResult executed(LocalAccount account, Engine engine)
      throws InterruptedException {
    try {
      return account.run(place.run(), input, startedAt, engine);
    } catch (UncheckedIOException e) {
      return new ExecutionResult.Failed("ResultsNotStored", Reason.of(e));
    }
  }

  private int conclude(ExecutionResult result, Optional<String> busy) throws Exception {
    if (result instanceof ExecutionResult.Failed failed && failed.error().equals("InvalidInput")) {
      throw new InvalidOptionsException(failed.cause());
    }
    if (!Files.isRegularFile(place.runFolder().resolve(RunLayout.MANIFEST))) {
      err.println("coldbench: nothing was measured: " + result);
      return ExitCode.SOFTWARE;
    }
    Reporting.Shown shown =
        Reporting.show(out, err, place.folder(), Optional.of(place.run()), budget);
    busy.ifPresent(sentence -> Terminals.paragraphs(out).print(sentence, "", Style.WARNING));
    if (result instanceof ExecutionResult.Failed failed) {
      err.println("coldbench: " + failed.error() + ": " + failed.cause());
      if (shown.run().measured() > 0) {
        err.println(
            "To measure only what is missing: "
                + CalledAs.command("resume " + place.runFolder() + own.asArgument()));
      }
      shown.tellFailures(err);
    }
    boolean succeeded = result instanceof ExecutionResult.Succeeded;
    return succeeded && shown.complete() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private Map<String, FunctionSpec> chosen(LocalStack stack) {
    Map<String, FunctionSpec> chosen = new LinkedHashMap<>(stack.functions());
    if (input.has("functions")) {
      Set<String> labels = new HashSet<>();
      input.get("functions").forEach(label -> labels.add(label.asText()));
      chosen.keySet().retainAll(labels);
    }
    return chosen;
  }

  private PlaceWriter environment(
      HostInfo machine,
      CpuLimit limit,
      Map<String, String> runtimes,
      Map<String, String> services,
      Map<String, Double> buildSeconds)
      throws IOException {
    return new PlaceWriter(
        ToolVersion.of(home),
        machine,
        limit instanceof CpuLimit.Lambda ? "lambda" : "full",
        limit instanceof CpuLimit.Unavailable unavailable
            ? Optional.of(unavailable.reason())
            : Optional.empty(),
        runtimes,
        services,
        buildSeconds);
  }

  private Map<String, Double> built(HostInfo machine) throws IOException {
    OptionalDouble seconds = new NativeBuild(home.lambda(), machine.architecture()).seconds();
    return seconds.isPresent() ? Map.of("java", seconds.getAsDouble()) : Map.of();
  }
}
