package coldbench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** A function with its configuration and its sandboxes. */
final class LocalFunction implements AutoCloseable {
  static final int MIN_MEMORY_MB = 128;
  static final int MAX_MEMORY_MB = 10240;

  private final FunctionSpec spec;
  private final LambdaRuntime runtime;
  private final HostSettings settings;
  private final Path folder;
  private final Watchdog watchdog;
  private final Deque<Sandbox> idle = new ArrayDeque<>();
  private final Set<Sandbox> busy = new HashSet<>();
  private FunctionState state;
  private int sandboxes;
  private boolean closed;

  LocalFunction(
      FunctionSpec spec,
      LambdaRuntime runtime,
      CodePackage code,
      HostSettings settings,
      Path folder,
      Watchdog watchdog) {
    this.spec = spec;
    this.runtime = runtime;
    this.settings = settings;
    this.folder = folder;
    this.watchdog = watchdog;
    this.state =
        new FunctionState(
            spec.name(),
            spec.arn(),
            spec.runtime(),
            spec.architecture(),
            spec.handler(),
            spec.memoryMb(),
            spec.timeout(),
            spec.environment(),
            code.size(),
            code.sha256(),
            "$LATEST",
            settings.clock().instant(),
            UUID.randomUUID().toString(),
            "Active",
            "Successful",
            Optional.empty());
  }

  synchronized FunctionState state() {
    return state;
  }

  /**
   * Changes what is given. Idle sandboxes end; busy ones finish what they are doing and end then.
   */
  synchronized FunctionState update(
      OptionalInt memoryMb, Optional<Map<String, String>> environment, Optional<String> revisionId)
      throws LambdaException {
    if (revisionId.isPresent() && !revisionId.get().equals(state.revisionId())) {
      throw new LambdaException(
          "PreconditionFailedException",
          "The RevisionId provided does not match the latest RevisionId. Call the"
              + " GetFunction/GetAlias API to retrieve the latest RevisionId");
    }
    checkMemory(memoryMb.orElse(state.memoryMb()));
    SandboxEnvironment.check(environment.orElse(Map.of()));
    state =
        new FunctionState(
            state.name(),
            state.arn(),
            state.runtime(),
            state.architecture(),
            state.handler(),
            memoryMb.orElse(state.memoryMb()),
            state.timeout(),
            environment.map(Map::copyOf).orElse(state.environment()),
            state.codeSize(),
            state.codeSha256(),
            state.version(),
            settings.clock().instant(),
            UUID.randomUUID().toString(),
            state.state(),
            state.lastUpdateStatus(),
            state.lastUpdateStatusReason());
    idle.forEach(Sandbox::close);
    idle.clear();
    return state;
  }

  static void checkMemory(int memoryMb) throws LambdaException {
    if (memoryMb < MIN_MEMORY_MB || memoryMb > MAX_MEMORY_MB) {
      throw new LambdaException(
          "InvalidParameterValueException",
          "MemorySize " + memoryMb + " is not allowed: from 128 to 10240 (MB)");
    }
  }

  Invocation invoke(byte[] event) throws LambdaException, InterruptedException {
    FunctionState configuration = state();
    try (Call call = new Call(configuration, event)) {
      return call.run();
    } catch (IOException e) {
      throw new LambdaException("ServiceException", "The local Lambda failed: " + e);
    }
  }

  /** The sandboxes that one invocation uses: a waiting one, or new ones. */
  private final class Call implements AutoCloseable, InvocationFlow.Sandboxes {
    private final FunctionState configuration;
    private final byte[] event;
    private Optional<Sandbox> used = Optional.empty();

    Call(FunctionState configuration, byte[] event) {
      this.configuration = configuration;
      this.event = event;
    }

    Invocation run() throws IOException, InterruptedException {
      return new InvocationFlow(configuration, settings.clock(), this).run(event);
    }

    @Override
    public Optional<Sandbox> waiting() {
      synchronized (LocalFunction.this) {
        while (!idle.isEmpty()) {
          Sandbox sandbox = idle.pop();
          if (sandbox.ready()) {
            return Optional.of(use(sandbox));
          }
          sandbox.close();
        }
        return Optional.empty();
      }
    }

    @Override
    public Optional<String> startError() {
      return runtime.startError(spec.code(), spec.architecture());
    }

    @Override
    public Sandbox fresh() throws IOException {
      synchronized (LocalFunction.this) {
        if (closed) {
          throw new IOException("it is closed");
        }
        used.ifPresent(this::drop);
        sandboxes++;
        Path log = Files.createFile(folder.resolve(sandboxes + ".log"));
        return use(Sandbox.prepare(plan(), log, watchdog));
      }
    }

    private Sandbox use(Sandbox sandbox) {
      busy.add(sandbox);
      used = Optional.of(sandbox);
      return sandbox;
    }

    private void drop(Sandbox sandbox) {
      sandbox.close();
      busy.remove(sandbox);
    }

    private Sandbox.Plan plan() {
      return new Sandbox.Plan() {
        @Override
        public List<String> command() {
          return runtime.command(spec.code(), configuration.handler());
        }

        @Override
        public Path directory() {
          return spec.code();
        }

        @Override
        public Map<String, String> environment(String runtimeApi) {
          String taskRoot = spec.code().toString();
          String logStream = Identifiers.logStream(settings.clock());
          return SandboxEnvironment.of(
              configuration, runtime, spec.region(), taskRoot, logStream, runtimeApi);
        }
      };
    }

    @Override
    public void close() {
      synchronized (LocalFunction.this) {
        used.ifPresent(this::giveBack);
      }
    }

    private void giveBack(Sandbox sandbox) {
      boolean current = state.revisionId().equals(configuration.revisionId());
      if (current && !closed && sandbox.ready()) {
        busy.remove(sandbox);
        idle.push(sandbox);
      } else {
        drop(sandbox);
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(Sandbox::close);
    busy.forEach(Sandbox::kill);
    idle.clear();
  }
}
