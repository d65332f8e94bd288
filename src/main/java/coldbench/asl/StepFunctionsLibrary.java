package coldbench.asl;

import com.dashjoin.jsonata.CheckedFunction;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JFunctionCallable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The functions that Step Functions adds to JSONata, and those whose answer depends on the clock or
 * on chance.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#jsonata-functions-provided-by-step-functions">
 *     JSONata functions provided by Step Functions</a>
 */
final class StepFunctionsLibrary {
  private static final List<String> HASHES =
      List.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private StepFunctionsLibrary() {}

  static Map<String, JFunction> functions(RandomGenerator random) {
    Map<String, JFunction> functions = new HashMap<>();
    define(functions, "partition", "<an:a>", (in, args) -> partition(args));
    define(functions, "range", "<nnn:a>", (in, args) -> range(args));
    define(functions, "hash", "<ss:s>", (in, args) -> hash(args));
    define(functions, "random", "<n?:n>", (in, args) -> random(args, random));
    define(functions, "uuid", "<:s>", (in, args) -> uuid(random));
    define(functions, "parse", "<s-:x>", (in, args) -> parse(args));
    return functions;
  }

  /**
   * The functions of time, for one evaluation: all that it asks say the same.
   *
   * @see <a href="https://docs.jsonata.org/date-time-functions">Date/Time functions</a>
   */
  static Map<String, JFunction> functions(Instant evaluated) {
    Map<String, JFunction> functions = new HashMap<>();
    define(functions, "millis", "<:n>", (in, args) -> evaluated.toEpochMilli());
    define(functions, "now", "<s?s?:s>", (in, args) -> now(args, evaluated));
    return functions;
  }

  static void define(
      Map<String, JFunction> functions, String name, String signature, JFunctionCallable body) {
    functions.put(name, CheckedFunction.of(name, signature, body));
  }

  /** The argument, or null where it is undefined or left out. */
  static @Nullable Object argument(List<?> args, int index) {
    return index < args.size() ? args.get(index) : null;
  }

  private static @Nullable Object partition(List<?> args) {
    if (!(argument(args, 0) instanceof List<?> list)
        || !(argument(args, 1) instanceof Number size)) {
      return null;
    }
    int chunk = size.intValue();
    if (chunk < 1 || chunk != size.doubleValue()) {
      throw invalid(
          "partition", "the size of a chunk is %s, expected a whole number from 1".formatted(size));
    }
    List<Object> chunks = new ArrayList<>();
    for (int from = 0; from < list.size(); from += chunk) {
      chunks.add(new ArrayList<>(list.subList(from, Math.min(from + chunk, list.size()))));
    }
    return chunks;
  }

  /** Parts of numbers are cut off, as AWS does it; the documentation speaks of rounding. */
  private static @Nullable Object range(List<?> args) {
    if (!(argument(args, 0) instanceof Number first)
        || !(argument(args, 1) instanceof Number last)
        || !(argument(args, 2) instanceof Number step)) {
      return null;
    }
    long by = step.longValue();
    if (by == 0) {
      throw invalid("range", "the step is 0, expected any other number");
    }
    List<Object> numbers = new ArrayList<>();
    long end = last.longValue();
    for (long n = first.longValue(); by > 0 ? n <= end : n >= end; n = Math.addExact(n, by)) {
      EvaluationBounds.checkHeldItems(numbers.size() + 1);
      numbers.add(n == (int) n ? (Object) (int) n : (Object) n);
    }
    return numbers;
  }

  private static @Nullable Object hash(List<?> args) throws NoSuchAlgorithmException {
    if (!(argument(args, 0) instanceof String text)
        || !(argument(args, 1) instanceof String algorithm)) {
      return null;
    }
    if (!HASHES.contains(algorithm)) {
      throw invalid(
          "hash",
          "the algorithm is %s, expected %s".formatted(algorithm, String.join(", ", HASHES)));
    }
    MessageDigest digest = MessageDigest.getInstance(algorithm);
    return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Object random(List<?> args, RandomGenerator random) {
    if (argument(args, 0) instanceof Number seed) {
      return new Random(seed.longValue()).nextDouble();
    }
    return random.nextDouble();
  }

  /** A version 4 UUID. */
  static String uuid(RandomGenerator random) {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & ~(3L << 62)) | (2L << 62);
    return new UUID(high, low).toString();
  }

  private static @Nullable Object parse(List<?> args) {
    if (!(argument(args, 0) instanceof String text)) {
      return null;
    }
    try {
      return ofJson(text);
    } catch (JsonProcessingException e) {
      throw invalid("parse", "the text is not valid JSON: " + e.getOriginalMessage());
    }
  }

  /** The value that JSON tells. */
  static Object ofJson(String text) throws JsonProcessingException {
    JsonNode node = JSON.readTree(text);
    if (node.isMissingNode()) {
      throw invalid("parse", "the text is empty, expected JSON");
    }
    return JsonataValues.toJsonata(node);
  }

  private static Object now(List<?> args, Instant evaluated) {
    String picture = argument(args, 0) instanceof String text ? text : null;
    String zone = argument(args, 1) instanceof String text ? text : null;
    return com.dashjoin.jsonata.Functions.dateTimeFromMillis(
        evaluated.toEpochMilli(), picture, zone);
  }

  private static JException invalid(String function, String problem) {
    return new JException("$" + function + ": " + problem, -1);
  }
}
