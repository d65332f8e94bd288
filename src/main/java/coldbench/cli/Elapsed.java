package coldbench.cli;

import java.io.PrintWriter;
import java.time.Duration;

/**
 * How long something without a progress of its own takes already: a clock on a terminal, a line now
 * and then elsewhere.
 */
final class Elapsed {
  private static final int SECONDS_BETWEEN_LINES = 30;

  private Elapsed() {}

  /** What takes long, and how it may fail. */
  interface Work<E extends Exception> {
    void run() throws E;
  }

  /** Shows it while something is done. */
  static <E extends Exception> void during(
      String what, PrintWriter err, boolean terminal, Work<E> done) throws E {
    long began = System.nanoTime();
    Thread clock =
        new Thread(
            () -> {
              try {
                for (int second = 1; ; second++) {
                  Thread.sleep(1000);
                  Duration time = Duration.ofNanos(System.nanoTime() - began);
                  if (terminal || second % SECONDS_BETWEEN_LINES == 0) {
                    err.print(line(what, time, terminal));
                    err.flush();
                  }
                }
              } catch (InterruptedException e) {
                return; // It is done.
              }
            },
            "elapsed");
    clock.setDaemon(true);
    clock.start();
    // What is said at an interruption has the last word.
    Thread stop = new Thread(clock::interrupt, "elapsed-stop");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      done.run();
    } finally {
      clock.interrupt();
      forget(stop);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: it has run, or will.
      return;
    }
  }

  /** On a terminal what others write next begins in the same line, over it. */
  static String line(String what, Duration time, boolean terminal) {
    return terminal
        ? "  " + Times.rounded(time) + "\r"
        : "%s, %s so far%n".formatted(what, Times.rounded(time));
  }
}
