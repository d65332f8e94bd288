package coldbench.semantics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.teavm.model.MethodReference;

/**
 * What the class library answers natively without a sign that it is not what a JVM answers.
 * DIFFERENCES.md has them all; here are those that can be told from the call alone.
 */
enum SilentDifference {
  STRICT_MATH(
      "java\\.lang\\.StrictMath\\.(a?(sin|cos|tan)h?|atan2|exp|expm1|log|log10|log1p|pow|cbrt|hypot)\\(.*",
      "the last digit may be another one, as with Math",
      "Call Math"),
  RANDOM_STREAMS(
      "java\\.util\\.Random\\.(ints|longs|doubles)\\(.*",
      "other numbers are drawn",
      "Call nextInt, nextLong or nextDouble"),
  IS_ENQUEUED(
      "java\\.lang\\.ref\\.\\w+\\.isEnqueued\\(.*",
      "the answer is always false",
      "Poll the ReferenceQueue");

  private final Pattern methods;
  private final String what;
  private final String instead;

  SilentDifference(String methods, String what, String instead) {
    this.methods = Pattern.compile(methods);
    this.what = what;
    this.instead = instead;
  }

  static List<String> names() {
    return Arrays.stream(values()).map(SilentDifference::acceptedAs).toList();
  }

  static Optional<SilentDifference> of(MethodReference called) {
    String text = called.getClassName() + "." + called.getDescriptor();
    return Arrays.stream(values()).filter(d -> d.methods.matcher(text).matches()).findFirst();
  }

  String acceptedAs() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String what() {
    return what;
  }

  String instead() {
    return instead;
  }
}
