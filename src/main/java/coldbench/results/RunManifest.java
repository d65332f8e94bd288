package coldbench.results;

import coldbench.analysis.Block;
import coldbench.analysis.FunctionDescription;
import coldbench.analysis.RunLimits;
import coldbench.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What {@code run.json} says: the plan of a run and the functions as they were. */
record RunManifest(
    String name,
    Instant startedAt,
    String region,
    int warm,
    int n,
    int lanes,
    List<Block> order,
    List<FunctionDescription> functions) {

  static RunManifest of(JsonObject json, List<String> unknown) {
    // The plan is told by the order; the input is what the plan was made from.
    json.ignore("execution", "input", "memoryMb", "seed", "until");
    List<Block> order = order(json);
    refuseOtherRounds(json, order);
    RunManifest run =
        new RunManifest(
            json.text("run"),
            json.time("startedAt"),
            json.text("region"),
            (int) json.whole("warm", 0, RunLimits.WARM_MOST),
            (int) json.whole("n", 0, RunLimits.N_MOST),
            (int) json.optionalWhole("lanes", 1, RunLimits.LANES_MOST).orElse(1),
            order,
            functions(json, unknown));
    unknown.addAll(json.unread());
    return run;
  }

  private static List<Block> order(JsonObject json) {
    List<Block> order = new ArrayList<>();
    for (JsonObject each : json.objects("order")) {
      order.add(
          new Block(
              (int) each.whole("memoryMb", 1, 1_000_000), (int) each.whole("round", 1, 1_000_000)));
    }
    if (order.isEmpty()) {
      throw json.unexpected("order", "a list of at least one block");
    }
    if (new HashSet<>(order).size() < order.size()) {
      throw json.invalid("order", "has a block twice, expected each block once");
    }
    return order;
  }

  /** A run has as many rounds as its order: where they differ, one of them was altered. */
  private static void refuseOtherRounds(JsonObject json, List<Block> order) {
    if (!json.has("rounds")) {
      return;
    }
    long rounds = json.whole("rounds", 1, 1_000_000);
    int last = order.stream().mapToInt(Block::round).max().orElseThrow();
    if (rounds != last) {
      throw json.unexpected("rounds", last + ", the last round in order");
    }
  }

  private static List<FunctionDescription> functions(JsonObject json, List<String> unknown) {
    List<FunctionDescription> functions = new ArrayList<>();
    for (JsonObject each : json.objects("functions")) {
      functions.add(
          new FunctionDescription(
              label(each),
              each.text("name"),
              each.text("runtime"),
              each.text("architecture"),
              each.optionalText("handler").orElse(""),
              each.whole("codeSize", 0, Long.MAX_VALUE),
              each.text("codeSha256"),
              each.optionalText("event"),
              each.optionalText("scenario"),
              each.optionalText("like"),
              each.flag("snapStart"),
              each.optionalText("before").isPresent()));
      each.ignore(
          "arn", "memoryMb", "timeoutSeconds", "version", "lastModified", "variables", "expect");
      unknown.addAll(each.unread());
    }
    long labels = functions.stream().map(FunctionDescription::label).distinct().count();
    if (functions.isEmpty() || labels < functions.size()) {
      throw json.invalid(
          "functions",
          "has "
              + functions.size()
              + " entries and "
              + labels
              + " labels, expected at least one function, each with a label of its own");
    }
    return functions;
  }

  /** A label is part of a path, so that it must not lead out of the run's folder. */
  private static String label(JsonObject json) {
    String label = json.text("label");
    if (!label.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw json.unexpected("label", "letters, digits, dots, dashes and underscores");
    }
    return label;
  }

  /** The blocks up to a round: a run until a precision may not need all that it had planned. */
  RunManifest upTo(int round) {
    return new RunManifest(
        name,
        startedAt,
        region,
        warm,
        n,
        lanes,
        order.stream().filter(block -> block.round() <= round).toList(),
        functions);
  }
}
