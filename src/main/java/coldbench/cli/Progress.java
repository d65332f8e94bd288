package coldbench.cli;

import coldbench.local.RunListener;
import coldbench.report.Counted;
import coldbench.results.RunLayout;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/** Shows a run's progress, made of the objects that it stores: a line a trial. */
final class Progress implements RunListener {
  private final PrintWriter err;
  private final LongSupplier nanos;
  private final OptionalInt columns;
  private long began;
  private int planned;
  private String atMost = "";
  private int done;
  private int resumedAfter;
  private boolean lineIsOpen;

  /**
   * On a terminal the line is written over and over, as far as it fits; elsewhere each trial has a
   * line of its own.
   *
   * @param nanos {@link System#nanoTime}, which no change of the clock moves
   * @param columns of the terminal, if it is one
   */
  Progress(PrintWriter err, LongSupplier nanos, OptionalInt columns) {
    this.err = err;
    this.nanos = nanos;
    this.columns = columns;
    this.began = nanos.getAsLong();
  }

  /** So many trials of the run are there already. */
  synchronized void resumeAfter(int finished) {
    done = finished;
    resumedAfter = finished;
  }

  @Override
  public synchronized void stored(String key, JsonNode body) {
    if (RunLayout.isManifest(key)) {
      began = nanos.getAsLong();
      planned = body.path("order").size() * body.path("functions").size();
      int left = planned - done;
      atMost = body.has("until") ? "at most " : "";
      line("measuring " + atMost + Counted.of(left, "trial"));
    } else if (RunLayout.isTrial(key)) {
      done++;
      line(done + "/" + planned + " trials" + left() + "  " + trial(body));
    } else if (RunLayout.isSummary(key)) {
      endLine();
    }
  }

  synchronized int done() {
    return done;
  }

  /** So that what is printed next has a line of its own. */
  synchronized void endLine() {
    if (lineIsOpen) {
      err.println();
      lineIsOpen = false;
    }
  }

  private static String trial(JsonNode trial) {
    String what =
        "%s %d MB, round %d: "
            .formatted(
                trial.path("function").asText(),
                trial.path("memoryMb").asInt(),
                trial.path("round").asInt());
    if (!trial.path("status").asText().equals("complete")) {
      return what + "failed, " + trial.path("error").path("name").asText();
    }
    JsonNode cold = trial.path("cold");
    double coldMs = cold.path("initMs").asDouble() + cold.path("durationMs").asDouble();
    return what + String.format(Locale.ROOT, "cold %.2f ms", coldMs) + warm(trial.path("warm"));
  }

  private static String warm(JsonNode warm) {
    double sum = 0;
    for (JsonNode sample : warm) {
      sum += sample.path("durationMs").asDouble();
    }
    return warm.isEmpty()
        ? ""
        : String.format(Locale.ROOT, ", warm %.2f ms on average", sum / warm.size());
  }

  private String left() {
    Duration spent = Duration.ofNanos(nanos.getAsLong() - began);
    Duration left = spent.multipliedBy(Math.max(0, planned - done)).dividedBy(done - resumedAfter);
    return done == planned
        ? ""
        : ", "
            + (atMost.isEmpty() ? "about " : atMost)
            + Times.rounded(left.plusSeconds(1))
            + " left";
  }

  private void line(String text) {
    if (columns.isPresent()) {
      // A line that fills the last column would be broken into two.
      err.print("\r\u001b[K" + text.substring(0, Math.min(text.length(), columns.getAsInt() - 1)));
      err.flush();
      lineIsOpen = true;
    } else {
      err.println(text);
    }
  }
}
