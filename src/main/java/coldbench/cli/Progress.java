package coldbench.cli;

import coldbench.local.RunListener;
import coldbench.results.RunLayout;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Shows a run's progress, made of the objects that it stores: a line a trial. */
final class Progress implements RunListener {
  private final PrintWriter err;
  private final Clock clock;
  private final boolean oneLine;
  private Instant began;
  private int planned;
  private int done;
  private int resumedAfter;

  /**
   * On a terminal the line is written over and over; elsewhere each trial has a line of its own.
   */
  Progress(PrintWriter err, Clock clock, boolean terminal) {
    this.err = err;
    this.clock = clock;
    this.oneLine = terminal;
    this.began = clock.instant();
  }

  /** So many trials of the run are there already. */
  synchronized void resumeAfter(int finished) {
    done = finished;
    resumedAfter = finished;
  }

  @Override
  public synchronized void stored(String key, JsonNode body) {
    if (RunLayout.isManifest(key)) {
      began = clock.instant();
      planned = body.path("order").size() * body.path("functions").size();
      line("measuring " + (planned - done) + " trials");
    } else if (RunLayout.isTrial(key)) {
      done++;
      line(done + "/" + planned + " trials  " + trial(body) + left());
    } else if (RunLayout.isSummary(key) && oneLine) {
      err.println();
    }
  }

  synchronized int done() {
    return done;
  }

  private static String trial(JsonNode trial) {
    String what =
        trial.path("function").asText()
            + " "
            + trial.path("memoryMb").asInt()
            + " MB, round "
            + trial.path("round").asInt()
            + ": ";
    JsonNode cold = trial.path("cold");
    if (!trial.path("status").asText().equals("complete")) {
      return what + "failed, " + trial.path("error").path("name").asText();
    }
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
    Duration spent = Duration.between(began, clock.instant());
    Duration left = spent.multipliedBy(Math.max(0, planned - done)).dividedBy(done - resumedAfter);
    return done == planned ? "" : "  about " + (left.toSeconds() + 1) + " s left";
  }

  private void line(String text) {
    if (oneLine) {
      err.print("\r\u001b[K" + text);
      err.flush();
    } else {
      err.println(text);
    }
  }
}
