package coldbench.cli;

import coldbench.aws.AccountException;
import coldbench.aws.RunWatch;
import java.io.PrintWriter;
import java.util.Locale;

/** Says how a deployed run goes on, a line for each change. */
record WatchPrinter(PrintWriter err) implements RunWatch.Listener {
  @Override
  public void advanced(RunWatch.Progress progress) {
    err.printf(
        Locale.ROOT,
        "%d/%d blocks, about %s left, about $%.3f so far%n",
        progress.blocks(),
        progress.plannedBlocks(),
        Times.rounded(progress.left()),
        progress.dollars());
  }

  @Override
  public void connectionLost(AccountException why) {
    err.println(why.getMessage() + "; the run continues, trying again");
  }
}
