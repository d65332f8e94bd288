package coldbench.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.analysis.Experiment;
import coldbench.analysis.Pricing;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The report as one HTML file that needs nothing else: styles, the chart library and the result as
 * JSON are in it, and its content security policy forbids it to load anything.
 */
public final class HtmlReport {
  private static final String CHART_JS =
      "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js";

  private final Pricing pricing;

  public HtmlReport(Pricing pricing) {
    this.pricing = pricing;
  }

  public void write(List<Experiment> experiments, Writer out) {
    Map<String, Object> page = new HashMap<>();
    List<Map<String, Object>> views = new ArrayList<>();
    for (Experiment experiment : experiments) {
      views.add(new PageView(experiment, pricing, views.size()).all());
    }
    page.put("title", "Coldbench: " + views.get(0).get("subject"));
    page.put("experiments", views);
    page.put("css", resource("page.css"));
    page.put("js", resource("page.js"));
    page.put(
        "chartJs", resource(CHART_JS).replace("//# sourceMappingURL=chart.umd.min.js.map", ""));
    page.put("json", inScript(new JsonReport(pricing).of(experiments).toString()));
    template().execute(page, out);
  }

  private static Template template() {
    return Mustache.compiler()
        .withLoader(name -> new StringReader(resource(name + ".mustache")))
        .compile(resource("page.mustache"));
  }

  /** JSON that cannot end the script element it stands in, whatever a label or a cause says. */
  private static String inScript(String json) {
    return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            name + " is missing in the tool's own classes: build again");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
