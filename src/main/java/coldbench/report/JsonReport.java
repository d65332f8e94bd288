package coldbench.report;

import coldbench.analysis.Cell;
import coldbench.analysis.Comparison;
import coldbench.analysis.Cost;
import coldbench.analysis.Costs;
import coldbench.analysis.Course;
import coldbench.analysis.Drift;
import coldbench.analysis.Experiment;
import coldbench.analysis.Figure;
import coldbench.analysis.Findings;
import coldbench.analysis.FunctionDescription;
import coldbench.analysis.Interval;
import coldbench.analysis.Judgement;
import coldbench.analysis.LaneEffect;
import coldbench.analysis.Processors;
import coldbench.analysis.PublishedFigures;
import coldbench.analysis.Ranking;
import coldbench.analysis.Run;
import coldbench.analysis.Spread;
import coldbench.analysis.Verdict;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The whole result as JSON: what is computed, and the samples it was computed from. Names carry
 * their units; what was not measured is absent.
 */
public final class JsonReport implements ReportFormat<List<Findings>> {
  private static final JsonMapper JSON = new JsonMapper();

  /** Shares of cold calls that a curve is drawn through, six for each power of ten. */
  private static final int CURVE = 25;

  @Override
  public void write(List<Findings> findings, Writer out) throws IOException {
    out.write(of(findings).toPrettyString());
    out.write('\n');
  }

  ObjectNode of(List<Findings> findings) {
    return of(findings, Thinning.NONE);
  }

  ObjectNode of(List<Findings> findings, Thinning thinning) {
    ObjectNode all = JSON.createObjectNode();
    ArrayNode list = all.putArray("experiments");
    findings.forEach(each -> experiment(list.addObject(), each, thinning));
    ObjectNode published = all.putObject("published");
    published.put("origin", PublishedFigures.ORIGIN);
    published.put("memoryMb", PublishedFigures.MEMORY_MB).put("n", PublishedFigures.N);
    ArrayNode figures = published.putArray("figures");
    for (PublishedFigures each : PublishedFigures.ALL) {
      ObjectNode node = figures.addObject();
      node.put("label", each.label());
      node.put(Figure.INIT.jsonName(), each.initMs()).put(Figure.FIRST.jsonName(), each.firstMs());
      node.put(Figure.COLD.jsonName(), each.coldMs());
      node.put(Figure.COLD_BILLED.jsonName(), each.coldBilledMs());
      node.put("warmMeanMs", each.warmMeanMs()).put("warmMinMs", each.warmMinMs());
      node.put("warmMaxMs", each.warmMaxMs()).put("maxMemoryMb", each.maxMemoryMb());
      node.put("packageBytes", each.packageBytes());
    }
    return all;
  }

  private static void experiment(ObjectNode node, Findings findings, Thinning thinning) {
    Experiment experiment = findings.experiment();
    node.put("headline", Provenance.headline(experiment));
    node.put("scenario", experiment.scenario());
    ArrayNode summary = node.putArray("summary");
    new Headlines(findings).all().forEach(summary::add);
    node.put("baseline", experiment.baseline());
    node.put("complete", experiment.complete());
    node.put("n", experiment.first().n());
    node.put("verdicts", findings.judged()).put("margin", findings.margin().toString());
    ArrayNode runs = node.putArray("runs");
    experiment.runs().forEach(run -> run(runs.addObject(), run, findings));
    ArrayNode functions = node.putArray("functions");
    experiment.functions().forEach(function -> function(functions.addObject(), function));
    ArrayNode cells = node.putArray("cells");
    ArrayNode comparisons = node.putArray("comparisons");
    ArrayNode differences = node.putArray("difference");
    ArrayNode architectures = node.putArray("architectures");
    ArrayNode drifts = node.putArray("drift");
    ArrayNode lanes = node.putArray("lanes");
    ArrayNode breakEvens = node.putArray("breakEvens");
    ArrayNode published = node.putArray("published");
    for (int memoryMb : experiment.memoryMb()) {
      for (FunctionDescription function : experiment.functions()) {
        Cell cell = experiment.cell(function.label(), memoryMb);
        cell(cells.addObject(), findings, cell);
        for (Figure figure : Figure.JUDGED) {
          Drift.of(figure, cell).ifPresent(drift -> drift(drifts.addObject(), drift));
          LaneEffect.of(figure, cell).ifPresent(effect -> lanes(lanes.addObject(), effect));
        }
      }
      findings
          .verdicts(memoryMb)
          .forEach(verdict -> verdict(comparisons.addObject(), verdict, findings));
      new DifferenceText(findings).write(differences, memoryMb);
      new ArchitectureText(findings).write(architectures, memoryMb);
      findings.breakEvens(memoryMb).forEach(each -> breakEven(breakEvens.addObject(), each));
      PublishedFigures.Beside beside = PublishedFigures.beside(experiment, memoryMb);
      published
          .addObject()
          .put("memoryMb", memoryMb)
          .put("shown", !beside.figures().isEmpty())
          .put("reason", beside.reason());
    }
    new BudgetText(findings).write(node.putArray("budget"));
    new SandboxText(findings).write(node);
    RankingJson.write(node, findings);
    TrialsJson.write(node.putArray("trials"), experiment, thinning);
  }

  private static void function(ObjectNode node, FunctionDescription function) {
    node.put("label", function.label()).put("title", function.title());
    node.put("name", function.name());
    node.put("runtime", function.runtime()).put("architecture", function.architecture());
    node.put("codeSizeBytes", function.codeSizeBytes());
    node.put("codeSha256", function.codeSha256());
    function.event().ifPresent(event -> node.put("event", event));
    function.like().ifPresent(like -> node.put("like", like));
    if (function.snapStart()) {
      node.put("snapStart", true);
    }
  }

  private static void run(ObjectNode node, Run run, Findings findings) {
    node.put("name", run.name()).put("startedAt", run.startedAt().toString());
    node.put("region", run.region()).put("warm", run.warm());
    node.put("planned", run.planned()).put("measured", run.measured());
    node.put("failed", run.failed().size()).put("missing", run.missing());
    node.put("complete", run.complete());
    run.ending()
        .flatMap(Run.Ending::precision)
        .ifPresent(precision -> PrecisionText.write(node, precision));
    ArrayNode problems = node.putArray("problems");
    Completeness.of(run).forEach(problems::add);
    Costs.ofRun(run, findings.pricing())
        .ifPresent(
            cost -> {
              ObjectNode priced = node.putObject("cost");
              priced.put("requests", cost.requests()).put("gbSeconds", cost.gbSeconds());
              priced.put("stateTransitions", cost.stateTransitions()).put("puts", cost.puts());
              priced.put("snapshots", cost.snapshots()).put("dollars", cost.dollars());
            });
  }

  private static void cell(ObjectNode node, Findings findings, Cell cell) {
    node.put("function", cell.function()).put("memoryMb", cell.memoryMb());
    node.put("planned", cell.planned()).put("measured", cell.trials().size());
    ObjectNode figures = node.putObject("figures");
    for (Figure figure : Figure.values()) {
      cell.spread(figure)
          .ifPresent(
              spread -> {
                ObjectNode each = figures.putObject(figure.jsonName());
                spread(each, spread);
                put(each, "geometricMean", cell.typical(figure));
              });
    }
    course(node, Course.of(cell));
    WaitText.write(node, cell);
    findings
        .costs()
        .of(cell.function(), cell.memoryMb())
        .ifPresent(cost -> cost(node, cost, cell, findings));
  }

  private static void course(ObjectNode node, Course course) {
    if (course.points().isEmpty()) {
      return;
    }
    ArrayNode points = node.putArray("warmCourse");
    for (Course.Point point : course.points()) {
      ObjectNode each = points.addObject();
      each.put("firstCall", point.first()).put("lastCall", point.last());
      each.put("p50", point.medianMs()).put("max", point.mostMs());
      each.put("slowestCall", point.slowest());
    }
  }

  private static void cost(ObjectNode node, Cost cost, Cell cell, Findings findings) {
    double share = findings.pricing().coldShare();
    ObjectNode dollars = node.putObject("dollarsPerMillionCalls");
    dollars.put("requests", cost.requests()).put("coldShare", share);
    dollars.put("allWarm", cost.at(0)).put("atColdShare", cost.at(share));
    dollars.put("allCold", cost.at(1));
    ObjectNode compute = dollars.putObject("computeOfIt");
    compute.put("allWarm", cost.computeAt(0)).put("atColdShare", cost.computeAt(share));
    compute.put("allCold", cost.computeAt(1));
    String baseline = findings.experiment().baseline();
    if (!cell.function().equals(baseline)) {
      findings
          .judgement(Ranking.By.PRICE, cell.function(), baseline, cell.memoryMb())
          .ifPresent(
              judgement -> {
                dollars.put("ratioAtColdShare", judgement.ratio().value());
                put(dollars, judgement.ratio().interval());
                corrected(dollars, judgement);
              });
    }
    ArrayNode curve = dollars.putArray("byColdShare");
    for (int i = 0; i < CURVE; i++) {
      double at = Math.pow(10, -4 + i * 4.0 / (CURVE - 1));
      curve.addArray().add(at).add(cost.at(at));
    }
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

  private static void verdict(ObjectNode node, Verdict verdict, Findings findings) {
    Comparison comparison = verdict.comparison();
    Judgement judgement = verdict.judgement();
    node.put("figure", comparison.figure().jsonName()).put("memoryMb", comparison.memoryMb());
    node.put("function", comparison.function()).put("baseline", comparison.baseline());
    node.put("ratio", comparison.ratio().value()).put("blocks", comparison.ratio().count());
    node.put(
        "mixedBlocks",
        Processors.mixedBlocks(
            findings.experiment().cell(comparison.function(), comparison.memoryMb()),
            findings.experiment().cell(comparison.baseline(), comparison.memoryMb())));
    put(node, comparison.ratio().interval());
    corrected(node, judgement);
    comparison
        .differenceMs()
        .ifPresent(
            difference -> {
              ObjectNode each = node.putObject("differenceMs");
              each.put("mean", difference.value());
              each.put("low", difference.interval().low())
                  .put("high", difference.interval().high());
            });
    node.put("shown", judgement.shown()).put("equal", judgement.equal());
    comparison.ratio().needed().ifPresent(rounds -> node.put("neededRounds", rounds));
    node.put("verdict", new Verdicts(findings).sentence(verdict));
  }

  /** Its own p value, and what Holm's correction makes of it and of the interval. */
  static void corrected(ObjectNode node, Judgement judgement) {
    put(node, "pValue", judgement.ratio().pValue());
    put(node, "holm", judgement.holm());
    judgement
        .interval()
        .ifPresent(range -> node.put("holmLow", range.low()).put("holmHigh", range.high()));
  }

  private static void breakEven(ObjectNode node, Costs.BreakEven each) {
    node.put("memoryMb", each.memoryMb()).put("below", each.below()).put("above", each.above());
    node.put("coldShare", each.coldShare()).put("dollarsPerMillionCalls", each.dollars());
  }

  private static void lanes(ObjectNode node, LaneEffect effect) {
    node.put("function", effect.function()).put("memoryMb", effect.memoryMb());
    node.put("figure", effect.figure().jsonName()).put("lanes", effect.lanes());
    node.put("pValue", effect.pValue()).put("significant", effect.significant());
  }

  private static void drift(ObjectNode node, Drift drift) {
    node.put("function", drift.function()).put("memoryMb", drift.memoryMb());
    node.put("figure", drift.figure().jsonName()).put("pValue", drift.pValue());
    node.put("ratio", drift.ratio()).put("significant", drift.significant());
  }

  /** The ends of an interval, where there is one. */
  static void put(ObjectNode node, Optional<Interval> interval) {
    interval.ifPresent(range -> node.put("low", range.low()).put("high", range.high()));
  }

  static void put(ObjectNode node, String name, OptionalDouble value) {
    if (value.isPresent()) {
      node.put(name, value.getAsDouble());
    }
  }
}
