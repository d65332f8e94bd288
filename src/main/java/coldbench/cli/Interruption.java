package coldbench.cli;

import coldbench.report.Counted;
import coldbench.results.RunLayout;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a run that somebody interrupts (Ctrl-C), and tells them what is kept of it and how to go on.
 */
final class Interruption {
  /** What a shell says of a process that SIGINT ended. */
  static final int EXIT_CODE = 130;

  private static final int GRACE_MILLIS = 2000;

  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean happened;

  private Interruption() {}

  /**
   * From here on an end of the process ends the run of the calling thread.
   *
   * @param runFolder where the run's objects will be
   * @param resumeArguments what {@code resume} needs besides
   */
  static Interruption ofThisThread(
      PrintWriter err, Path runFolder, String resumeArguments, Progress progress) {
    Interruption interruption = new Interruption();
    Thread run = Thread.currentThread();
    Thread hook =
        new Thread(
            () -> {
              if (interruption.over.getCount() > 0) {
                interruption.end(run, err, progress);
                err.println(message(runFolder, resumeArguments, progress.done()));
                err.flush();
              }
            },
            "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    return interruption;
  }

  /** Whether the process is ending: whatever fails now fails because of that. */
  boolean happened() {
    return happened;
  }

  /** From here on an end of the process is no interruption. */
  void over() {
    over.countDown();
  }

  /** The run is ended first, so that it does not take the killed functions for failed ones. */
  private void end(Thread run, PrintWriter err, Progress progress) {
    happened = true;
    run.interrupt();
    try {
      boolean ended = over.await(GRACE_MILLIS, TimeUnit.MILLISECONDS);
      progress.endLine();
      if (!ended) {
        err.println("coldbench: the run did not end by itself");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Names only what is there. */
  static String message(Path runFolder, String resumeArguments, int finished) {
    if (!Files.exists(runFolder.resolve(RunLayout.MANIFEST))) {
      return "coldbench: interrupted, nothing was measured";
    }
    String kept =
        Counted.of(finished, "finished trial") + (finished == 1 ? " is kept" : " are kept");
    return """
        coldbench: interrupted, %s
          go on:        %s
          see them:     %s"""
        .formatted(
            kept,
            CalledAs.command("resume " + runFolder + resumeArguments),
            CalledAs.command("report " + runFolder));
  }
}
