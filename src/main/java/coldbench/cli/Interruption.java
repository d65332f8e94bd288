package coldbench.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a run that somebody interrupts (Ctrl-C), and tells them what is kept of it and how to read
 * that.
 */
final class Interruption {
  private static final int GRACE_MILLIS = 2000;

  private final CountDownLatch over = new CountDownLatch(1);

  private Interruption() {}

  /** From here on an end of the process ends the run of the calling thread. */
  static Interruption ofThisThread(PrintWriter err, ResultsPlace place, Progress progress) {
    Interruption interruption = new Interruption();
    Thread run = Thread.currentThread();
    Thread hook =
        new Thread(
            () -> {
              if (interruption.over.getCount() > 0) {
                interruption.end(run, err, place, progress);
              }
            },
            "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    return interruption;
  }

  /** From here on an end of the process is no interruption. */
  void over() {
    over.countDown();
  }

  /** The run is ended first, so that it does not take the killed functions for failed ones. */
  private void end(Thread run, PrintWriter err, ResultsPlace place, Progress progress) {
    run.interrupt();
    try {
      boolean ended = over.await(GRACE_MILLIS, TimeUnit.MILLISECONDS);
      if (!ended) {
        err.println("coldbench: the run did not end by itself");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    err.printf(
        "%ncoldbench: interrupted, %d finished trials are kept: ./coldbench report %s%n",
        progress.done(), place.runFolder());
    err.flush();
  }
}
