package coldbench.asl;

import coldbench.json.JsonObject;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the way of the first rule that holds.
 *
 * @see <a href="https://states-language.net/spec.html#choice-state">Choice state</a>
 */
record ChoiceState(String name, List<Rule> rules, Optional<Exit> otherwise) implements State {

  /** One entry of {@code Choices}. */
  record Rule(Template condition, Exit exit) {}

  static ChoiceState read(String name, JsonObject fields, Loader loader) {
    List<Rule> rules = new ArrayList<>();
    for (JsonObject rule : fields.optionalObjects("Choices")) {
      rules.add(
          new Rule(condition(rule, rules.size()), loader.ruleExit(rule, StatesFields.BEFORE)));
      rule.refuseUnread();
    }
    if (rules.isEmpty()) {
      throw fields.invalid("Choices", "has no rule, expected one or more");
    }
    Map<String, Template> assign = loader.assign(fields, StatesFields.BEFORE);
    Optional<Template> output = Template.read(fields, "Output");
    Optional<Exit> otherwise =
        loader.target(fields, "Default").map(next -> new Exit(assign, output, Optional.of(next)));
    return new ChoiceState(name, rules, otherwise);
  }

  private static Template condition(JsonObject rule, int index) {
    String expected = "true, false or {% an expression %}";
    JsonNode value = rule.required("Condition", expected);
    Template condition =
        Template.parse(
            value, "Choices[" + index + "]/Condition", rule.path("Condition"), StatesFields.BEFORE);
    if (condition instanceof Template.Constant && !value.isBoolean()) {
      throw rule.unexpected("Condition", expected);
    }
    return condition;
  }

  @Override
  public String type() {
    return "Choice";
  }

  @Override
  public Transition run(StateExecution visit) throws StateFailure {
    EvaluationContext values = visit.values();
    for (Rule rule : rules) {
      JsonNode holds = rule.condition().evaluate(values);
      if (!holds.isBoolean() && rule.condition() instanceof Template.Evaluated evaluated) {
        throw UnexpectedType.failure(evaluated.expression(), values, "boolean", holds);
      }
      if (holds.equals(BooleanNode.TRUE)) {
        return rule.exit().take(visit, values, visit.input());
      }
    }
    if (otherwise.isEmpty()) {
      throw values.failure(
          StateFailure.NO_CHOICE_MATCHED, "No rule of Choices holds, and there is no Default.");
    }
    return otherwise.get().take(visit, values, visit.input());
  }
}
