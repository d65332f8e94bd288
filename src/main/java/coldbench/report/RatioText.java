package coldbench.report;

import coldbench.analysis.Interval;
import coldbench.analysis.Ratio;
import java.util.Locale;
import java.util.Optional;

/**
 * A ratio in no more digits than its interval supports: the last one is the first, or after a 1 the
 * second, of half the interval's width, and never the fourth. Where one end is more than twice the
 * other, only the ends are told.
 */
record RatioText(Ratio ratio) {
  private static final double WIDE = 2;
  private static final int MOST_DECIMALS = 3;

  /** For example {@code 62}, {@code 1.55} or {@code 20 to 110}. */
  String number() {
    return wide() ? low() + " to " + high() : digits(ratio.value());
  }

  /** For example {@code 62×}. */
  String times() {
    return number() + "×";
  }

  /** The ends, for example {@code 58–66}; empty without an interval, or where they were told. */
  Optional<String> range() {
    return ratio.interval().isEmpty() || wide() ? Optional.empty() : ends();
  }

  /** The ends, for example {@code 58–66}; empty without an interval. */
  Optional<String> ends() {
    return ratio.interval().map(interval -> low() + "–" + high());
  }

  /** Number and ends, for example {@code 62× (58–66)}. */
  String whole() {
    return times() + range().map(ends -> " (" + ends + ")").orElse("");
  }

  private boolean wide() {
    return ratio.interval().filter(range -> range.high() > WIDE * range.low()).isPresent();
  }

  private String low() {
    return digits(ratio.interval().map(Interval::low).orElse(ratio.value()));
  }

  private String high() {
    return digits(ratio.interval().map(Interval::high).orElse(ratio.value()));
  }

  /** An end that is far below the others' digits has one of its own: none is 0. */
  private String digits(double value) {
    return value < Math.pow(10, place()) / 2
        ? digits(value, Math.max(-MOST_DECIMALS, Format.exponent(value)))
        : digits(value, place());
  }

  private static String digits(double value, int place) {
    if (place <= 0) {
      return String.format(Locale.ROOT, "%,." + -place + "f", value);
    }
    double unit = Math.pow(10, place);
    return String.format(Locale.ROOT, "%,.0f", Math.rint(value / unit) * unit);
  }

  /** The power of ten of the last digit. */
  private int place() {
    if (ratio.interval().isEmpty()) {
      return Format.exponent(ratio.value()) - 1;
    }
    Interval interval = ratio.interval().get();
    double half = (interval.high() - interval.low()) / 2;
    if (half < 1e-9 * ratio.value()) {
      return Math.max(-MOST_DECIMALS, Format.exponent(ratio.value()) - 2);
    }
    int place = Format.exponent(half);
    place -= half < 2 * Math.pow(10, place) ? 1 : 0;
    place = Math.max(place, Format.exponent(ratio.value()) - 2);
    while (place > -MOST_DECIMALS
        && (looksLikeOne(interval.low(), place) || looksLikeOne(interval.high(), place))) {
      place--;
    }
    return place;
  }

  /** An end that excludes 1 must not be rounded to it. */
  private static boolean looksLikeOne(double end, int place) {
    return place <= 0 && end != 1 && Math.abs(end - 1) < Math.pow(10, place) / 2;
  }
}
