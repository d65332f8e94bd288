package coldbench.report;

import java.util.Locale;

/** A number of things, in words. */
public final class Counted {
  private Counted() {}

  /**
   * Such as {@code 1 block} and {@code 2 blocks}.
   *
   * @param one what one of them is called, of which more are called so with an s
   */
  public static String of(long number, String one) {
    return String.format(Locale.ROOT, number == 1 ? "%d %s" : "%d %ss", number, one);
  }
}
