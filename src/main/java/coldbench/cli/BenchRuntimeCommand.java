package coldbench.cli;

import coldbench.deploy.functions.NativeBuild;
import coldbench.emulator.SandboxTimer;
import coldbench.emulator.SandboxTimer.Life;
import coldbench.emulator.interpreter.PythonEnvironment;
import coldbench.emulator.interpreter.PythonUnavailableException;
import coldbench.local.HostInfo;
import coldbench.microbench.Contender;
import coldbench.microbench.RuntimeBench;
import coldbench.microbench.RuntimeTable;
import coldbench.report.Counted;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code coldbench bench-runtime}: the function's runtimes against each other, in microseconds. */
@Command(
    name = "bench-runtime",
    description =
        "Compares native Java, the same classes on a JVM, Python, and the least that a program in C can do (bare) on this machine, in finer detail than Lambda's REPORT line: without the state machine, in interleaved rounds.",
    mixinStandardHelpOptions = true)
public final class BenchRuntimeCommand implements Callable<Integer> {
  /**
   * A whole event of payload 2.0, as in the developer guide, with an identifier that a host name
   * may have.
   */
  private static final String EVENT = "event.json";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--rounds",
      description = "Cold starts of each, 1 to 1000 (default: ${DEFAULT-VALUE}).")
  private int rounds = 20;

  @Option(
      names = "--warm",
      description = "Warm calls after each, 0 to 1000000 (default: ${DEFAULT-VALUE}).")
  private int warm = 200;

  @Option(names = "--seed", description = "Seed for the order (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--also",
      paramLabel = "NAME=PROGRAM",
      description = "Another program that speaks the Runtime API, to compare with.")
  private Map<String, Path> also = Map.of();

  @Override
  public Integer call() throws Exception {
    check("--rounds", rounds, 1, 1000);
    check("--warm", warm, 0, 1_000_000);
    also.values().forEach(program -> built(program.toAbsolutePath()));
    Home home = Home.fromSystemProperties();
    HostInfo machine = HostInfo.required();
    PrintWriter err = spec.commandLine().getErr();
    List<Contender> contenders = contenders(home, machine.architecture(), err);
    String event = Files.readString(home.folder().resolve("python-fn/tests").resolve(EVENT));
    RuntimeBench bench = new RuntimeBench(contenders, event, rounds, warm, seed);
    try (SandboxTimer timer = new SandboxTimer(Clock.systemUTC())) {
      Map<Contender, List<Life>> lives =
          bench.run(timer, round -> err.printf("round %d of %d%n", round, rounds));
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "%s, %s, %s; %s of one cold and %s; ratios to the first line%n%n",
          machine.cpu(),
          Counted.of(machine.cpus(), "CPU"),
          machine.architecture(),
          Counted.of(rounds, "round"),
          Counted.of(warm, "warm call"));
      out.println(new RuntimeTable(lives));
    }
    return 0;
  }

  private List<Contender> contenders(Home home, String architecture, PrintWriter err)
      throws IOException, InterruptedException {
    List<Contender> contenders = new ArrayList<>();
    NativeBuild nativeBuild = new NativeBuild(home.lambda(), architecture);
    contenders.add(
        Contender.executable(
            "native Java", built(nativeBuild.executable()), nativeBuild.seconds()));
    Path target = home.lambda().resolve("function/target");
    contenders.add(Contender.jvm(built(target.resolve("jvm/lib"))));
    Path graal = target.resolve("graalvm").resolve("bootstrap");
    if (Files.exists(graal)) {
      contenders.add(Contender.executable("GraalVM native", graal, OptionalDouble.empty()));
    }
    contenders.add(
        Contender.python(python(err), home.folder().resolve("python-fn").resolve("function")));
    Path bare = target.resolve("bare").resolve(architecture).resolve("bootstrap");
    contenders.add(Contender.executable("bare", built(bare), OptionalDouble.empty()));
    also.forEach(
        (name, program) ->
            contenders.add(
                Contender.executable(
                    name, built(program.toAbsolutePath()), OptionalDouble.empty())));
    return contenders;
  }

  private static PythonEnvironment python(PrintWriter err) throws InterruptedException {
    try {
      return PythonEnvironment.prepare(System.getenv(), err::println);
    } catch (PythonUnavailableException e) {
      throw new InvalidOptionsException(String.valueOf(e.getMessage()));
    }
  }

  private static Path built(Path path) {
    if (!Files.exists(path)) {
      throw new InvalidOptionsException(
          path
              + " does not exist: build the function first with mvn -f lambda/pom.xml package -DskipTests");
    }
    return path;
  }

  private static void check(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new InvalidOptionsException(
          option + " is " + value + ", expected a whole number from " + least + " to " + most);
    }
  }
}
