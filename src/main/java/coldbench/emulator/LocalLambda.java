package coldbench.emulator;

import coldbench.emulator.cgroup.CpuLimit;
import coldbench.emulator.interpreter.JavaEnvironment;
import coldbench.emulator.interpreter.PythonEnvironment;
import coldbench.emulator.runtimeapi.WarmUp;
import coldbench.lambda.Architecture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lambda on this machine: functions with real processes, behind the calls of Lambda's API that a
 * benchmark needs. Safe for use by several threads; calls of one function that overlap get a
 * sandbox each.
 *
 * <p>Init is measured from the start of the process to its call for the first event, an
 * invocation's duration from the event handed over to the answer received, memory is the peak
 * resident size of the process.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html">Lambda API</a>
 */
public final class LocalLambda implements AutoCloseable {
  /** What {@code Invoke} takes. */
  private static final int MAX_EVENT_BYTES = 6 * 1024 * 1024;

  private final EmulatorSettings settings;
  private final SandboxResources machine;
  private final AtomicInteger sandboxes = new AtomicInteger();
  private final Map<String, LocalFunction> functions = new ConcurrentHashMap<>();

  /**
   * Looks at what this machine can hold: see {@link #cpuLimit} and {@link #isolationLimit}. Removes
   * what an earlier tool that was killed may have left.
   */
  public LocalLambda(EmulatorSettings settings) {
    this.settings = settings;
    try {
      if (settings.warmUp()) {
        WarmUp.run();
      }
      this.machine = SandboxResources.open(settings);
    } catch (IOException e) {
      throw new UncheckedIOException("The local Lambda cannot start: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the local Lambda started", e);
    }
  }

  /** What CPU the functions get here. */
  public CpuLimit cpuLimit() {
    return machine.cpuLimit();
  }

  /**
   * Why functions see this machine's files: on Lambda their package is read-only in {@code
   * /var/task}, and {@code /tmp} is their own.
   *
   * @return empty if it is so here, too
   */
  public Optional<String> isolationLimit() {
    return machine.isolation().reasonForNone();
  }

  /**
   * Why {@code /tmp} has as much space as this machine's disk.
   *
   * @return empty if it has the size that the function asks for
   */
  public Optional<String> storageLimit() {
    return machine.isolation() instanceof Isolation.Mounts mounts && mounts.format().isPresent()
        ? Optional.empty()
        : Optional.of("loop devices and mkfs.ext4 are needed, as root, to limit /tmp");
  }

  /**
   * Makes a function; its first process starts at its first invocation.
   *
   * @throws LambdaException {@code ResourceConflictException} if there is a function of that name,
   *     {@code InvalidParameterValueException} if a value is not allowed
   */
  public void createFunction(FunctionSpec spec) throws LambdaException {
    if (functions.putIfAbsent(spec.name(), made(spec)) != null) {
      throw new LambdaException(
          "ResourceConflictException", "Function already exist: " + spec.name());
    }
  }

  /**
   * Puts a function in the place of the one of its name, whose processes end, those that work on an
   * event among them.
   *
   * @throws LambdaException {@code InvalidParameterValueException} if a value is not allowed; the
   *     old function then stays
   */
  public void replaceFunction(FunctionSpec spec) throws LambdaException {
    Optional.ofNullable(functions.put(spec.name(), made(spec))).ifPresent(LocalFunction::close);
  }

  private LocalFunction made(FunctionSpec spec) throws LambdaException {
    if (Architecture.named(spec.architecture()).isEmpty()) {
      throw invalid("the architecture is " + spec.architecture() + ", expected arm64 or x86_64");
    }
    Configuration.checkMemory(spec.memoryMb());
    SandboxEnvironment.check(spec.environment());
    LambdaRuntime runtime = runtime(spec);
    try {
      FunctionSpec whole = whole(spec, runtime);
      Configuration configuration =
          new Configuration(
              whole, CodePackage.of(whole.code()), settings.clock(), settings.updateTime());
      SandboxFactory factory =
          new SandboxFactory(unpacked(whole), layers(spec), runtime, machine, sandboxes);
      return new LocalFunction(configuration, factory, settings);
    } catch (IOException e) {
      throw invalid("The code " + spec.code() + " cannot be read: " + e.getMessage());
    }
  }

  /** With the cache that its package is to have, if it asks a JVM for one. */
  private FunctionSpec whole(FunctionSpec spec, LambdaRuntime runtime)
      throws IOException, LambdaException {
    try {
      return runtime instanceof LambdaRuntime.Java java
          ? new AotTraining(spec, java, machine).trained()
          : spec;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw invalid("interrupted while the AOT cache of " + spec.name() + " was made");
    }
  }

  private FunctionSpec unpacked(FunctionSpec spec) throws IOException {
    return spec.withCode(PackageFolder.of(spec.code(), machine.work().folder("package")));
  }

  /** The layers, laid over each other in one folder. */
  private Optional<Path> layers(FunctionSpec spec) throws IOException, LambdaException {
    if (spec.layers().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> limit = isolationLimit();
    if (limit.isPresent()) {
      throw invalid("its layers cannot be mounted at /opt: " + limit.get());
    }
    Path folder = machine.work().folder("layers");
    for (Path layer : spec.layers()) {
      PackageFolder.addTo(folder, layer);
    }
    if (Files.isDirectory(folder.resolve("extensions"))) {
      throw invalid("its layers have extensions, which do not run here: leave their layer out");
    }
    return Optional.of(folder);
  }

  private LambdaRuntime runtime(FunctionSpec spec) throws LambdaException {
    if (spec.runtime().startsWith("provided")) {
      return new LambdaRuntime.Provided();
    }
    if (spec.runtime().startsWith("python3.")) {
      PythonEnvironment python =
          settings
              .python()
              .orElseThrow(() -> invalid(spec.runtime() + " needs a Python environment"));
      return new LambdaRuntime.Python(spec.runtime(), python, !spec.layers().isEmpty());
    }
    JavaEnvironment java = settings.java().get(spec.runtime());
    if (java != null) {
      return new LambdaRuntime.Java(spec.runtime(), java);
    }
    throw invalid(
        "Runtime "
            + spec.runtime()
            + " does not run locally, expected provided.…, python3.x or java… (with a JVM)");
  }

  private static LambdaException invalid(String message) {
    return new LambdaException("InvalidParameterValueException", message);
  }

  /**
   * Describes a function.
   *
   * @throws LambdaException {@code ResourceNotFoundException} if there is no such function
   */
  public FunctionState getFunction(String name) throws LambdaException {
    return function(name).state();
  }

  /**
   * Changes a function's configuration. Its processes end, the next call starts a new one.
   *
   * @param environment replaces all variables
   * @param revisionId if given, the update is made only if it is the current one
   * @throws LambdaException {@code ResourceNotFoundException}, {@code PreconditionFailedException},
   *     {@code InvalidParameterValueException}
   */
  public FunctionState updateFunctionConfiguration(
      String name,
      OptionalInt memoryMb,
      Optional<Map<String, String>> environment,
      Optional<String> revisionId)
      throws LambdaException {
    return function(name).update(memoryMb, environment, revisionId);
  }

  /**
   * Invokes a function and waits for its end. An interrupt ends the invocation's process.
   *
   * @param payload the event, bytes of JSON
   * @throws LambdaException {@code ResourceNotFoundException}, {@code RequestTooLargeException}
   */
  public Invocation invoke(String name, byte[] payload)
      throws LambdaException, InterruptedException {
    if (payload.length > MAX_EVENT_BYTES) {
      throw new LambdaException(
          "RequestTooLargeException",
          payload.length
              + " byte payload is too large for the RequestResponse invocation type (limit "
              + MAX_EVENT_BYTES
              + " bytes)");
    }
    return function(name).invoke(payload);
  }

  private LocalFunction function(String name) throws LambdaException {
    LocalFunction function = functions.get(name);
    if (function == null) {
      throw new LambdaException("ResourceNotFoundException", "Function not found: " + name);
    }
    return function;
  }

  /** Ends every process. */
  @Override
  public void close() {
    functions.values().forEach(LocalFunction::close);
    machine.close();
  }
}
