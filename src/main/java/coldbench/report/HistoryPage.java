package coldbench.report;

import coldbench.analysis.Figure;
import coldbench.analysis.History;
import coldbench.analysis.History.Step;
import coldbench.analysis.History.Track;
import coldbench.analysis.Series;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs over time, as one HTML file for a project's site. */
public final class HistoryPage implements ReportFormat<History> {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public void write(History history, Writer out) {
    HistoryTables tables = new HistoryTables(history);
    List<String> summary = tables.summary();
    int runs = history.runs().size();
    String subject = "history of " + Counted.of(runs, "run");
    Map<String, Object> view = new HashMap<>();
    view.put("subject", subject);
    view.put("verdict", PageView.parts(summary.get(0)));
    view.put("verdicts", summary.stream().skip(1).map(PageView::parts).toList());
    view.put("hasVerdicts", summary.size() > 1);
    List<String> incomplete = tables.incomplete();
    view.put(
        "warnings",
        incomplete.isEmpty()
            ? List.of()
            : List.of(
                Map.of(
                    "first", incomplete.get(0), "rest", incomplete.subList(1, incomplete.size()))));
    List<Map<String, Object>> tracks = new ArrayList<>();
    for (Track track : history.tracks()) {
      tracks.add(track(track, tables, tracks.size()));
    }
    view.put("tracks", tracks);
    view.put("method", tables.method(true));
    ObjectNode data = JSON.createObjectNode();
    data.putArray("experiments");
    data.set("history", HistoryJson.of(history));
    new Page("history").write(subject, view, data, out);
  }

  /** One of each figure at each memory size. */
  private static List<Map<String, String>> charts(Track track, int index) {
    boolean several = track.series().stream().mapToInt(Series::memoryMb).distinct().count() > 1;
    List<Map<String, String>> charts = new ArrayList<>();
    for (Figure figure : Figure.JUDGED) {
      track.series().stream()
          .filter(each -> each.figure().equals(figure.jsonName()))
          .mapToInt(Series::memoryMb)
          .distinct()
          .sorted()
          .forEach(
              memoryMb ->
                  charts.add(
                      Map.of(
                          "id",
                          "history-%d-%s-%d".formatted(index, figure.jsonName(), memoryMb),
                          "name",
                          (figure.event().equals("cold start") ? "Cold start" : "Warm call")
                              + (several ? " at " + SweepText.mb(memoryMb) : ""))));
    }
    return charts;
  }

  private static Map<String, Object> track(Track track, HistoryTables tables, int index) {
    List<String> changes =
        track.steps().stream().filter(Step::shown).map(HistoryTables::sentence).toList();
    return Map.of(
        "title", HistoryTables.describe(track),
        "charts", charts(track, index),
        "changes", changes.stream().map(PageView::parts).toList(),
        "unchanged", changes.isEmpty(),
        "tables",
            tables.of(track, true).stream()
                .map(table -> PageView.table(table, table.title()))
                .toList());
  }
}
