package coldbench.semantics.library.time;

import java.util.TimeZone;

/**
 * The one that the environment names:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/time/ZoneId.html#systemDefault()
 */
public final class ZoneId {
  private ZoneId() {}

  public static java.time.ZoneId systemDefault() {
    return java.time.ZoneId.of(TimeZone.getDefault().getID(), java.time.ZoneId.SHORT_IDS);
  }
}
