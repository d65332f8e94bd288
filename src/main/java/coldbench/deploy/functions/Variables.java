package coldbench.deploy.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.lambda.ReservedVariables;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function's own variables, as an entry gives them. A value {@code ${NAME}} is taken from the
 * environment of whoever deploys, so that no secret needs to stand in a file.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">Working
 *     with Lambda environment variables</a>
 */
public final class Variables {
  /** Lambda's limit for all names and values as JSON, in bytes. */
  private static final int MOST_BYTES = 4096;

  /** What the benchmark adds to force a cold start: its name, a run's name of 80, and a count. */
  private static final int BYTES_OF_THE_BENCHMARK = 160;

  private static final String FORCE = "BENCH_RUN";
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]+");
  private static final Pattern FROM_ENVIRONMENT =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  private final Map<String, String> ofTheDeployer;

  /**
   * @param ofTheDeployer the environment that {@code ${NAME}} is looked up in
   */
  Variables(Map<String, String> ofTheDeployer) {
    this.ofTheDeployer = ofTheDeployer;
  }

  /** The variables of an entry, none where it has no field of that name. */
  Map<String, String> read(EntryFields entry) {
    Map<String, String> variables = new TreeMap<>();
    JsonNode value = entry.value("environment");
    if (value.isMissingNode()) {
      return variables;
    }
    if (!value.isObject()) {
      entry.problem(".environment", value, "an object of names and texts");
      return variables;
    }
    EntryFields fields = entry.inside("environment");
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      checkName(fields, each.getKey());
      fields
          .text(each.getKey(), Optional::of, "a text (numbers in quotation marks)")
          .flatMap(text -> resolved(fields, each.getKey(), text))
          .ifPresent(text -> variables.put(each.getKey(), text));
    }
    checkSize(entry, variables);
    return variables;
  }

  private static void checkName(EntryFields fields, String name) {
    if (name.equals(FORCE)) {
      fields.add(
          "%s.%s is the name with which the benchmark forces cold starts: choose another"
              .formatted(fields.where(), name));
    } else if (ReservedVariables.NAMES.contains(name)) {
      fields.add(
          "%s.%s is a name that Lambda reserves, and sets itself: choose another"
              .formatted(fields.where(), name));
    } else if (!NAME.matcher(name).matches()) {
      fields.add(
          "%s has the name \"%s\", expected a letter, then at least one of letters, digits and _: rename it"
              .formatted(fields.where(), name));
    }
  }

  /** The variables of an entry that are taken from the environment, a sentence each. */
  public static List<String> references(JsonNode entry) {
    return entry.path("environment").properties().stream()
        .filter(each -> FROM_ENVIRONMENT.matcher(each.getValue().asText()).matches())
        .map(
            each ->
                "the value of %s is %s, which is taken from the environment of whoever measures"
                    .formatted(each.getKey(), each.getValue().asText()))
        .toList();
  }

  private Optional<String> resolved(EntryFields fields, String name, String text) {
    Matcher reference = FROM_ENVIRONMENT.matcher(text);
    if (!reference.matches()) {
      return Optional.of(text);
    }
    Optional<String> value = Optional.ofNullable(ofTheDeployer.get(reference.group(1)));
    if (value.isEmpty()) {
      fields.add(
          "%s.%s is %s, but the variable %s is not set: set it in the environment of this command (export %s=…)"
              .formatted(fields.where(), name, text, reference.group(1), reference.group(1)));
    }
    return value;
  }

  private static void checkSize(EntryFields entry, Map<String, String> variables) {
    int bytes =
        JsonMapper.builder().build().valueToTree(variables).toString().getBytes(UTF_8).length;
    int most = MOST_BYTES - BYTES_OF_THE_BENCHMARK;
    if (bytes > most) {
      entry.add(
          "%s.environment is %d bytes of JSON, expected at most %d (Lambda's 4 KB less what the benchmark adds): shorten it"
              .formatted(entry.where(), bytes, most));
    }
  }
}
