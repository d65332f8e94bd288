package coldbench.report;

import coldbench.analysis.Change;
import coldbench.analysis.Changes;
import coldbench.analysis.Experiments;
import coldbench.analysis.Ratio;
import coldbench.analysis.Run;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Two runs side by side, as one HTML file. */
public final class ChangePage implements ReportFormat<Changes> {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public void write(Changes changes, Writer out) {
    List<String> summary = ChangeTable.summary(changes);
    List<Run> runs = List.of(changes.before(), changes.after());
    Map<String, Object> view = new HashMap<>();
    view.put("subject", changes.before().name() + " and " + changes.after().name());
    view.put("verdict", PageView.parts(summary.get(0)));
    view.put("verdicts", summary.stream().skip(1).map(PageView::parts).toList());
    view.put("hasVerdicts", summary.size() > 1);
    view.put("runs", runs.stream().map(ChangeReport::describe).toList());
    List<String> differences = Experiments.differences(changes.before(), changes.after());
    view.put("differences", differences);
    view.put("same", differences.isEmpty());
    view.put(
        "warnings",
        runs.stream()
            .map(Completeness::of)
            .filter(lines -> !lines.isEmpty())
            .map(lines -> Map.of("first", lines.get(0), "rest", lines.subList(1, lines.size())))
            .toList());
    view.put(
        "tables",
        ChangeTable.all(changes).stream()
            .map(table -> PageView.table(table, table.title()))
            .toList());
    view.put("method", ChangeTable.method(changes));
    new Page("changes").write(String.valueOf(view.get("subject")), view, json(changes), out);
  }

  private static ObjectNode json(Changes changes) {
    ObjectNode all = JSON.createObjectNode();
    all.putArray("experiments");
    ArrayNode list = all.putArray("changes");
    List<String> functions =
        changes.all().stream().map(each -> each.function().label()).distinct().toList();
    for (Change change : changes.all()) {
      if (change.judgement().isPresent()) {
        Ratio ratio = ChangeTable.corrected(change);
        ObjectNode node = list.addObject();
        node.put("label", label(change)).put("index", functions.indexOf(change.function().label()));
        node.put("ratio", ratio.value()).put("text", new RatioText(ratio).whole());
        JsonReport.put(node, ratio.interval());
        JsonReport.put(node, "holm", change.holm());
      }
    }
    return all;
  }

  private static String label(Change change) {
    return String.join(
        ", ",
        Stream.of(
                change.function().title(), change.figure().event(), SweepText.mb(change.memoryMb()))
            .toList());
  }
}
