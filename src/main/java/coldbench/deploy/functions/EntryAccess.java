package coldbench.deploy.functions;

import coldbench.deploy.functions.FunctionSettings.Access;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an entry lets its function do: the statements of a policy, or a role that exists.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">
 *     Grammar of the IAM JSON policy language</a>
 */
final class EntryAccess {
  private static final List<String> STATEMENT =
      List.of("Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition");

  private static final Pattern SID = Pattern.compile("[A-Za-z0-9]*");
  private static final Pattern ACTION = Pattern.compile("\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+");
  private static final Pattern RESOURCE =
      Pattern.compile("\\*|arn:[^:\\s]+:[^:\\s]+:[^:]*:[^:]*:.+");

  private static final Pattern ROLE =
      Pattern.compile("arn:aws[a-z-]*:iam::(?<account>[0-9]{12}):role/[\\w+=,.@/-]{1,576}");

  private final Optional<String> account;

  /**
   * @param account that is deployed to, where it is known
   */
  EntryAccess(Optional<String> account) {
    this.account = account;
  }

  Access read(EntryFields entry) {
    if (entry.has("policy") && entry.has("role")) {
      entry.add(
          "%s has both a policy and a role, expected at most one: leave the policy out, or add it to the role"
              .formatted(entry.where()));
    }
    if (entry.has("role")) {
      Optional<String> role =
          entry.text(
              "role",
              text -> Optional.of(text).filter(ROLE.asMatchPredicate()),
              "the ARN of a role, such as arn:aws:iam::123456789012:role/orders");
      role.ifPresent(arn -> checkAccount(entry, arn));
      return role.<Access>map(Access.Role::new).orElseGet(Access.LogOnly::new);
    }
    return entry.has("policy") ? policy(entry) : new Access.LogOnly();
  }

  private void checkAccount(EntryFields entry, String arn) {
    Matcher role = ROLE.matcher(arn);
    if (role.matches() && account.filter(own -> !own.equals(role.group("account"))).isPresent()) {
      entry.add(
          "%s.role is %s, a role of the account %s, expected one of %s, which is deployed to: Lambda takes no role of another account"
              .formatted(entry.where(), arn, role.group("account"), account.orElseThrow()));
    }
  }

  private static Access policy(EntryFields entry) {
    JsonNode value = entry.value("policy");
    if (!value.isArray() || value.isEmpty()) {
      entry.problem(
          ".policy",
          value,
          "a list of IAM statements such as {\"Effect\": \"Allow\", \"Action\": \"dynamodb:GetItem\", \"Resource\": \"arn:…\"}");
      return new Access.LogOnly();
    }
    List<Map<String, Object>> statements = new ArrayList<>();
    Set<String> sids = new HashSet<>();
    for (int i = 0; i < value.size(); i++) {
      JsonNode statement = value.get(i);
      check(
          new EntryFields(
              entry.where() + ".policy[" + i + "]", statement, entry.folder(), entry.problems()));
      String sid = statement.path("Sid").asText();
      if (!sid.isEmpty() && !sids.add(sid)) {
        entry.add(
            "%s.policy[%d].Sid is \"%s\" like an earlier one, expected each once: rename one"
                .formatted(entry.where(), i, sid));
      }
      statements.add(
          JsonMapper.builder()
              .build()
              .convertValue(statement.isObject() ? statement : null, new TypeReference<>() {}));
    }
    return entry.problems().isEmpty() ? new Access.Policy(statements) : new Access.LogOnly();
  }

  private static void check(EntryFields statement) {
    if (!statement.json().isObject()) {
      statement.problem("", statement.json(), "an object with " + String.join(", ", STATEMENT));
      return;
    }
    statement.refuseUnknown(STATEMENT);
    statement.text(
        "Effect",
        text -> Optional.of(text).filter(List.of("Allow", "Deny")::contains),
        "Allow or Deny");
    if (statement.has("Sid")) {
      statement.text(
          "Sid", text -> Optional.of(text).filter(SID.asMatchPredicate()), "letters and digits");
    }
    oneOf(statement, "Action", ACTION, "a service and an action, such as s3:GetObject");
    oneOf(statement, "Resource", RESOURCE, "an ARN or *");
    if (statement.has("Condition")) {
      checkCondition(statement, statement.value("Condition"));
    }
  }

  /** Operators, each with keys and what they are compared with. */
  private static void checkCondition(EntryFields statement, JsonNode condition) {
    if (!condition.isObject()) {
      statement.problem(".Condition", condition, "an object of operators");
    }
    for (Map.Entry<String, JsonNode> operator : condition.properties()) {
      boolean keys =
          operator.getValue().isObject()
              && !operator.getValue().isEmpty()
              && operator.getValue().valueStream().allMatch(EntryAccess::isCompared);
      if (!keys) {
        statement.problem(
            ".Condition." + operator.getKey(),
            operator.getValue(),
            "an object of keys and values, such as {\"aws:RequestedRegion\": \"eu-west-1\"}");
      }
    }
  }

  private static boolean isCompared(JsonNode value) {
    return value.isArray()
        ? !value.isEmpty()
            && value.valueStream().allMatch(each -> each.isValueNode() && !each.isNull())
        : value.isValueNode() && !value.isNull();
  }

  /** A field or its opposite, a text or a list of texts. */
  private static void oneOf(EntryFields statement, String field, Pattern pattern, String expected) {
    String not = "Not" + field;
    if (statement.has(field) == statement.has(not)) {
      statement.add(
          "%s has %s, expected either %s or %s: correct it there"
              .formatted(statement.where(), statement.has(field) ? "both" : "neither", field, not));
      return;
    }
    String name = statement.has(field) ? field : not;
    if (statement.value(name).isArray() && !statement.value(name).isEmpty()) {
      statement.texts(name, pattern.asMatchPredicate(), 1000, expected);
    } else {
      statement.text(name, text -> Optional.of(text).filter(pattern.asMatchPredicate()), expected);
    }
  }
}
