package coldbench.results;

import coldbench.analysis.Block;
import coldbench.analysis.FunctionDescription;
import coldbench.analysis.RunLimits;
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
    List<Block> order,
    List<FunctionDescription> functions) {

  static RunManifest of(JsonObject json, List<String> unknown) throws InvalidResultException {
    // The plan is told by the order; the input is what the plan was made from.
    json.ignore("execution", "input", "memoryMb", "seed");
    List<Block> order = order(json);
    refuseOtherRounds(json, order);
    RunManifest run =
        new RunManifest(
            json.text("run"),
            json.time("startedAt"),
            json.text("region"),
            (int) json.whole("warm", 0, RunLimits.WARM_MOST),
            (int) json.whole("n", 0, RunLimits.N_MOST),
            order,
            functions(json, unknown));
    unknown.addAll(json.unknown());
    return run;
  }

  private static List<Block> order(JsonObject json) throws InvalidResultException {
    List<Block> order = new ArrayList<>();
    for (JsonObject each : json.objects("order")) {
      order.add(
          new Block(
              (int) each.whole("memoryMb", 1, 1_000_000), (int) each.whole("round", 1, 1_000_000)));
    }
    if (order.isEmpty()) {
      throw new InvalidResultException("order is [], expected a list of at least one block");
    }
    if (new HashSet<>(order).size() < order.size()) {
      throw new InvalidResultException("order has a block twice, expected each block once");
    }
    return order;
  }

  /** A run has as many rounds as its order: where they differ, one of them was altered. */
  private static void refuseOtherRounds(JsonObject json, List<Block> order)
      throws InvalidResultException {
    if (!json.has("rounds")) {
      return;
    }
    long rounds = json.whole("rounds", 1, 1_000_000);
    int last = order.stream().mapToInt(Block::round).max().orElseThrow();
    if (rounds != last) {
      throw new InvalidResultException(
          "rounds is %d, expected %d, the last round in order".formatted(rounds, last));
    }
  }

  private static List<FunctionDescription> functions(JsonObject json, List<String> unknown)
      throws InvalidResultException {
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
              each.optionalText("like"),
              each.flag("snapStart")));
      each.ignore(
          "arn", "memoryMb", "timeoutSeconds", "version", "lastModified", "variables", "expect");
      unknown.addAll(each.unknown());
    }
    long labels = functions.stream().map(FunctionDescription::label).distinct().count();
    if (functions.isEmpty() || labels < functions.size()) {
      throw new InvalidResultException(
          "functions has "
              + functions.size()
              + " entries and "
              + labels
              + " labels, expected at least one function, each with a label of its own");
    }
    return functions;
  }

  /** A label is part of a path, so that it must not lead out of the run's folder. */
  private static String label(JsonObject json) throws InvalidResultException {
    String label = json.text("label");
    if (!label.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new InvalidResultException(
          "label is \"" + label + "\", expected letters, digits, dots, dashes and underscores");
    }
    return label;
  }
}
