package coldbench.cli;

import coldbench.analysis.RunEstimate;
import coldbench.asl.Sleeper;
import coldbench.aws.AccountException;
import coldbench.aws.RunDownload;
import coldbench.aws.RunStatus;
import coldbench.aws.Runs;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Watches a run from the outside: its execution's status, and how many trials it has put. */
final class RunWatch {
  private static final Duration BETWEEN = Duration.ofSeconds(5);
  private static final int LOST_AT_MOST = 60;

  private final Runs runs;
  private final RunDownload objects;
  private final PrintWriter err;
  private final LongSupplier nanos;
  private final Sleeper sleeper;
  private int lost;
  private int shown = -1;
  private int firstTrials;
  private long firstNanos;

  RunWatch(Runs runs, RunDownload objects, PrintWriter err, LongSupplier nanos, Sleeper sleeper) {
    this.runs = runs;
    this.objects = objects;
    this.err = err;
    this.nanos = nanos;
    this.sleeper = sleeper;
  }

  /**
   * Returns when the run has ended. A lost connection is waited for, five minutes at most.
   *
   * @throws AccountException if the run can no longer be seen; it goes on all the same
   */
  RunStatus untilEnd(String name, RunEstimate estimate) throws InterruptedException {
    while (true) {
      try {
        RunStatus state =
            runs.find(name)
                .orElseThrow(() -> new InvalidOptionsException("there is no run named " + name));
        show(objects.trials(name), estimate);
        lost = 0;
        if (!state.running()) {
          return state;
        }
      } catch (AccountException e) {
        if (!e.connectionLost() || ++lost > LOST_AT_MOST) {
          throw e;
        }
        if (lost == 1) {
          err.println(e.getMessage() + "; the run goes on, trying again");
        }
      }
      sleeper.sleep(BETWEEN);
    }
  }

  private void show(int trials, RunEstimate estimate) {
    if (trials == shown) {
      return;
    }
    if (shown < 0) {
      firstTrials = trials;
      firstNanos = nanos.getAsLong();
    }
    shown = trials;
    double share = Math.min(1, (double) trials / Math.max(1, estimate.trials()));
    int blocks = (int) Math.floor(share * estimate.blocks());
    err.printf(
        Locale.ROOT,
        "%d/%d blocks, about %s left, about $%.3f so far%n",
        blocks,
        estimate.blocks(),
        Times.rounded(left(trials, share, estimate)),
        share * estimate.dollars());
  }

  /** As fast as since this watch began, which no clock's change moves; else as estimated. */
  private Duration left(int trials, double share, RunEstimate estimate) {
    if (trials == firstTrials) {
      return Duration.ofMillis((long) (estimate.time().toMillis() * (1 - share)));
    }
    long nanosEach = (nanos.getAsLong() - firstNanos) / (trials - firstTrials);
    return Duration.ofNanos(nanosEach * Math.max(0, estimate.trials() - trials));
  }
}
