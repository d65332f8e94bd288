package coldbench.report;

import coldbench.analysis.Change;
import coldbench.analysis.Figure;
import coldbench.analysis.History;
import coldbench.analysis.History.Step;
import coldbench.analysis.History.Track;
import coldbench.analysis.Run;
import coldbench.analysis.Series;
import coldbench.analysis.Series.Point;
import coldbench.report.Table.Column;
import coldbench.report.Table.Kind;
import coldbench.report.Table.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs over time, as tables and sentences. */
final class HistoryTables {
  private static final int MOST_SENTENCES = 5;
  private static final int SHOWN_OF_A_HASH = 8;
  private static final List<String> JUDGED = Figure.JUDGED.stream().map(Figure::jsonName).toList();
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final History history;

  HistoryTables(History history) {
    this.history = history;
  }

  static String date(Instant time) {
    return MINUTE.format(time);
  }

  /** A package's SHA-256, base64, as far as a person compares it. */
  static String hash(String codeSha256) {
    return codeSha256.substring(0, Math.min(SHOWN_OF_A_HASH, codeSha256.length()));
  }

  /**
   * One for each function and memory size, a line for each run.
   *
   * @param every whether all figures are columns, or those that are judged
   */
  List<Table> of(Track track, boolean every) {
    Map<String, List<Series>> bySubject = new LinkedHashMap<>();
    for (Series series : track.series()) {
      if (every || JUDGED.contains(series.figure())) {
        bySubject
            .computeIfAbsent(
                series.function().title() + " at " + SweepText.mb(series.memoryMb()),
                key -> new ArrayList<>())
            .add(series);
      }
    }
    return bySubject.entrySet().stream()
        .map(each -> table(track, each.getKey(), each.getValue()))
        .toList();
  }

  private static Table table(Track track, String title, List<Series> all) {
    List<Column> columns = new ArrayList<>();
    all.forEach(series -> columns.add(new Column(Kind.MEASURED, series.title(), "")));
    columns.add(new Column(Kind.MEASURED, "package", "hash"));
    columns.add(new Column(Kind.RATIO, "changed", ""));
    List<Row> rows = new ArrayList<>();
    for (Run run : track.runs()) {
      List<String> values = new ArrayList<>();
      all.forEach(series -> values.add(point(series, run).map(p -> show(series, p)).orElse("")));
      values.add(
          all.stream()
              .flatMap(series -> point(series, run).stream())
              .findFirst()
              .map(point -> hash(point.codeSha256()))
              .orElse(""));
      values.add(changed(track, all.get(0), run));
      if (values.stream().anyMatch(value -> !value.isEmpty())) {
        rows.add(new Row(date(run.startedAt()) + " " + run.name(), values));
      }
    }
    return new Table(Table.Subject.HISTORY, title, columns, rows, List.of());
  }

  private static Optional<Point> point(Series series, Run run) {
    return series.points().stream().filter(point -> point.run().isSameExecution(run)).findFirst();
  }

  static String show(Series series, Point point) {
    Format format = series.unit() == Figure.Unit.MB ? Format.MB : Format.MS;
    return format.signed(point.value())
        + point.interval().map(range -> " (" + format.range(range) + ")").orElse("");
  }

  private static String changed(Track track, Series subject, Run run) {
    return track.steps().stream()
        .filter(Step::shown)
        .filter(step -> step.after().isSameExecution(run))
        .filter(step -> step.change().memoryMb() == subject.memoryMb())
        .filter(step -> step.is().label().equals(subject.function().label()))
        .map(
            step ->
                step.change().figure().event()
                    + " "
                    + new RatioText(ChangeTable.corrected(step.change())).times())
        .collect(Collectors.joining(", "));
  }

  /** What is shown to have changed, the latest first; or that nothing is. */
  List<String> summary() {
    List<Step> shown = history.shown();
    if (shown.isEmpty()) {
      return List.of(nothing());
    }
    List<String> sentences =
        new ArrayList<>(shown.stream().limit(MOST_SENTENCES).map(HistoryTables::sentence).toList());
    if (shown.size() > MOST_SENTENCES) {
      sentences.add("And %d earlier changes.".formatted(shown.size() - MOST_SENTENCES));
    }
    return sentences;
  }

  private String nothing() {
    int runs = history.runs().size();
    if (history.judged() == 0) {
      return runs == 1
          ? "One run: nothing to compare it with yet."
          : "No two of the %d runs can be compared.".formatted(runs);
    }
    return "No change is shown over %s.".formatted(Counted.of(runs, "run"));
  }

  /**
   * For example {@code In night-7 (2026-03-14 09:26) python's cold total at 128 MB was 1.23× what
   * it was in night-6; package java-sha → new-sha (1.15–1.31)}.
   */
  static String sentence(Step step) {
    Change change = step.change();
    RatioText ratio = new RatioText(ChangeTable.corrected(change));
    return "In %s (%s) %s's %s at %s was %s what it was in %s; %s (%s)"
        .formatted(
            step.after().name(),
            date(step.after().startedAt()),
            step.is().title(),
            change.figure().title(),
            SweepText.mb(change.memoryMb()),
            ratio.times(),
            step.before().name(),
            packages(step),
            ratio.ends().orElse(""));
  }

  private static String packages(Step step) {
    String before = hash(step.was().codeSha256());
    return step.samePackage()
        ? "the same package, " + before
        : "package " + before + " → " + hash(step.is().codeSha256());
  }

  static String describe(Track track) {
    return "%s, n = %d: %s, %s to %s"
        .formatted(
            track.place(),
            track.n(),
            Counted.of(track.runs().size(), "run"),
            date(track.runs().get(0).startedAt()),
            date(track.runs().get(track.runs().size() - 1).startedAt()));
  }

  /** Runs of which something is missing. */
  List<String> incomplete() {
    return history.runs().stream()
        .filter(run -> !run.complete())
        .map(run -> Completeness.of(run).get(0))
        .toList();
  }

  /**
   * Said below the tables.
   *
   * @param every whether all figures are columns, or those that are judged
   */
  String method(boolean every) {
    return "Geometric means over each run's trials (of warm calls over each trial's mean) with their"
        + " 95 % confidence intervals (BCa bootstrap, fixed seed)"
        + (every ? "; time outside the REPORT line is an arithmetic mean" : "")
        + ". Each run is compared with the one before it that did the same work at the same kind of"
        + " place, cold starts and warm calls: a change is told where the interval of their ratio"
        + (history.judged() > 1
            ? " (widened by Holm's correction for all %d verdicts)".formatted(history.judged())
            : "")
        + " excludes 1 and does not lie within %s of it.".formatted(history.margin())
        + " A package is told by the first letters of its hash. Times are UTC.";
  }
}
