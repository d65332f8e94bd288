package coldbench.semantics;

import java.util.LinkedHashMap;
import java.util.Map;

/** What to use in place of what a compiled program cannot. */
public final class Instead {
  private static final Map<String, String> BY_PREFIX = new LinkedHashMap<>();

  static {
    BY_PREFIX.put("java.util.SplittableRandom", "Use java.util.Random with a seed");
    BY_PREFIX.put("java.util.concurrent.ThreadLocalRandom", "Use java.util.Random with a seed");
    BY_PREFIX.put("java.lang.Thread", "There is one thread: call the code directly");
    BY_PREFIX.put("java.lang.ref.ReferenceQueue", "Poll the ReferenceQueue");
    BY_PREFIX.put("java.util.concurrent.ConcurrentLinked", "Use java.util.ArrayDeque");
    BY_PREFIX.put("java.util.concurrent.ConcurrentSkipList", "Use java.util.TreeMap or TreeSet");
    BY_PREFIX.put("java.util.concurrent.atomic", "Use an array or a field: there is one thread");
    BY_PREFIX.put("java.util.concurrent.locks", "There is one thread: leave the lock out");
    BY_PREFIX.put("java.util.Arrays", "Write the loop");
    BY_PREFIX.put(
        "java.util.Random", "Call nextInt(bound), nextLong(), nextDouble() or nextGaussian()");
    BY_PREFIX.put("java.util.Properties", "Call load and store");
    BY_PREFIX.put("java.nio.charset", "Call name or equals");
    BY_PREFIX.put("java.util.Locale", "Call getLanguage, getCountry or toLanguageTag");
    BY_PREFIX.put("java.util.concurrent", "There is one thread: call the code directly");
    BY_PREFIX.put("java.util.Timer", "There is one thread: call Thread.sleep");
    BY_PREFIX.put("java.time.chrono", "Use the ISO calendar: java.time.LocalDate");
    BY_PREFIX.put("java.time.format", "Use DateTimeFormatter.ofPattern with Locale.ENGLISH");
    BY_PREFIX.put("java.time.Month", "Use DateTimeFormatter.ofPattern with Locale.ENGLISH");
    BY_PREFIX.put("java.time.DayOfWeek", "Use DateTimeFormatter.ofPattern with Locale.ENGLISH");
    BY_PREFIX.put("java.time.InstantSource", "Use java.time.Clock");
    BY_PREFIX.put("java.time", "Use System.currentTimeMillis and arithmetic");
    BY_PREFIX.put("java.util.Date", "Use System.currentTimeMillis and arithmetic");
    BY_PREFIX.put("java.util.Calendar", "Use System.currentTimeMillis and arithmetic");
    BY_PREFIX.put("java.util.GregorianCalendar", "Use System.currentTimeMillis and arithmetic");
    BY_PREFIX.put("java.text", "Use String.format");
    BY_PREFIX.put("java.lang.reflect", "Call the method or read the field in source text");
    BY_PREFIX.put("java.lang.invoke", "Call the method or read the field in source text");
    BY_PREFIX.put("java.nio.file", "Put the data into the program");
    BY_PREFIX.put("java.io.File", "Put the data into the program");
    BY_PREFIX.put("java.net", "Use a library made for native functions");
    BY_PREFIX.put(
        "java.security", "There are MessageDigest and SecureRandom, and HMAC by javax.crypto.Mac");
    BY_PREFIX.put(
        "javax.crypto", "There are MessageDigest and SecureRandom, and HMAC by javax.crypto.Mac");
  }

  private Instead() {}

  /** A sentence without its full stop. */
  public static String of(String className, String method) {
    if (method.matches("(head|tail|sub)(Map|Set)")) {
      return "Copy what is wanted into a new TreeMap or TreeSet";
    }
    return BY_PREFIX.entrySet().stream()
        .filter(e -> className.startsWith(e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("docs/java-library.md says what can be used");
  }
}
