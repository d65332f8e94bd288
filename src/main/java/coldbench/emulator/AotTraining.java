package coldbench.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.emulator.cgroup.ControlGroup;
import coldbench.emulator.runtimeapi.RuntimeApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the ahead-of-time cache of a function whose options ask for one that its package does not
 * have: it runs a few calls and lets the JVM end in order, which then writes what it has loaded and
 * linked. A cache is good for this very JVM, its class path and its collector only, so that it is
 * made where it is used.
 *
 * @see <a href="https://openjdk.org/jeps/514">JEP 514: Ahead-of-Time Command-Line Ergonomics</a>
 */
record AotTraining(FunctionSpec spec, LambdaRuntime.Java runtime, SandboxResources machine) {
  private static final String OPTIONS = "JAVA_TOOL_OPTIONS";
  private static final Pattern CACHE = Pattern.compile("-XX:AOTCache=(\\S+)");
  private static final Pattern FOR_USE = Pattern.compile("-XX:AOT(Cache=|Mode=)\\S+");
  private static final int CALLS = 20;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String TRACE = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0";

  /** The function with the cache in its package; as it is where it asks for none. */
  FunctionSpec trained() throws IOException, InterruptedException {
    Optional<Path> missing = missing();
    if (missing.isEmpty()) {
      return spec;
    }
    Path folder = machine.work().folder("trained");
    PackageFolder.addTo(folder, spec.code());
    Path cache = folder.resolve(missing.get());
    FunctionSpec trained = spec.withCode(folder);
    train(trained, cache);
    if (!Files.isRegularFile(cache)) {
      throw new IOException(
          "%s has made no AOT cache, expected Java 25 or newer: install one and set JAVA_HOME"
              .formatted(runtime.java().description()));
    }
    return trained;
  }

  /** Relative to the package; one elsewhere is the function's own affair. */
  private Optional<Path> missing() {
    return Optional.ofNullable(spec.environment().get(OPTIONS))
        .map(CACHE::matcher)
        .filter(Matcher::find)
        .map(found -> Path.of(found.group(1)))
        .filter(path -> !path.isAbsolute() && !path.normalize().startsWith(".."))
        .filter(path -> Files.isDirectory(spec.code()) && !Files.exists(spec.code().resolve(path)));
  }

  private void train(FunctionSpec trained, Path cache) throws IOException, InterruptedException {
    Path log = machine.work().folder("training").resolve("log");
    try (RuntimeApi api = new RuntimeApi()) {
      SandboxProcess process =
          SandboxProcess.prepare(
              launch(trained, cache, log, api), ControlGroup.none(), machine.work().reaper());
      try (Sandbox sandbox = new Sandbox(api, process, LogTail.of(log), false)) {
        Outcome last = sandbox.init(LIMIT);
        for (int i = 0; i < CALLS && isAlive(last); i++) {
          last = sandbox.invoke(event(trained));
        }
        if (!isAlive(last) || !process.terminate(LIMIT)) {
          throw new IOException(
              "the function did not run for its AOT cache: %s%n%s"
                  .formatted(last, Files.readString(log)));
        }
      }
    }
  }

  private static boolean isAlive(Outcome outcome) {
    return outcome instanceof Outcome.Ready
        || outcome instanceof Outcome.Answered
        || outcome instanceof Outcome.Reported;
  }

  /** Nothing: the benchmark's contract has an answer to it. */
  private InvocationRequest event(FunctionSpec trained) {
    long deadlineMs = machine.settings().clock().millis() + LIMIT.toMillis();
    return new InvocationRequest(
        UUID.randomUUID().toString(),
        trained.arn(),
        TRACE,
        LIMIT,
        deadlineMs,
        "{}".getBytes(UTF_8));
  }

  /** As the function runs later, its mounts apart: what they move is in no cache. */
  private SandboxProcess.Launch launch(FunctionSpec trained, Path cache, Path log, RuntimeApi api)
      throws IOException {
    Map<String, String> own = new HashMap<>(trained.environment());
    own.computeIfPresent(
        OPTIONS, (name, options) -> FOR_USE.matcher(options).replaceAll("").strip());
    FunctionState state =
        new Configuration(
                trained.withEnvironment(own),
                CodePackage.of(trained.code()),
                machine.settings().clock(),
                Duration.ZERO)
            .inUse();
    List<String> command = new ArrayList<>(runtime.command(trained.code(), state));
    command.add(1, "-XX:AOTCacheOutput=" + cache);
    Map<String, String> environment =
        SandboxEnvironment.of(
            state,
            runtime,
            trained.region(),
            trained.code().toString(),
            Identifiers.logStream(machine.settings().clock()),
            api.address(),
            trained.surroundings().variables());
    return new SandboxProcess.Launch(
        new Isolation.None("only a cache is made"),
        List.of(),
        log,
        trained.code(),
        command,
        environment);
  }
}
