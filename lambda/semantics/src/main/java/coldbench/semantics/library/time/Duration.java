package coldbench.semantics.library.time;

/** https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/time/Duration.html */
@SuppressWarnings({
  "JavaDurationGetSecondsToToSeconds",
  "JavaDurationGetSecondsGetNano"
}) // are those
public final class Duration {
  private static final int NANOS = 1_000_000_000;

  private Duration() {}

  private static java.time.Duration it(Object receiver) {
    return (java.time.Duration) receiver;
  }

  public static java.time.Duration parse(CharSequence text) {
    return new DurationText(text).parsed();
  }

  /** Towards zero. */
  public long toMillis() {
    java.time.Duration it = it(this);
    boolean negative = it.getSeconds() < 0;
    long seconds = negative ? it.getSeconds() + 1 : it.getSeconds();
    int nanos = negative ? it.getNano() - NANOS : it.getNano();
    return Math.addExact(Math.multiplyExact(seconds, 1000L), nanos / 1_000_000);
  }

  public long toSeconds() {
    return it(this).getSeconds();
  }

  public long toDaysPart() {
    return it(this).getSeconds() / 86400;
  }

  public int toHoursPart() {
    return (int) (it(this).getSeconds() / 3600 % 24);
  }

  public int toMinutesPart() {
    return (int) (it(this).getSeconds() / 60 % 60);
  }

  public int toSecondsPart() {
    return (int) (it(this).getSeconds() % 60);
  }

  public int toMillisPart() {
    return it(this).getNano() / 1_000_000;
  }

  public int toNanosPart() {
    return it(this).getNano();
  }

  /** ISO 8601, of a whole number of seconds towards zero and a fraction of the same sign. */
  @Override
  public String toString() {
    java.time.Duration it = it(this);
    boolean up = it.getSeconds() < 0 && it.getNano() > 0;
    long whole = up ? it.getSeconds() + 1 : it.getSeconds();
    int nanos = up ? NANOS - it.getNano() : it.getNano();
    StringBuilder text = new StringBuilder("PT");
    if (whole / 3600 != 0) {
      text.append(whole / 3600).append('H');
    }
    if (whole / 60 % 60 != 0) {
      text.append(whole / 60 % 60).append('M');
    }
    if (whole % 60 == 0 && nanos == 0 && text.length() > 2) {
      return text.toString();
    }
    text.append(up && whole % 60 == 0 ? "-" : "").append(whole % 60);
    if (nanos > 0) {
      String digits = Integer.toString(NANOS + nanos);
      int end = digits.length();
      while (digits.charAt(end - 1) == '0') {
        end--;
      }
      text.append('.').append(digits, 1, end);
    }
    return text.append('S').toString();
  }
}
