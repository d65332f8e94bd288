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
  ENVIRONMENT(
      "java\\.lang\\.System\\.getenv\\(.*",
      "the environment is empty",
      "Use init.environment() of coldbench.runtime"),
  IS_BLANK(
      "java\\.lang\\.String\\.isBlank\\(.*",
      "tabs and line ends count as text",
      "Use trim().isEmpty()"),
  RANGE_CLOSED(
      "java\\.util\\.stream\\.(Int|Long)Stream\\.rangeClosed\\(.*",
      "there is nothing where the last is the largest number",
      "Use range"),
  RANDOM_ORDER(
      "java\\.util\\.Random\\.nextBytes\\(.*"
          + "|java\\.util\\.Collections\\.shuffle\\(Ljava/util/List;Ljava/util/Random;\\).*",
      "other bytes and another order are drawn",
      "Call nextInt"),
  READ_ALL(
      "java\\.io\\.(ByteArray)?InputStream\\.(readAllBytes|readNBytes)\\(I?\\).*",
      "the bytes of an array are read again afterwards",
      "Call read(byte[])"),
  UUIDS(
      "java\\.util\\.UUID\\.(randomUUID|fromString)\\(.*",
      "the version is missing, and what is no UUID is taken for one",
      "Make the text from java.util.Random, and check it"),
  MATH(
      "java\\.lang\\.(Strict)?Math\\.(ulp|IEEEremainder|log10|cbrt|hypot|expm1|log1p|sinh|cosh)\\(.*",
      "the result is further off than its documentation allows",
      "Compute it from Math.sqrt, exp, log or pow"),
  NUMBER_TEXTS(
      "java\\.lang\\.(Double|Float)\\.toString\\(.*"
          + "|java\\.lang\\.(Double|Float)\\.(valueOf|parse\\w+|<init>)\\(Ljava/lang/String;.*"
          + "|java\\.lang\\.String\\.valueOf\\([DF]\\).*"
          + "|java\\.lang\\.String(Builder|Buffer)\\.(append|insert)\\(I?[DF]\\).*"
          + "|java\\.io\\.Print(Stream|Writer)\\.print(ln)?\\([DF]\\).*"
          + "|java\\.util\\.Arrays\\.toString\\(\\[[DF]\\).*",
      "the last digits of a few numbers in a thousand are wrong",
      "Print and parse such numbers as integers"),
  VIEWS(
      "java\\.util\\.(TreeMap|SortedMap|NavigableMap)\\.(headMap|tailMap|subMap)\\(.*"
          + "|java\\.util\\.(TreeSet|SortedSet|NavigableSet)\\.(headSet|tailSet|subSet)\\(.*",
      "what is removed through such a view may lie outside of it",
      "Copy what is wanted into a new TreeMap or TreeSet"),
  DOUBLE_SUMS(
      "java\\.util\\.stream\\.DoubleStream\\.(sum|average|summaryStatistics)\\(.*"
          + "|java\\.util\\.stream\\.Collectors\\.(summing|averaging|summarizing)Double\\(.*"
          + "|java\\.util\\.DoubleSummaryStatistics\\..*",
      "the sum is not compensated for rounding",
      "Add in a loop"),
  FORMAT(
      "java\\.lang\\.String\\.format(ted)?\\(.*"
          + "|java\\.io\\.Print(Stream|Writer)\\.(format|printf)\\(.*"
          + "|java\\.util\\.Formatter\\.<init>\\(.*",
      "%f rounds otherwise, %d of MIN_VALUE has two signs and %e is missing",
      "Concatenate strings"),
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
