package coldbench.cli;

import coldbench.analysis.RunEstimate;
import coldbench.asl.Sleeper;
import coldbench.aws.AccountException;
import coldbench.aws.RunDownload;
import coldbench.aws.RunStatus;
import coldbench.aws.Runs;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/** Watches a run from the outside: its execution's status, and how many trials it has put. */
final class RunWatch {
  private static final Duration BETWEEN = Duration.ofSeconds(5);
  private static final int LOST_AT_MOST = 60;

  private final Runs runs;
  private final RunDownload objects;
  private final PrintWriter err;
  private final Clock clock;
  private final Sleeper sleeper;
  private int lost;
  private int shown = -1;

  RunWatch(Runs runs, RunDownload objects, PrintWriter err, Clock clock, Sleeper sleeper) {
    this.runs = runs;
    this.objects = objects;
    this.err = err;
    this.clock = clock;
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
        show(state, objects.trials(name), estimate);
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

  private void show(RunStatus state, int trials, RunEstimate estimate) {
    if (trials == shown) {
      return;
    }
    shown = trials;
    double share = Math.min(1, (double) trials / Math.max(1, estimate.trials()));
    int blocks = (int) Math.floor(share * estimate.blocks());
    Duration spent = Duration.between(state.startedAt(), clock.instant());
    Duration left =
        trials == 0
            ? estimate.time()
            : Duration.ofMillis((long) (spent.toMillis() * (1 - share) / share));
    err.printf(
        Locale.ROOT,
        "%d/%d blocks, about %s left, about $%.3f so far%n",
        blocks,
        estimate.blocks(),
        Times.rounded(left),
        share * estimate.dollars());
  }
}
