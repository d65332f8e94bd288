package coldbench.emulator;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * What one invocation logs, whole for the tail that its caller gets, and for a listener each line
 * as soon as it is there.
 */
final class InvocationLog {
  /** How often a process that runs is looked at for new lines, where somebody listens. */
  private static final Duration LOOK = Duration.ofMillis(50);

  private final String function;
  private final Optional<LogListener> listener;
  private final StringBuilder whole = new StringBuilder();
  private int told;

  InvocationLog(String function, Optional<LogListener> listener) {
    this.function = function;
    this.listener = listener;
  }

  synchronized void append(String text) {
    whole.append(text);
    int end = whole.lastIndexOf("\n") + 1;
    if (listener.isPresent() && end > told) {
      listener.get().logged(function, whole.substring(told, end));
    }
    told = Math.max(told, end);
  }

  /** Ends a line that the function has begun. */
  synchronized void endLine() {
    if (!whole.isEmpty() && whole.charAt(whole.length() - 1) != '\n') {
      append("\n");
    }
  }

  synchronized String tail() {
    return LogTail.tail(whole.toString());
  }

  /** What a sandbox does. */
  interface Work {
    Outcome run() throws IOException, InterruptedException;
  }

  /**
   * Does something, and appends what the sandbox writes: meanwhile, if somebody listens, and what
   * is left at the end.
   */
  Outcome following(Sandbox sandbox, Work work) throws IOException, InterruptedException {
    if (listener.isEmpty()) {
      Outcome outcome = work.run();
      append(sandbox.unreadLog());
      return outcome;
    }
    Thread follower = new Thread(() -> follow(sandbox), "log of " + function);
    follower.setDaemon(true);
    follower.start();
    try {
      return work.run();
    } finally {
      follower.interrupt();
      joinUninterruptibly(follower);
      append(sandbox.unreadLog());
    }
  }

  private void follow(Sandbox sandbox) {
    try {
      while (true) {
        Thread.sleep(LOOK.toMillis());
        append(sandbox.unreadLines());
      }
    } catch (InterruptedException | IOException e) {
      // The work is done; or what cannot be read now is read, or fails, at its end.
      return;
    }
  }

  private static void joinUninterruptibly(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
