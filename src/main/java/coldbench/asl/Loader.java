package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads states, and refuses what this interpreter does not do. */
final class Loader {
  private static final Pattern VARIABLE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,79}");

  private final String queryLanguage;
  private final VariableNames variables;
  private final Map<String, String> targets = new LinkedHashMap<>();

  private Loader(String queryLanguage, VariableNames variables) {
    this.queryLanguage = queryLanguage;
    this.variables = variables;
  }

  static Loader ofMachine(Fields machine) {
    String language = machine.optionalText("QueryLanguage").orElse("JSONPath");
    if (!language.equals("JSONata") && !language.equals("JSONPath")) {
      throw machine.invalid("QueryLanguage", "is %s, allowed is JSONata".formatted(language));
    }
    return new Loader(language, VariableNames.NONE);
  }

  /** For a workflow inside this one, which sees this one's variables. */
  Loader inner() {
    return new Loader(queryLanguage, variables);
  }

  /** For a workflow inside this one with variables of its own only. */
  Loader separate() {
    return new Loader(queryLanguage, VariableNames.NONE);
  }

  /** Reads {@code StartAt} and {@code States}. */
  Workflow workflow(Fields fields) {
    String startAt = fields.text("StartAt");
    JsonNode states = fields.required("States");
    Fields members = fields.object("States");
    Loader inside = new Loader(queryLanguage, variables.with(states));
    Map<String, State> read = new LinkedHashMap<>();
    for (String name : (Iterable<String>) states::fieldNames) {
      read.put(name, inside.state(name, members.object(name)));
    }
    if (!read.containsKey(startAt)) {
      throw fields.invalid(
          "StartAt", "is %s, allowed are %s".formatted(startAt, String.join(", ", read.keySet())));
    }
    inside.targets.forEach(
        (path, target) -> {
          if (!read.containsKey(target)) {
            throw new InvalidDefinitionException(
                path, "is %s, allowed are %s".formatted(target, String.join(", ", read.keySet())));
          }
        });
    return new Workflow(startAt, read);
  }

  private State state(String name, Fields fields) {
    String type = fields.text("Type");
    fields.comment();
    String language = fields.optionalText("QueryLanguage").orElse(queryLanguage);
    if (!language.equals("JSONata")) {
      throw fields.invalid(
          "QueryLanguage", "is %s, allowed is JSONata, here or in the machine".formatted(language));
    }
    State state =
        switch (type) {
          case "Choice" -> ChoiceState.read(name, fields, this);
          case "Fail" -> FailState.read(name, fields);
          case "Map" -> MapStates.read(name, fields, this);
          case "Parallel" -> ParallelState.read(name, fields, this);
          case "Pass" -> PassState.read(name, fields, this);
          case "Succeed" -> SucceedState.read(name, fields);
          case "Task" -> TaskState.read(name, fields, this);
          case "Wait" -> WaitState.read(name, fields, this);
          default ->
              throw fields.invalid(
                  "Type",
                  "is %s, allowed are Choice, Fail, Map, Parallel, Pass, Succeed, Task, Wait"
                      .formatted(type));
        };
    fields.end();
    return state;
  }

  /** {@code Assign}, {@code Output} and {@code Next} or {@code End} of a state. */
  Exit exit(Fields fields) {
    boolean end = fields.flag("End");
    Optional<String> next = target(fields, "Next");
    if (end == next.isPresent()) {
      throw fields.invalid("Next", "one of Next and End has to be given");
    }
    return new Exit(assign(fields), fields.template("Output"), next);
  }

  /** {@code Assign}, {@code Output} and {@code Next} of a rule or a catcher. */
  Exit ruleExit(Fields fields) {
    fields.comment();
    fields.text("Next");
    return new Exit(assign(fields), fields.template("Output"), target(fields, "Next"));
  }

  /** A field that names a state. */
  Optional<String> target(Fields fields, String field) {
    Optional<String> target = fields.optionalText(field);
    target.ifPresent(name -> targets.put(fields.path(field), name));
    return target;
  }

  /** {@code Assign}, by variable; none where it is missing. */
  Map<String, Template> assign(Fields fields) {
    Map<String, Template> assign = new LinkedHashMap<>();
    if (fields.optional("Assign").isPresent()) {
      Fields given = fields.object("Assign");
      for (String name : (Iterable<String>) fields.required("Assign")::fieldNames) {
        if (!VARIABLE.matcher(name).matches() || name.equals("states")) {
          throw given.invalid(
              name, "is no name for a variable, allowed are letters, digits and _, not states");
        }
        variables.checkNotOuter(given, name);
        assign.put(name, Template.parse(given.required(name), "Assign/" + name, given.path(name)));
      }
    }
    return assign;
  }
}
