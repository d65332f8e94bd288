package coldbench.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * One HTML file that needs nothing else: styles, the chart library and the result as JSON are in
 * it, and its content security policy forbids it to load anything.
 */
final class Page {
  private static final String CHART_JS = "/META-INF/maven/org.webjars.npm/chart.js/pom.properties";

  private final String template;

  /**
   * A kind of page.
   *
   * @param template its name
   */
  Page(String template) {
    this.template = template;
  }

  void write(String title, Map<String, ?> view, JsonNode data, Writer out) {
    Map<String, Object> page = new HashMap<>(view);
    page.put("title", "Coldbench: " + title);
    page.put("css", resource("page.css"));
    page.put("js", resource("page.js"));
    page.put(
        "chartJs", resource(chartJs()).replace("//# sourceMappingURL=chart.umd.min.js.map", ""));
    page.put("json", inScript(data.toString()));
    Mustache.compiler()
        .emptyStringIsFalse(true)
        .withLoader(name -> new StringReader(resource(name + ".mustache")))
        .compile(resource(template + ".mustache"))
        .execute(page, out);
  }

  /** The version stands in the build's file, and in the package that comes of it. */
  private static String chartJs() {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(resource(CHART_JS)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "/META-INF/resources/webjars/chart.js/"
        + properties.getProperty("version")
        + "/dist/chart.umd.min.js";
  }

  /** JSON that cannot end the script element it stands in, whatever a label or a cause says. */
  private static String inScript(String json) {
    return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            name + " is missing from the tool's own classes: build it again");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
