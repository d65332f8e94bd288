package coldbench.cli;

import coldbench.analysis.RunEstimate;
import coldbench.report.Counted;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/** Says what a run will take before it is started, and asks where that is much. */
final class CostGuard {
  private final PrintWriter err;
  private final Optional<Console> console;
  private final boolean yes;

  CostGuard(PrintWriter err, Optional<Console> console, boolean yes) {
    this.err = err;
    this.console = console;
    this.yes = yes;
  }

  /**
   * Returns where the run may start.
   *
   * @throws InvalidOptionsException where nobody agreed
   */
  void pass(RunEstimate estimate) {
    err.println(text(estimate));
    if (yes || !estimate.isLarge()) {
      return;
    }
    if (console.isEmpty()) {
      throw new InvalidOptionsException(
          "that is more than $%.0f or an hour, and there is no terminal to ask at: give --yes"
              .formatted(RunEstimate.LARGE_DOLLARS));
    }
    String answer = console.get().readLine("Start it? [y/N] ");
    if (answer == null || !answer.strip().equalsIgnoreCase("y")) {
      throw new InvalidOptionsException("nothing was started");
    }
  }

  static String text(RunEstimate estimate) {
    return String.format(
        Locale.ROOT,
        "%s%s in %s: about %s and about $%.3f",
        estimate.atMost() ? "at most " : "",
        Counted.of(estimate.trials(), "trial"),
        Counted.of(estimate.blocks(), "block"),
        Times.rounded(estimate.time()),
        estimate.dollars());
  }
}
