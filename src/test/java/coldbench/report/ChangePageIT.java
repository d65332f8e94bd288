package coldbench.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.analysis.Changes;
import coldbench.analysis.Margin;
import coldbench.analysis.Run;
import coldbench.results.ResultsFolder;
import coldbench.results.WrittenRun;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two runs side by side in a real browser. Screenshots as of {@link HtmlReportIT}. */
class ChangePageIT {
  @TempDir static Path folder;
  private static Browser browser;

  @BeforeAll
  static void aBrowser() throws Exception {
    browser = Browser.start(folder);
  }

  @AfterAll
  static void endTheBrowser() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "equal, 1.0, 1280",
    "near, 1.04, 390",
    "slower, 1.6, 1280",
    "faster, 0.5, 390",
    "far, 40, 1280",
  })
  void equalStandsOnTheAxisAndHalfIsAsFarFromItAsTwice(String name, double factor, int width)
      throws Exception {
    Path page = page(name, factor);

    browser.emulate(width, 900, false);
    browser.open(page);

    assertThat(browser.errors()).isEmpty();
    JsonNode axis =
        browser.evaluate(
            """
            (x => ({ type: x.type, ticks: x.ticks.map(t => t.value), labels: x.ticks.map(t => t.label), min: x.min, max: x.max,
              low: Math.min(...x.chart.data.datasets.flatMap(d => d.data.map(p => p.x))),
              high: Math.max(...x.chart.data.datasets.flatMap(d => d.data.map(p => p.x))) }))(Chart.getChart('changes').scales.x)
            """);
    assertThat(axis.path("type").asText()).isEqualTo("logarithmic");
    assertThat(axis.path("ticks"))
        .anySatisfy(tick -> assertThat(tick.asDouble()).isEqualTo(1))
        .hasSizeBetween(3, 14);
    assertThat(axis.path("labels")).anySatisfy(tick -> assertThat(tick.asText()).isEqualTo("1×"));
    assertThat(axis.path("min").asDouble()).isPositive().isLessThan(axis.path("low").asDouble());
    assertThat(axis.path("max").asDouble()).isGreaterThan(axis.path("high").asDouble());
    assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(width);
    browser.screenshot(Path.of("target/screenshots", page.getFileName() + ".png"));
  }

  /** The page of a run and one whose warm calls take that many times as long. */
  private static Path page(String name, double factor) throws Exception {
    Path results = folder.resolve(name);
    for (String each : List.of("a", "b")) {
      double times = each.equals("a") ? 1 : factor;
      List<WrittenRun.Function> functions =
          List.of(
              new WrittenRun.Function("java", 1.1, 0.7, 0.13 * times),
              new WrittenRun.Function("python", 45, 6, 3.4 * times));
      new WrittenRun(results, each, functions, List.of(128), 20, 5);
    }
    List<Run> runs =
        ResultsFolder.open(results).readAll().stream()
            .sorted(Comparator.comparing(Run::name))
            .toList();
    Path file = folder.resolve("change-" + name + ".html");
    try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
      new ChangePage().write(Changes.between(runs.get(0), runs.get(1), Margin.USUAL), out);
    }
    return file;
  }
}
