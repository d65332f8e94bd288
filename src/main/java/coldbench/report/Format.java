package coldbench.report;

import coldbench.analysis.Figure;
import coldbench.analysis.Interval;
import java.util.Locale;

/** How a value is written, in every kind of output. */
enum Format {
  /** Milliseconds: two digits as in a REPORT line; two that count where it would lose them. */
  MS {
    @Override
    String of(double value) {
      return digits(value, value == 0 || value >= 0.1 ? 2 : Math.min(6, 1 - exponent(value)));
    }
  },
  /** Whole milliseconds or their mean. */
  BILLED_MS {
    @Override
    String of(double value) {
      return digits(value, Math.abs(value - Math.rint(value)) < 1e-6 ? 0 : 1);
    }
  },
  /** Megabytes. */
  MB {
    @Override
    String of(double value) {
      return digits(value, Math.abs(value - Math.rint(value)) < 1e-6 ? 0 : 1);
    }
  },
  /** Bytes, in units of a thousand. */
  BYTES {
    @Override
    String of(double value) {
      if (value < 1000) {
        return digits(value, 0) + " B";
      }
      return value < 1e6 ? digits(value / 1e3, 1) + " kB" : digits(value / 1e6, 1) + " MB";
    }
  },
  /** Seconds. */
  SECONDS {
    @Override
    String of(double value) {
      return digits(value, 1);
    }
  },
  /** How many there are. */
  COUNT {
    @Override
    String of(double value) {
      return digits(value, 0);
    }
  },
  /** A share of 1, as a percentage. */
  PERCENT {
    @Override
    String of(double value) {
      return digits(100 * value, value == 0 || value >= 0.0995 ? 0 : value >= 0.00995 ? 1 : 3)
              .replaceAll("\\.0+$", "")
          + " %";
    }
  },
  /** US dollars: what a cent of a million calls is worth telling apart. */
  DOLLARS {
    @Override
    String of(double value) {
      return "$" + digits(value, value >= 9.995 ? 2 : value >= 0.0995 ? 3 : 4);
    }
  },
  /** How many times another value, where both are exact. */
  TIMES {
    @Override
    String of(double value) {
      return value > 0 && value < 0.095
          ? "1/" + digits(1 / value, 0)
          : digits(value, value < 9.95 ? 2 : value < 99.5 ? 1 : 0) + "×";
    }
  };

  /** How a figure's values are written. */
  static Format of(Figure figure) {
    return switch (figure.unit()) {
      case MS -> MS;
      case WHOLE_MS -> BILLED_MS;
      case MB -> MB;
    };
  }

  /** A value that may be below 0, with a minus as it is printed. */
  String signed(double value) {
    return (value < 0 ? "−" : "") + of(Math.abs(value));
  }

  /** An interval whose ends may be below 0: there a dash would stand beside a minus. */
  String range(Interval interval) {
    return signed(interval.low()) + (interval.low() < 0 ? " to " : "–") + signed(interval.high());
  }

  /** The power of ten of a value's first digit. */
  static int exponent(double value) {
    return (int) Math.floor(Math.log10(value) + 1e-12);
  }

  abstract String of(double value);

  static String digits(double value, int digits) {
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }
}
