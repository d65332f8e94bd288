package coldbench.deploy.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.deploy.functions.FunctionSettings.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The field of an entry that asks for a table of DynamoDB, by the words of its API.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html">
 *     Quotas in Amazon DynamoDB</a>, for the length of a key's name
 */
final class EntryTable {
  static final String FIELD = "table";

  private static final String KEY = "partitionKey";
  private static final String ACTIONS = "actions";
  private static final int MOST_KEY_BYTES = 255;
  private static final int MOST_ACTIONS = 20;
  private static final Predicate<String> ACTION =
      Pattern.compile("dynamodb:[A-Z][A-Za-z]+").asMatchPredicate();

  private EntryTable() {}

  /** The table, if one is asked for. */
  static Optional<Table> read(EntryFields entry, Map<String, String> variables) {
    JsonNode value = entry.value(FIELD);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isObject()) {
      entry.problem("." + FIELD, value, "an object with " + KEY + " and " + ACTIONS);
      return Optional.empty();
    }
    checkOthers(entry, variables);
    EntryFields fields = entry.inside(FIELD);
    fields.refuseUnknown(List.of(KEY, ACTIONS));
    Optional<String> key =
        fields.text(
            KEY,
            text -> Optional.of(text).filter(EntryTable::isKey),
            "the name of an attribute, 1 to " + MOST_KEY_BYTES + " bytes");
    if (fields.value(ACTIONS).isMissingNode()
        || (fields.value(ACTIONS).isArray() && fields.value(ACTIONS).isEmpty())) {
      fields.problem(
          "." + ACTIONS,
          fields.value(ACTIONS),
          "a list of what the function does with it, such as dynamodb:GetItem");
    }
    List<String> actions =
        fields.texts(
            ACTIONS, ACTION, MOST_ACTIONS, "an action of DynamoDB, such as dynamodb:GetItem");
    return key.map(name -> new Table(name, actions));
  }

  private static boolean isKey(String text) {
    int bytes = text.getBytes(UTF_8).length;
    return bytes > 0 && bytes <= MOST_KEY_BYTES;
  }

  private static void checkOthers(EntryFields entry, Map<String, String> variables) {
    if (entry.has("role")) {
      entry.add(
          "%s has both a table and a role, expected at most one, since nothing is added to a role that exists: leave the role out"
              .formatted(entry.where()));
    }
    if (variables.containsKey(Table.VARIABLE)) {
      entry.add(
          "%s.environment.%s is the variable that holds the table's name: leave it out"
              .formatted(entry.where(), Table.VARIABLE));
    }
  }
}
