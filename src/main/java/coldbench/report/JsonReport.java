package coldbench.report;

import coldbench.analysis.Cell;
import coldbench.analysis.Comparison;
import coldbench.analysis.Cost;
import coldbench.analysis.Drift;
import coldbench.analysis.Experiment;
import coldbench.analysis.Figure;
import coldbench.analysis.FunctionDescription;
import coldbench.analysis.Pricing;
import coldbench.analysis.PublishedFigures;
import coldbench.analysis.Run;
import coldbench.analysis.Spread;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The whole result as JSON: what is computed, and the samples it was computed from. Names carry
 * their units; what was not measured is absent.
 */
public final class JsonReport {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * The figures by their names in JSON, which are those of the trial objects where there is one.
   */
  private static final Map<String, Figure> FIGURES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("initMs", Figure.INIT),
              Map.entry("restoreMs", Figure.RESTORE),
              Map.entry("firstMs", Figure.FIRST),
              Map.entry("coldMs", Figure.COLD),
              Map.entry("coldBilledMs", Figure.COLD_BILLED),
              Map.entry("coldMaxMemoryMb", Figure.COLD_MEMORY),
              Map.entry("warmMs", Figure.WARM),
              Map.entry("warmBilledMs", Figure.WARM_BILLED),
              Map.entry("warmMaxMemoryMb", Figure.WARM_MEMORY),
              Map.entry("firstComputeMs", Figure.FIRST_COMPUTE),
              Map.entry("firstAllocMs", Figure.FIRST_ALLOC),
              Map.entry("warmComputeMs", Figure.WARM_COMPUTE),
              Map.entry("warmAllocMs", Figure.WARM_ALLOC),
              Map.entry("warmInsideMs", Figure.WARM_INSIDE)));

  private final Pricing pricing;

  public JsonReport(Pricing pricing) {
    this.pricing = pricing;
  }

  /** Indented text. */
  public String write(List<Experiment> experiments) {
    return of(experiments).toPrettyString();
  }

  ObjectNode of(List<Experiment> experiments) {
    ObjectNode all = JSON.createObjectNode();
    ArrayNode list = all.putArray("experiments");
    experiments.forEach(experiment -> experiment(list.addObject(), experiment));
    ObjectNode published = all.putObject("published");
    published.put("origin", PublishedFigures.ORIGIN);
    published.put("memoryMb", PublishedFigures.MEMORY_MB);
    ArrayNode figures = published.putArray("figures");
    for (PublishedFigures each : PublishedFigures.ALL) {
      ObjectNode node = figures.addObject();
      node.put("label", each.label()).put("initMs", each.initMs()).put("firstMs", each.firstMs());
      node.put("coldMs", each.coldMs()).put("coldBilledMs", each.coldBilledMs());
      node.put("warmMeanMs", each.warmMeanMs()).put("warmMinMs", each.warmMinMs());
      node.put("warmMaxMs", each.warmMaxMs()).put("maxMemoryMb", each.maxMemoryMb());
      node.put("packageBytes", each.packageBytes());
    }
    return all;
  }

  private void experiment(ObjectNode node, Experiment experiment) {
    node.put("headline", Provenance.headline(experiment));
    node.put("baseline", experiment.baseline());
    node.put("complete", experiment.complete());
    node.put("n", experiment.first().n());
    ArrayNode runs = node.putArray("runs");
    experiment.runs().forEach(run -> run(runs.addObject(), run));
    ArrayNode functions = node.putArray("functions");
    for (FunctionDescription function : experiment.functions()) {
      ObjectNode each = functions.addObject();
      each.put("label", function.label()).put("name", function.name());
      each.put("runtime", function.runtime()).put("architecture", function.architecture());
      each.put("codeSizeBytes", function.codeSizeBytes());
      each.put("codeSha256", function.codeSha256());
      function.event().ifPresent(event -> each.put("event", event));
      if (function.snapStart()) {
        each.put("snapStart", true);
      }
    }
    ArrayNode cells = node.putArray("cells");
    ArrayNode comparisons = node.putArray("comparisons");
    ArrayNode drifts = node.putArray("drift");
    for (int memoryMb : experiment.memoryMb()) {
      for (FunctionDescription function : experiment.functions()) {
        Cell cell = experiment.cell(function.label(), memoryMb);
        cell(cells.addObject(), experiment, cell);
        for (Figure figure : List.of(Figure.COLD, Figure.WARM)) {
          if (experiment.isCompared(function)) {
            Verdicts.comparison(experiment, figure, function.label(), memoryMb)
                .ifPresent(comparison -> comparison(comparisons.addObject(), comparison));
          }
          Drift.of(figure, cell).ifPresent(drift -> drift(drifts.addObject(), drift));
        }
      }
    }
    TrialsJson.write(node.putArray("trials"), experiment);
  }

  private void run(ObjectNode node, Run run) {
    node.put("name", run.name()).put("startedAt", run.startedAt().toString());
    node.put("region", run.region()).put("warm", run.warm());
    node.put("planned", run.planned()).put("measured", run.measured());
    node.put("failed", run.failed().size()).put("missing", run.missing());
    node.put("complete", run.complete());
    ArrayNode problems = node.putArray("problems");
    Completeness.of(run).forEach(problems::add);
    Costs.ofRun(run, pricing)
        .ifPresent(
            cost -> {
              ObjectNode priced = node.putObject("cost");
              priced.put("requests", cost.requests()).put("gbSeconds", cost.gbSeconds());
              priced.put("stateTransitions", cost.stateTransitions()).put("puts", cost.puts());
              priced.put("snapshots", cost.snapshots()).put("dollars", cost.dollars());
            });
  }

  private void cell(ObjectNode node, Experiment experiment, Cell cell) {
    node.put("function", cell.function()).put("memoryMb", cell.memoryMb());
    node.put("planned", cell.planned()).put("measured", cell.trials().size());
    ObjectNode figures = node.putObject("figures");
    FIGURES.forEach(
        (name, figure) ->
            cell.spread(figure).ifPresent(spread -> spread(figures.putObject(name), spread)));
    Costs.of(experiment, cell, pricing).ifPresent(cost -> cost(node, cost));
  }

  private void cost(ObjectNode node, Cost cost) {
    ObjectNode dollars = node.putObject("computeDollarsPerMillionCalls");
    dollars.put("allWarm", cost.warm()).put("allCold", cost.cold());
    dollars.put("coldShare", pricing.coldShare()).put("atColdShare", cost.at(pricing.coldShare()));
  }

  private static void spread(ObjectNode node, Spread spread) {
    node.put("count", spread.count()).put("mean", spread.mean());
    put(node, "deviation", spread.deviation());
    put(node, "variation", spread.variation());
    node.put("min", spread.min());
    put(node, "p50", spread.quantile(0.5));
    put(node, "p90", spread.quantile(0.9));
    put(node, "p99", spread.quantile(0.99));
    put(node, "p999", spread.quantile(0.999));
    node.put("max", spread.max());
    ArrayNode outliers = node.putArray("outliers");
    for (double outlier : spread.outliers()) {
      outliers.add(outlier);
    }
  }

  private static void comparison(ObjectNode node, Comparison comparison) {
    node.put("figure", name(comparison.figure())).put("memoryMb", comparison.memoryMb());
    node.put("function", comparison.function()).put("baseline", comparison.baseline());
    node.put("ratio", comparison.ratio().value()).put("blocks", comparison.ratio().count());
    comparison
        .ratio()
        .interval()
        .ifPresent(interval -> node.put("low", interval.low()).put("high", interval.high()));
    node.put("shown", comparison.ratio().shown());
    comparison.ratio().needed().ifPresent(rounds -> node.put("neededRounds", rounds));
    node.put("verdict", Verdicts.sentence(comparison));
  }

  private static void drift(ObjectNode node, Drift drift) {
    node.put("function", drift.function()).put("memoryMb", drift.memoryMb());
    node.put("figure", name(drift.figure())).put("pValue", drift.pValue());
    node.put("ratio", drift.ratio()).put("significant", drift.significant());
  }

  private static String name(Figure figure) {
    return figure == Figure.COLD ? "coldMs" : "warmMs";
  }

  private static void put(ObjectNode node, String name, OptionalDouble value) {
    if (value.isPresent()) {
      node.put(name, value.getAsDouble());
    }
  }
}
