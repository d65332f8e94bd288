package coldbench.emulator;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A function with its configuration and its sandboxes. */
final class LocalFunction implements AutoCloseable {
  /** Far longer than a killed process takes to end, so that nothing can hang here. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Configuration configuration;
  private final SandboxFactory factory;
  private final EmulatorSettings settings;
  private final Deque<Idle> idle = new ArrayDeque<>();
  private final Set<Sandbox> busy = new HashSet<>();
  private boolean closed;

  /** How many sandboxes of a revision have failed and are still to be made anew. */
  private int failed;

  private String failedRevisionId = "";

  /** A sandbox that waits, with the revision that it was made for. */
  private record Idle(String revisionId, Sandbox sandbox) {}

  LocalFunction(Configuration configuration, SandboxFactory factory, EmulatorSettings settings) {
    this.configuration = configuration;
    this.factory = factory;
    this.settings = settings;
  }

  FunctionState state() {
    return configuration.describe();
  }

  /**
   * Changes what is given. Idle sandboxes end; busy ones finish what they are doing and end then.
   */
  FunctionState update(
      OptionalInt memoryMb, Optional<Map<String, String>> environment, Optional<String> revisionId)
      throws LambdaException {
    FunctionState updated = configuration.update(memoryMb, environment, revisionId);
    endOutdated();
    return updated;
  }

  private synchronized void endOutdated() {
    String revisionId = configuration.inUse().revisionId();
    for (Idle waiting : Set.copyOf(idle)) {
      if (!waiting.revisionId().equals(revisionId)) {
        idle.remove(waiting);
        waiting.sandbox().close();
      }
    }
  }

  Invocation invoke(byte[] event) throws LambdaException, InterruptedException {
    endOutdated();
    FunctionState inUse = configuration.inUse();
    try (Call call = new Call(inUse)) {
      return new InvocationFlow(inUse, settings, call).run(event);
    } catch (IOException e) {
      throw new LambdaException("ServiceException", "The local Lambda failed: " + e.getMessage());
    }
  }

  /** The sandboxes that one invocation uses: a waiting one, or new ones. */
  private final class Call implements AutoCloseable, InvocationFlow.Sandboxes {
    private final FunctionState inUse;
    private Optional<Sandbox> used = Optional.empty();

    Call(FunctionState inUse) {
      this.inUse = inUse;
    }

    @Override
    public Optional<Sandbox> takeIdle() throws IOException {
      synchronized (LocalFunction.this) {
        while (!idle.isEmpty()) {
          Sandbox sandbox = idle.pop().sandbox();
          if (sandbox.ready()) {
            sandbox.thaw();
            return Optional.of(use(sandbox));
          }
          sandbox.close();
        }
        return Optional.empty();
      }
    }

    @Override
    public Optional<String> startError() {
      return factory.startError();
    }

    @Override
    public Sandbox create() throws IOException {
      used.ifPresent(LocalFunction.this::end);
      used = Optional.empty();
      Sandbox sandbox = factory.make(inUse);
      synchronized (LocalFunction.this) {
        if (closed) {
          sandbox.close();
          throw new IOException("it is closed");
        }
        return use(sandbox);
      }
    }

    @Override
    public boolean replacesFailedOne() {
      synchronized (LocalFunction.this) {
        boolean one = failed > 0 && failedRevisionId.equals(inUse.revisionId());
        failed -= one ? 1 : 0;
        return one;
      }
    }

    private Sandbox use(Sandbox sandbox) {
      busy.add(sandbox);
      used = Optional.of(sandbox);
      return sandbox;
    }

    @Override
    public void close() {
      used.ifPresent(sandbox -> giveBack(sandbox, inUse.revisionId()));
    }
  }

  private void giveBack(Sandbox sandbox, String revisionId) {
    boolean current = configuration.inUse().revisionId().equals(revisionId);
    if (current && !sandbox.ready()) {
      noteFailure(revisionId);
    }
    if (!current || !sandbox.ready() || !sandbox.freeze()) {
      end(sandbox);
      return;
    }
    synchronized (this) {
      leave(sandbox);
      if (closed) {
        sandbox.close();
      } else {
        idle.push(new Idle(revisionId, sandbox));
      }
    }
  }

  private synchronized void noteFailure(String revisionId) {
    failed = failedRevisionId.equals(revisionId) ? failed + 1 : 1;
    failedRevisionId = revisionId;
  }

  private void end(Sandbox sandbox) {
    sandbox.close();
    leave(sandbox);
  }

  private synchronized void leave(Sandbox sandbox) {
    busy.remove(sandbox);
    notifyAll();
  }

  /** Ends every process, and waits for the invocations that were under way: they read its log. */
  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(waiting -> waiting.sandbox().close());
    idle.clear();
    busy.forEach(Sandbox::kill);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      for (long left = PATIENCE.toMillis(); !busy.isEmpty() && left > 0; ) {
        wait(left);
        left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
