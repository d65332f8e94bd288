package coldbench.report;

import java.util.Locale;

/** How a value is written, in every kind of output. */
enum Format {
  /** Milliseconds: two digits as in a REPORT line, more where they would be lost. */
  MS {
    @Override
    String of(double value) {
      return digits(value, value == 0 || value >= 0.1 ? 2 : 4);
    }
  },
  /** Whole milliseconds or their mean. */
  BILLED_MS {
    @Override
    String of(double value) {
      return digits(value, value == Math.rint(value) ? 0 : 1);
    }
  },
  /** Megabytes. */
  MB {
    @Override
    String of(double value) {
      return digits(value, value == Math.rint(value) ? 0 : 1);
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
  /** US dollars. */
  DOLLARS {
    @Override
    String of(double value) {
      return "$" + digits(value, 4);
    }
  },
  /** How many times another value. */
  TIMES {
    @Override
    String of(double value) {
      if (value > 0 && value < 0.095) {
        return digits(value, 2 - (int) Math.floor(Math.log10(value)) - 1) + "×";
      }
      return digits(value, value < 1.995 ? 2 : value < 99.95 ? 1 : 0) + "×";
    }
  };

  abstract String of(double value);

  private static String digits(double value, int digits) {
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }
}
