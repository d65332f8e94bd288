package coldbench.aws;

import coldbench.analysis.RunEstimate;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Watches a run from the outside: its execution's status, and how many trials it has put. */
public final class RunWatch {
  private static final Duration BETWEEN = Duration.ofSeconds(5);
  private static final int LOST_AT_MOST = 60;

  private final Runs runs;
  private final RunDownload objects;
  private final Listener listener;
  private final LongSupplier nanos;
  private final Delay delay;
  private int lost;
  private int shown = -1;
  private int firstTrials;
  private long firstNanos;

  /** Hears how the run goes on. */
  public interface Listener {
    /** More trials have been put. */
    void advanced(Progress progress);

    /** Nobody can be reached; it is tried again. */
    void connectionLost(AccountException why);
  }

  /**
   * How far a run is.
   *
   * @param left about how long it goes on
   * @param dollars about what it has cost so far
   */
  public record Progress(int blocks, int plannedBlocks, Duration left, double dollars) {}

  /**
   * Of a deployment's runs.
   *
   * @param nanos {@link System#nanoTime}, which no change of the clock moves
   */
  public RunWatch(
      Runs runs, RunDownload objects, Listener listener, LongSupplier nanos, Delay delay) {
    this.runs = runs;
    this.objects = objects;
    this.listener = listener;
    this.nanos = nanos;
    this.delay = delay;
  }

  /**
   * Returns when the run has ended. A lost connection is waited for, five minutes at most.
   *
   * @throws AccountException if the run can no longer be seen; it goes on all the same
   */
  public RunStatus untilEnd(String name, RunEstimate estimate) throws InterruptedException {
    while (true) {
      try {
        RunStatus state =
            runs.find(name)
                .orElseThrow(() -> new AccountException("there is no run named " + name));
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
          listener.connectionLost(e);
        }
      }
      delay.last(BETWEEN);
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
    listener.advanced(
        new Progress(
            (int) Math.floor(share * estimate.blocks()),
            estimate.blocks(),
            left(trials, share, estimate),
            share * estimate.dollars()));
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
