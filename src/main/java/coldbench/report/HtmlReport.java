package coldbench.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.analysis.Findings;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The report as one HTML file. */
public final class HtmlReport implements ReportFormat<List<Findings>> {
  @Override
  public void write(List<Findings> findings, Writer out) throws IOException {
    Thinning thinning = Thinning.of(findings);
    List<Map<String, Object>> views = new ArrayList<>();
    for (List<Findings> scenarios : ScenarioTable.groups(findings)) {
      for (Findings each : scenarios) {
        views.add(new PageView(each, scenarios, views.size()).all());
      }
    }
    new Page("page")
        .write(
            String.valueOf(views.get(0).get("subject")),
            Map.of(
                "experiments",
                views,
                "thinned",
                thinning.sentence().stream().toList(),
                "csv",
                thinning.thins() ? List.of() : List.of(csv(findings))),
            new JsonReport().of(findings, thinning),
            out);
  }

  private static String csv(List<Findings> findings) throws IOException {
    StringWriter csv = new StringWriter();
    new CsvReport().write(findings, csv);
    return Base64.getEncoder().encodeToString(csv.toString().getBytes(UTF_8));
  }
}
