package coldbench.asl;

import coldbench.json.InvalidFieldException;
import coldbench.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads states, and refuses what this interpreter does not support. */
final class Loader {
  private static final Pattern VARIABLE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,79}");

  private static final int LONGEST_NAME = 80;
  private static final List<String> TYPES =
      List.of("Choice", "Fail", "Map", "Parallel", "Pass", "Succeed", "Task", "Wait");

  private final String queryLanguage;
  private final VariableNames variables;
  private final Map<String, String> targets = new LinkedHashMap<>();

  private Loader(String queryLanguage, VariableNames variables) {
    this.queryLanguage = queryLanguage;
    this.variables = variables;
  }

  static Loader ofMachine(JsonObject machine) {
    return new Loader(queryLanguage(machine, "JSONPath"), VariableNames.NONE);
  }

  private static String queryLanguage(JsonObject fields, String missing) {
    return fields.oneOf("QueryLanguage", List.of("JSONata", "JSONPath"), missing);
  }

  /** Reads a comment, which may say anything. */
  static void comment(JsonObject fields) {
    fields.optionalText("Comment");
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
  Workflow workflow(JsonObject fields) {
    String startAt = fields.text("StartAt");
    JsonObject members = fields.object("States");
    Loader inside =
        new Loader(queryLanguage, variables.with(fields.required("States", "an object")));
    Map<String, State> read = new LinkedHashMap<>();
    for (String name : members.names()) {
      if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
        throw members.invalid(name, "is a state's name, expected 1 to 80 characters");
      }
      read.put(name, inside.state(name, members.object(name)));
    }
    if (!read.containsKey(startAt)) {
      throw fields.unexpected("StartAt", JsonObject.list(read.keySet()));
    }
    inside.targets.forEach(
        (path, target) -> {
          if (!read.containsKey(target)) {
            throw new InvalidFieldException(
                path, "is \"%s\", expected %s".formatted(target, JsonObject.list(read.keySet())));
          }
        });
    for (String name : read.keySet()) {
      if (!name.equals(startAt) && !inside.targets.containsValue(name)) {
        throw members.invalid(
            name,
            "is not reachable, expected StartAt or another state's Next or Default to name it");
      }
    }
    return new Workflow(startAt, read);
  }

  private State state(String name, JsonObject fields) {
    String type = fields.oneOf("Type", TYPES);
    comment(fields);
    if (!queryLanguage(fields, queryLanguage).equals("JSONata")) {
      throw fields.invalid(
          "QueryLanguage",
          "is JSONPath, which is not supported: expected JSONata, here or in the machine");
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
          default -> throw new IllegalStateException(type);
        };
    fields.refuseUnread();
    return state;
  }

  /** {@code Assign}, {@code Output} and {@code Next} or {@code End} of a state. */
  Exit exit(JsonObject fields, StatesFields states) {
    boolean end = fields.flag("End");
    Optional<String> next = target(fields, "Next");
    if (end == next.isPresent()) {
      throw fields.invalid(
          "Next",
          "is %s, expected either Next or End".formatted(end ? "given beside End" : "missing"));
    }
    return new Exit(
        assign(fields, states), Template.read(fields, "Output", "Output", states), next);
  }

  /** {@code Assign}, {@code Output} and {@code Next} of a rule or a catcher. */
  Exit ruleExit(JsonObject fields, StatesFields states) {
    comment(fields);
    Optional<String> next = Optional.of(target(fields, fields.text("Next"), "Next"));
    return new Exit(
        assign(fields, states), Template.read(fields, "Output", "Output", states), next);
  }

  /** A field that names a state. */
  Optional<String> target(JsonObject fields, String field) {
    return fields.optionalText(field).map(name -> target(fields, name, field));
  }

  private String target(JsonObject fields, String name, String field) {
    targets.put(fields.path(field), name);
    return name;
  }

  /** {@code Assign}, by variable; none where it is missing. */
  Map<String, Template> assign(JsonObject fields, StatesFields states) {
    Map<String, Template> assign = new LinkedHashMap<>();
    if (fields.has("Assign")) {
      JsonObject given = fields.object("Assign");
      for (String name : given.names()) {
        if (!VARIABLE.matcher(name).matches() || name.equals("states")) {
          throw given.invalid(
              name, "is not a variable's name, expected letters, digits and _, and not states");
        }
        variables.checkNotOuter(given, name);
        assign.put(name, Template.read(given, name, "Assign/" + name, states).orElseThrow());
      }
    }
    return assign;
  }
}
