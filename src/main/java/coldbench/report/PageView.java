package coldbench.report;

import coldbench.analysis.Experiment;
import coldbench.analysis.Place;
import coldbench.analysis.Pricing;
import coldbench.analysis.PublishedFigures;
import coldbench.analysis.Run;
import coldbench.report.Table.Column;
import coldbench.report.Table.Kind;
import coldbench.report.Table.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the page's template shows of one experiment. */
final class PageView {
  private final Experiment experiment;
  private final Pricing pricing;
  private final int index;
  private final Map<String, Object> view = new HashMap<>();

  PageView(Experiment experiment, Pricing pricing, int index) {
    this.experiment = experiment;
    this.pricing = pricing;
    this.index = index;
  }

  Map<String, Object> all() {
    view.put("index", index);
    view.put("subject", subject());
    view.put("place", Provenance.headline(experiment));
    view.put(
        "placeKind", experiment.first().place() instanceof Place.Deployed ? "deployed" : "local");
    verdicts();
    view.put("warnings", warnings());
    view.put("many", experiment.functions().size() > 3);
    view.put("glanceMb", experiment.memoryMb().get(0));
    view.put("tiles", new Tiles(experiment, pricing).all());
    tables();
    sentences();
    view.put(
        "facts",
        Provenance.facts(experiment).stream()
            .map(fact -> Map.of("name", fact.get(0), "value", fact.get(1)))
            .toList());
    view.put("method", Verdicts.METHOD);
    view.put(
        "published",
        experiment.memoryMb().contains(PublishedFigures.MEMORY_MB)
            ? List.of(PublishedFigures.ORIGIN)
            : List.of());
    view.putAll(RawRows.of(experiment));
    return view;
  }

  private String subject() {
    String runs = experiment.runs().stream().map(Run::name).collect(Collectors.joining(", "));
    return experiment.functions().stream().map(f -> f.label()).collect(Collectors.joining(", "))
        + "; run "
        + runs;
  }

  private void verdicts() {
    List<String> all = new ArrayList<>();
    boolean several = experiment.memoryMb().size() > 1;
    for (int memoryMb : experiment.memoryMb()) {
      for (String sentence : Verdicts.of(experiment, memoryMb)) {
        all.add((several ? "At " + memoryMb + " MB " : "") + sentence);
      }
    }
    List<Map<String, String>> parts = all.stream().map(PageView::parts).toList();
    view.put("verdict", parts.isEmpty() ? parts("Nothing to compare yet") : parts.get(0));
    view.put("verdicts", parts.isEmpty() ? parts : parts.subList(1, parts.size()));
    view.put("hasVerdicts", parts.size() > 1);
  }

  /** The brackets with the interval are shown smaller, and from there on the line may break. */
  private static Map<String, String> parts(String sentence) {
    int bracket = sentence.lastIndexOf(" (");
    int at = bracket < 0 ? sentence.length() : bracket;
    return Map.of("text", sentence.substring(0, at), "range", sentence.substring(at));
  }

  private List<Map<String, Object>> warnings() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Run run : experiment.runs()) {
      List<String> lines = Completeness.of(run);
      if (!lines.isEmpty()) {
        all.add(Map.of("first", lines.get(0), "rest", lines.subList(1, lines.size())));
      }
    }
    return all;
  }

  private void tables() {
    Map<Table.Subject, List<Map<String, Object>>> bySubject = new HashMap<>();
    boolean several = experiment.memoryMb().size() > 1;
    for (int memoryMb : experiment.memoryMb()) {
      for (Table table : Tables.of(experiment, memoryMb, pricing)) {
        boolean sameForAllSizes = table.subject() == Table.Subject.PACKAGE;
        if (sameForAllSizes && bySubject.containsKey(table.subject())) {
          continue;
        }
        String title =
            several && !sameForAllSizes
                ? table.title() + ", at " + memoryMb + " MB"
                : table.title();
        bySubject
            .computeIfAbsent(table.subject(), key -> new ArrayList<>())
            .add(table(table, title));
      }
    }
    view.put("cold", bySubject.getOrDefault(Table.Subject.COLD, List.of()));
    view.put("warm", bySubject.getOrDefault(Table.Subject.WARM, List.of()));
    view.put("cost", bySubject.getOrDefault(Table.Subject.COST, List.of()));
    List<Map<String, Object>> inside =
        new ArrayList<>(bySubject.getOrDefault(Table.Subject.INSIDE, List.of()));
    inside.addAll(bySubject.getOrDefault(Table.Subject.PACKAGE, List.of()));
    view.put("inside", inside);
  }

  private static Map<String, Object> table(Table table, String title) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Row row : table.rows()) {
      List<Map<String, String>> cells = new ArrayList<>();
      for (int i = 0; i < row.values().size(); i++) {
        cells.add(Map.of("kind", css(table.columns().get(i).kind()), "text", row.values().get(i)));
      }
      boolean minor = row.label().startsWith(" ");
      rows.add(Map.of("label", row.label().strip(), "minor", minor, "cells", cells));
    }
    List<Map<String, String>> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(
          Map.of("kind", css(column.kind()), "name", column.name(), "under", column.under()));
    }
    return Map.of("title", title, "columns", columns, "rows", rows, "notes", table.notes());
  }

  private static String css(Kind kind) {
    return switch (kind) {
      case MEASURED -> "measured";
      case RATIO -> "ratio";
      case PUBLISHED -> "published";
    };
  }

  private void sentences() {
    CostSummary costs = new CostSummary(experiment, pricing);
    boolean several = experiment.memoryMb().size() > 1;
    List<String> words = new ArrayList<>();
    List<String> drift = new ArrayList<>();
    for (int memoryMb : experiment.memoryMb()) {
      String where = several ? "At " + memoryMb + " MB: " : "";
      costs.breakEven(memoryMb).forEach(sentence -> words.add(where + sentence));
      Verdicts.drifts(experiment, memoryMb).forEach(sentence -> drift.add(where + sentence));
    }
    words.addAll(costs.runs());
    view.put("costSentences", words);
    view.put("drift", drift.isEmpty() ? List.of("No drift was shown.") : drift);
    view.put("sweep", several ? List.of(Map.of("sentences", costs.memory())) : List.of());
  }
}
