package coldbench.deploy.functions;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ids of constructs and outputs, which take no dashes. */
public final class ConstructIds {
  private ConstructIds() {}

  /** For example {@code JavaJvm} of {@code java-jvm}. */
  public static String of(String label) {
    return Stream.of(label.split("-"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
