package coldbench.semantics.classes.java.util;

import java.util.Objects;

/** https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/StringJoiner.html */
public final class StringJoiner {
  private final String delimiter;
  private final String prefix;
  private final String suffix;
  private StringBuilder joined;
  private String empty;

  public StringJoiner(CharSequence delimiter) {
    this(delimiter, "", "");
  }

  public StringJoiner(CharSequence delimiter, CharSequence prefix, CharSequence suffix) {
    this.prefix = Objects.requireNonNull(prefix, "The prefix must not be null").toString();
    this.delimiter = Objects.requireNonNull(delimiter, "The delimiter must not be null").toString();
    this.suffix = Objects.requireNonNull(suffix, "The suffix must not be null").toString();
  }

  public StringJoiner setEmptyValue(CharSequence value) {
    empty = Objects.requireNonNull(value, "The empty value must not be null").toString();
    return this;
  }

  public StringJoiner add(CharSequence next) {
    start().append(String.valueOf(next));
    return this;
  }

  public StringJoiner merge(StringJoiner other) {
    Objects.requireNonNull(other);
    if (other.joined != null) {
      String content = other.joined.toString();
      start().append(content);
    }
    return this;
  }

  private StringBuilder start() {
    if (joined == null) {
      joined = new StringBuilder();
      return joined;
    }
    return joined.append(delimiter);
  }

  public int length() {
    return joined == null && empty != null
        ? empty.length()
        : prefix.length() + (joined == null ? 0 : joined.length()) + suffix.length();
  }

  @Override
  public String toString() {
    if (joined == null) {
      return empty != null ? empty : prefix + suffix;
    }
    return prefix + joined + suffix;
  }
}
