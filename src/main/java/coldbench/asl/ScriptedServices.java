package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Services whose answers are written down beforehand. A script is an object; its fields are named
 * {@code service:action}, as behind {@code arn:aws:states:::}, {@code lambda:<name>} for a
 * function's own ARN, {@code activity:<name>} for an activity's. Each holds a list of answers,
 * {@code {"Return": <result>}} or {@code {"Throw": {"Error": "<name>", "Cause": "<text>"}}}; they
 * are given in their order, the last one again and again.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html">
 *     Mock configuration of Step Functions Local</a>, whose answers these are
 */
public final class ScriptedServices implements TaskService {
  private static final String INTEGRATION = ":states:::";
  private static final String FUNCTION = ":function:";
  private static final String ACTIVITY = ":activity:";

  private final Map<String, Deque<JsonNode>> answers = new HashMap<>();

  /** A script that says nothing. */
  public ScriptedServices() {}

  /**
   * Reads a script.
   *
   * @throws IllegalArgumentException if it is none; the message names the field
   */
  public static ScriptedServices read(JsonNode script) {
    ScriptedServices services = new ScriptedServices();
    if (!script.isObject()) {
      throw new IllegalArgumentException("the script is %s, expected an object".formatted(script));
    }
    script
        .properties()
        .forEach(
            field -> services.answers.put(field.getKey(), list(field.getKey(), field.getValue())));
    return services;
  }

  private static Deque<JsonNode> list(String action, JsonNode answers) {
    Deque<JsonNode> list = new ArrayDeque<>();
    for (JsonNode answer : answers) {
      boolean error = answer.path("Throw").path("Error").isTextual();
      if (answer.size() != 1 || (!error && !answer.has("Return"))) {
        throw new IllegalArgumentException(
            "%s has the answer %s, expected {\"Return\": …} or {\"Throw\": {\"Error\": …, \"Cause\": …}}"
                .formatted(action, answer));
      }
      list.add(answer);
    }
    if (!answers.isArray() || list.isEmpty()) {
      throw new IllegalArgumentException(
          "%s is %s, expected a list of one or more answers".formatted(action, answers));
    }
    return list;
  }

  /** The actions that a machine's tasks call and this script has no answer for. */
  public Set<String> missing(StateMachine machine) {
    Set<String> missing = new TreeSet<>();
    machine.resources().forEach(resource -> missing.add(action(resource)));
    missing.removeAll(answers.keySet());
    return missing;
  }

  @Override
  public synchronized JsonNode call(String resource, JsonNode arguments)
      throws TaskFailedException {
    Deque<JsonNode> list = answers.get(action(resource));
    if (list == null) {
      throw new TaskFailedException("States.Runtime", "no answer is scripted for " + resource);
    }
    JsonNode answer = list.size() > 1 ? list.remove() : list.element();
    if (answer.has("Throw")) {
      JsonNode thrown = answer.path("Throw");
      throw new TaskFailedException(thrown.path("Error").asText(), thrown.path("Cause").asText(""));
    }
    return answer.path("Return");
  }

  private static String action(String resource) {
    int integration = resource.indexOf(INTEGRATION);
    if (integration >= 0) {
      return resource.substring(integration + INTEGRATION.length());
    }
    int activity = resource.indexOf(ACTIVITY);
    return activity >= 0
        ? resource.substring(activity + 1)
        : "lambda:" + resource.substring(resource.indexOf(FUNCTION) + FUNCTION.length());
  }
}
