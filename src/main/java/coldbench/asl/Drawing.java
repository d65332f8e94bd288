package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A definition as a flowchart in Mermaid's text: a box a state, a diamond a Choice, a frame around
 * what is inside a Map or a Parallel, a dotted arrow where an error leads.
 *
 * @see <a href="https://mermaid.js.org/syntax/flowchart.html">Flowcharts</a>
 */
public final class Drawing {
  private final StringBuilder text = new StringBuilder("flowchart TD\n");
  private int states;

  private Drawing() {}

  /** Draws a definition that this interpreter can load. */
  public static String of(JsonNode definition) {
    Drawing drawing = new Drawing();
    drawing.workflow(definition, "  ");
    return drawing.text.toString();
  }

  private void workflow(JsonNode workflow, String indent) {
    Map<String, String> ids = new LinkedHashMap<>();
    workflow.path("States").fieldNames().forEachRemaining(name -> ids.put(name, "s" + ++states));
    String start = "s" + ++states;
    line(indent, start + "((\" \"))");
    workflow
        .path("States")
        .properties()
        .forEach(state -> state(state.getKey(), state.getValue(), ids, indent));
    line(indent, start + " --> " + ids.get(workflow.path("StartAt").asText()));
    workflow
        .path("States")
        .properties()
        .forEach(state -> arrows(state.getKey(), state.getValue(), ids, indent));
  }

  private void state(String name, JsonNode state, Map<String, String> ids, String indent) {
    String id = ids.get(name);
    List<JsonNode> inside = new ArrayList<>();
    state.path("Branches").forEach(inside::add);
    if (state.has("ItemProcessor")) {
      inside.add(state.path("ItemProcessor"));
    }
    if (inside.isEmpty()) {
      line(indent, id + shape(name, state));
      return;
    }
    line(indent, "subgraph %s[\"%s\"]".formatted(id, escaped(name + each(state))));
    inside.forEach(workflow -> workflow(workflow, indent + "  "));
    line(indent, "end");
  }

  /** What a Map does with its items. */
  private static String each(JsonNode state) {
    if (!state.path("Type").asText().equals("Map")) {
      return "";
    }
    return state.path("MaxConcurrency").asInt() == 1 ? ": one after the other" : ": side by side";
  }

  private static String shape(String name, JsonNode state) {
    String label = escaped(name);
    return switch (state.path("Type").asText()) {
      case "Choice" -> "{\"" + label + "\"}";
      case "Task" -> "[\"" + label + "<br/><i>" + escaped(action(state)) + "</i>\"]";
      case "Wait" -> "([\"" + label + "\"])";
      case "Succeed", "Fail" -> "(((\"" + label + "\")))";
      default -> "(\"" + label + "\")";
    };
  }

  /** The last part of the resource: {@code invoke}, {@code updateFunctionConfiguration}. */
  private static String action(JsonNode state) {
    String resource = state.path("Resource").asText();
    int integration = resource.indexOf(":::");
    return integration < 0
        ? resource.substring(resource.lastIndexOf(':') + 1)
        : resource.substring(integration + 3).replace("aws-sdk:", "").replace(':', ' ');
  }

  /** Each arrow once, though several rules of a Choice may lead to the same state. */
  private void arrows(String name, JsonNode state, Map<String, String> ids, String indent) {
    String from = Objects.requireNonNull(ids.get(name), name);
    Set<String> arrows = new LinkedHashSet<>();
    for (JsonNode rule : state.path("Choices")) {
      arrow(from, " --> ", rule.path("Next"), ids).ifPresent(arrows::add);
    }
    String onwards = state.has("Choices") ? " -- otherwise --> " : " --> ";
    arrow(from, onwards, next(state), ids).ifPresent(arrows::add);
    for (JsonNode catcher : state.path("Catch")) {
      List<String> errors = new ArrayList<>();
      catcher.path("ErrorEquals").forEach(error -> errors.add(error.asText()));
      String label = " -. \"" + escaped(String.join("<br/>", errors)) + "\" .-> ";
      arrow(from, label, catcher.path("Next"), ids).ifPresent(arrows::add);
    }
    arrows.forEach(arrow -> line(indent, arrow));
  }

  private static JsonNode next(JsonNode state) {
    return state.has("Choices") ? state.path("Default") : state.path("Next");
  }

  private static Optional<String> arrow(
      String from, String arrow, JsonNode to, Map<String, String> ids) {
    return to.isTextual() ? Optional.of(from + arrow + ids.get(to.textValue())) : Optional.empty();
  }

  private void line(String indent, String line) {
    text.append(indent).append(line).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("\"", "#quot;");
  }
}
