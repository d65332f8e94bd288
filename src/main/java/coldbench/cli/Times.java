package coldbench.cli;

import java.time.Duration;

/** Durations as people say them. */
final class Times {
  private Times() {}

  static String rounded(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 90) {
      return seconds + " s";
    }
    long minutes = (seconds + 30) / 60;
    return minutes < 90 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }
}
