package coldbench.report;

import coldbench.analysis.Change;
import coldbench.analysis.History;
import coldbench.analysis.History.Step;
import coldbench.analysis.History.Track;
import coldbench.analysis.Judgement;
import coldbench.analysis.Ratio;
import coldbench.analysis.Run;
import coldbench.analysis.Series;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;

/** Runs over time, as JSON. */
public final class HistoryJson implements ReportFormat<History> {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public void write(History history, Writer out) throws IOException {
    out.write(of(history).toPrettyString());
    out.write('\n');
  }

  static ObjectNode of(History history) {
    ObjectNode all = JSON.createObjectNode();
    ArrayNode summary = all.putArray("summary");
    new HistoryTables(history).summary().forEach(summary::add);
    all.put("verdicts", history.judged()).put("margin", history.margin().toString());
    ArrayNode tracks = all.putArray("tracks");
    history.tracks().forEach(track -> track(tracks.addObject(), track));
    return all;
  }

  private static void track(ObjectNode node, Track track) {
    node.put("place", track.place()).put("n", track.n());
    ArrayNode runs = node.putArray("runs");
    for (Run run : track.runs()) {
      runs.addObject()
          .put("name", run.name())
          .put("startedAt", run.startedAt().toString())
          .put("planned", run.planned())
          .put("measured", run.measured())
          .put("complete", run.complete());
    }
    ArrayNode all = node.putArray("series");
    track.series().forEach(series -> series(all.addObject(), series));
    ArrayNode steps = node.putArray("changes");
    track.steps().forEach(step -> step(steps.addObject(), step));
  }

  private static void series(ObjectNode node, Series series) {
    node.put("function", series.function().label()).put("title", series.function().title());
    node.put("memoryMb", series.memoryMb()).put("figure", series.figure());
    node.put("unit", series.unit().symbol());
    ArrayNode points = node.putArray("points");
    for (Series.Point point : series.points()) {
      ObjectNode each = points.addObject();
      each.put("run", point.run().name()).put("startedAt", point.run().startedAt().toString());
      each.put("codeSha256", point.codeSha256());
      each.put("value", point.value()).put("count", point.count());
      JsonReport.put(each, point.interval());
    }
  }

  private static void step(ObjectNode node, Step step) {
    Change change = step.change();
    Ratio ratio = change.ratio();
    node.put("before", step.before().name()).put("after", step.after().name());
    node.put("function", step.is().label()).put("memoryMb", change.memoryMb());
    node.put("figure", change.figure().jsonName()).put("ratio", ratio.value());
    JsonReport.put(node, ratio.interval());
    JsonReport.put(node, "pValue", ratio.pValue());
    JsonReport.put(node, "holm", change.holm());
    change
        .judgement()
        .flatMap(Judgement::interval)
        .ifPresent(range -> node.put("holmLow", range.low()).put("holmHigh", range.high()));
    node.put("shown", step.shown());
    node.put("equal", change.judgement().filter(Judgement::equal).isPresent());
    node.put("codeSha256Before", step.was().codeSha256());
    node.put("codeSha256After", step.is().codeSha256());
    if (step.shown()) {
      node.put("change", HistoryTables.sentence(step));
    }
  }
}
