package coldbench.report;

import coldbench.analysis.Budget;
import coldbench.analysis.Course;
import coldbench.analysis.Experiment;
import coldbench.analysis.Findings;
import coldbench.analysis.FunctionDescription;
import coldbench.analysis.Place;
import coldbench.analysis.Run;
import coldbench.report.Table.Column;
import coldbench.report.Table.Kind;
import coldbench.report.Table.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** What the page's template shows of one experiment. */
final class PageView {
  private static final int MOST_CARDS = 8;
  private static final int MOST_ON_A_PHONE = 3;
  private static final int MOST_ON_A_PAGE = 6;

  private final Findings findings;
  private final Experiment experiment;
  private final Verdicts words;
  private final List<Findings> scenarios;
  private final int index;
  private final Map<String, Object> view = new HashMap<>();
  private final Set<String> said = new HashSet<>();

  /**
   * A view.
   *
   * @param scenarios all of the same runs, this one among them
   * @param index its place among all of the page
   */
  PageView(Findings findings, List<Findings> scenarios, int index) {
    this.findings = findings;
    this.experiment = findings.experiment();
    this.words = new Verdicts(findings);
    this.scenarios = List.copyOf(scenarios);
    this.index = index;
  }

  Map<String, Object> all() {
    view.put("index", index);
    view.put("charts", charts());
    view.put("subject", subject());
    view.put("place", Provenance.headline(experiment));
    view.put(
        "placeKind", experiment.first().place() instanceof Place.Deployed ? "deployed" : "local");
    scenarios();
    verdicts();
    view.put("warnings", isFirst() ? warnings() : List.of());
    view.put("ranked", findings.ranked());
    view.put("glanceMb", SweepText.mb(experiment.memoryMb().get(0)));
    view.put("tiles", isAlone() ? tiles(findings) : List.of());
    view.put("judged", findings.judged() > 0);
    tables();
    sentences();
    view.put(
        "facts",
        Provenance.facts(experiment).stream()
            .map(fact -> Map.of("name", fact.get(0), "value", fact.get(1)))
            .toList());
    view.put("method", words.method());
    view.put("margin", findings.margin().toString());
    view.put("absence", PublishedTable.absence(experiment).stream().toList());
    view.putAll(RawRows.of(experiment));
    return view;
  }

  /** One chart for all sizes; of many functions it would be too full, and each size has its own. */
  private List<Map<String, Object>> charts() {
    if (!findings.ranked() || experiment.memoryMb().size() == 1) {
      return List.of(Map.of("id", index, "where", "", "heading", List.of()));
    }
    return experiment.memoryMb().stream()
        .map(
            memoryMb -> {
              String where = "at " + SweepText.mb(memoryMb);
              return Map.<String, Object>of(
                  "id",
                  index + "-" + memoryMb,
                  "where",
                  " " + where,
                  "heading",
                  List.of(capital(where)));
            })
        .toList();
  }

  private boolean isAlone() {
    return scenarios.size() == 1;
  }

  private boolean isFirst() {
    return scenarios.get(0) == findings;
  }

  /** All of the runs' scenarios beside each other, above the first one's details. */
  private void scenarios() {
    view.put("alone", isAlone());
    view.put("first", isFirst());
    view.put("scenario", isAlone() ? "" : capital(experiment.scenario()));
    view.put(
        "beside",
        isAlone() || !isFirst()
            ? List.of()
            : List.of(
                Map.of(
                    "title",
                    capital(
                        scenarios.stream()
                            .map(each -> each.experiment().scenario())
                            .collect(Collectors.joining(" beside "))),
                    "note",
                    ScenarioTable.NOTE,
                    "scenarios",
                    scenarios.stream().map(this::beside).toList())));
  }

  private Map<String, Object> beside(Findings each) {
    return Map.of(
        "name", "What " + each.experiment().scenario() + " costs",
        "lines", new Headlines(each).findings().stream().map(PageView::parts).toList(),
        "tiles", tiles(each));
  }

  private List<Map<String, Object>> tiles(Findings each) {
    return new Tiles(each, experiment.memoryMb().get(0), scenarios).all();
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private String subject() {
    String runs = experiment.runs().stream().map(Run::name).collect(Collectors.joining(", "));
    return experiment.functions().stream()
            .map(FunctionDescription::title)
            .collect(Collectors.joining(", "))
        + "; run "
        + runs;
  }

  /** The same lines that a terminal ends with; of few functions all verdicts stand further down. */
  private void verdicts() {
    List<String> all = new ArrayList<>(new Headlines(findings).findings());
    List<Map<String, String>> parts = all.stream().map(PageView::parts).toList();
    view.put("verdict", parts.get(0));
    view.put("verdicts", parts.subList(1, parts.size()));
    view.put("hasVerdicts", parts.size() > 1);
    boolean several = experiment.memoryMb().size() > 1;
    List<Map<String, String>> sentences = new ArrayList<>();
    for (int memoryMb :
        findings.ranked() || !several ? List.<Integer>of() : experiment.memoryMb()) {
      words
          .of(memoryMb)
          .forEach(
              sentence -> sentences.add(parts("At " + SweepText.mb(memoryMb) + " " + sentence)));
    }
    sentences.addAll(atEachSize(new DifferenceText(findings)::all));
    sentences.removeAll(parts);
    view.put("sentences", sentences);
    List<Map<String, String>> architectures = atEachSize(new ArchitectureText(findings)::all);
    view.put(
        "architectures",
        architectures.isEmpty() ? List.of() : List.of(Map.of("sentences", architectures)));
    budget();
  }

  /** Sentences of each memory size, which name it where there are several. */
  private List<Map<String, String>> atEachSize(IntFunction<List<String>> sentences) {
    List<Map<String, String>> all = new ArrayList<>();
    for (int memoryMb : experiment.memoryMb()) {
      String where = experiment.memoryMb().size() > 1 ? "At " + SweepText.mb(memoryMb) + " " : "";
      sentences.apply(memoryMb).forEach(sentence -> all.add(parts(where + sentence)));
    }
    return all;
  }

  private void budget() {
    BudgetText text = new BudgetText(findings);
    List<Map<String, String>> limits = new ArrayList<>();
    for (Budget.Result result : findings.budget()) {
      Map<String, String> limit = new HashMap<>(parts(text.sentence(result)));
      limit.put("outcome", BudgetText.word(result.outcome()));
      limits.add(limit);
    }
    view.put("budget", limits.isEmpty() ? List.of() : List.of(Map.of("limits", limits)));
  }

  /** The brackets with the interval are shown smaller, and from there on the line may break. */
  static Map<String, String> parts(String sentence) {
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
      for (Table table : Tables.of(findings, memoryMb)) {
        boolean sameForAllSizes = table.subject() == Table.Subject.PACKAGE;
        if (sameForAllSizes && bySubject.containsKey(table.subject())) {
          continue;
        }
        String title =
            several && !sameForAllSizes
                ? table.title() + ", at " + SweepText.mb(memoryMb)
                : table.title();
        bySubject
            .computeIfAbsent(table.subject(), key -> new ArrayList<>())
            .add(table(once(table), title, folds()));
      }
    }
    view.put("cold", bySubject.getOrDefault(Table.Subject.COLD, List.of()));
    view.put("warm", bySubject.getOrDefault(Table.Subject.WARM, List.of()));
    view.put("wait", bySubject.getOrDefault(Table.Subject.WAIT, List.of()));
    view.put("cost", bySubject.getOrDefault(Table.Subject.COST, List.of()));
    List<Map<String, Object>> handler =
        new ArrayList<>(bySubject.getOrDefault(Table.Subject.HANDLER, List.of()));
    handler.addAll(bySubject.getOrDefault(Table.Subject.PACKAGE, List.of()));
    view.put("handler", handler);
    view.put("published", bySubject.getOrDefault(Table.Subject.PUBLISHED, List.of()));
    view.put(
        "course", experiment.runs().stream().anyMatch(run -> run.warm() >= Course.FEWEST_CALLS));
    for (String section : List.of("cold", "warm", "wait", "cost", "published")) {
      view.put("has" + section, !((List<?>) view.getOrDefault(section, List.of())).isEmpty());
    }
  }

  /** What stands below one table is not said again below the next. */
  private Table once(Table table) {
    List<String> notes = table.notes().stream().filter(said::add).toList();
    return new Table(table.subject(), table.title(), table.columns(), table.rows(), notes);
  }

  /** Whether tables are closed on a phone, where a function at a size is a card. */
  private boolean folds() {
    return findings.ranked()
        && experiment.functions().size() * experiment.memoryMb().size() > MOST_CARDS;
  }

  static Map<String, Object> table(Table table, String title) {
    return table(table, title, false);
  }

  private static Map<String, Object> table(Table table, String title, boolean folds) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Row row : table.rows()) {
      List<Map<String, String>> cells = new ArrayList<>();
      for (int i = 0; i < row.values().size(); i++) {
        cells.add(cell(row.values().get(i), table.columns(), i));
      }
      boolean minor = row.label().startsWith(" ");
      rows.add(Map.of("label", row.label().strip(), "minor", minor, "cells", cells));
    }
    List<Map<String, String>> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(
          Map.of("kind", css(column.kind()), "name", column.name(), "under", column.under()));
    }
    return Map.of(
        "title", title,
        "folds", folds,
        "columns", columns,
        "rows", rows,
        "notes", table.notes(),
        "shape", shape(table));
  }

  /** From how many columns on lines become cards, as the style has it. */
  private static String shape(Table table) {
    // A wait stands beside its interval, which takes as much room again.
    int columns = table.columns().size() * (table.subject() == Table.Subject.WAIT ? 2 : 1);
    if (columns > MOST_ON_A_PAGE) {
      return "wide";
    }
    return columns > MOST_ON_A_PHONE ? "cards" : "narrow";
  }

  /** A ratio's interval is shown smaller, below it. */
  private static Map<String, String> cell(String value, List<Column> columns, int i) {
    Map<String, String> parts = parts(value);
    return Map.of(
        "kind", css(columns.get(i).kind()),
        "text", parts.getOrDefault("text", ""),
        "range", parts.getOrDefault("range", ""),
        "head", head(columns, i));
  }

  /** On a card a ratio may stand in another line than its figure, and so names it. */
  private static String head(List<Column> columns, int i) {
    Column column = columns.get(i);
    return Table.isRatioOfTheOneBefore(columns, i)
        ? columns.get(i - 1).name() + " " + column.name()
        : (column.name() + " " + column.under()).strip();
  }

  private static String css(Kind kind) {
    return switch (kind) {
      case MEASURED -> "measured";
      case RATIO -> "ratio";
      case PUBLISHED -> "published";
    };
  }

  private void sentences() {
    CostSummary costs = new CostSummary(findings);
    boolean several = experiment.memoryMb().size() > 1;
    List<String> sentences = new ArrayList<>();
    List<String> drift = new ArrayList<>();
    for (int memoryMb : experiment.memoryMb()) {
      String where = several ? "At " + SweepText.mb(memoryMb) + ": " : "";
      costs.breakEven(memoryMb).forEach(sentence -> sentences.add(where + sentence));
      words.drifts(memoryMb).forEach(sentence -> drift.add(where + sentence));
    }
    sentences.addAll(isFirst() ? costs.runs() : List.of());
    view.put("costSentences", sentences);
    view.put("sandboxes", new SandboxText(findings).sentences());
    view.put("drift", drift.isEmpty() ? List.of("No drift was shown.") : drift);
    view.put("manyFunctions", findings.ranked());
    view.put(
        "sweep",
        new SweepText(findings)
            .table().stream()
                .map(table -> Map.of("sizes", table(table, table.title(), folds())))
                .toList());
  }
}
