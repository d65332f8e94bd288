package coldbench.report;

import coldbench.analysis.Findings;
import coldbench.analysis.Trial;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How many of its single calls a page holds: all, but of so many that a browser would choke on them
 * some rounds, and of their trials some calls. Tables, ratios and intervals are of all of them.
 *
 * @param calls there are
 * @param everyRound 1 for all, 4 for the first, the fifth and so on
 * @param everyCall likewise of a trial's warm calls
 */
record Thinning(long calls, int everyRound, int everyCall) {
  private static final int MOST_CALLS = 50_000;
  private static final int MOST_TRIALS = 4_000;

  static final Thinning NONE = new Thinning(0, 1, 1);

  static Thinning of(List<Findings> findings) {
    List<Trial> trials =
        findings.stream().flatMap(each -> each.experiment().trials().stream()).toList();
    long calls = trials.stream().mapToLong(Thinning::calls).sum();
    if (calls <= MOST_CALLS) {
      return new Thinning(calls, 1, 1);
    }
    int everyRound = (trials.size() - 1) / MOST_TRIALS + 1;
    return new Thinning(calls, everyRound, (int) ((calls / everyRound - 1) / MOST_CALLS + 1));
  }

  private static long calls(Trial trial) {
    return trial.warm().size() + trial.cold().stream().count();
  }

  boolean thins() {
    return everyRound > 1 || everyCall > 1;
  }

  boolean holds(Trial trial) {
    return (trial.block().round() - 1) % everyRound == 0;
  }

  boolean holds(int warmCall) {
    return warmCall % everyCall == 0;
  }

  /** What a page says of it; empty where it holds all. */
  Optional<String> sentence() {
    if (!thins()) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "Of %,d calls the marks in the charts of samples are those of %s and of %s."
                + " All figures are of all calls.",
            calls,
            everyRound == 1 ? "every round" : "one round in " + everyRound,
            everyCall == 1 ? "every warm call" : "one warm call in " + everyCall));
  }
}
