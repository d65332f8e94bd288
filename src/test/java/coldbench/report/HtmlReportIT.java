package coldbench.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import coldbench.measure.Experiment;
import coldbench.measure.Pricing;
import coldbench.results.RecordedRun;
import coldbench.results.ResultsFolder;
import coldbench.results.WrittenRun;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The page in a real browser, of a recorded run and of a larger written one. Its screenshots are
 * left in target/screenshots for the eye.
 */
class HtmlReportIT {
  private static final String HOSTILE =
      "</script><script>document.title='hurt'</script><img src=x>";

  @TempDir static Path folder;
  private static Browser browser;
  private static Path usual;
  private static Path sweep;

  @BeforeAll
  static void aBrowserAndTwoPages() throws Exception {
    Path executable =
        Browser.find()
            .orElseGet(
                () ->
                    abort(
                        "no browser found: put chromium on the PATH, or its file into CHROME_BIN,"
                            + " to test the page"));
    WrittenRun three =
        new WrittenRun(
            folder.resolve("sweep"),
            "sweep",
            List.of(
                new WrittenRun.Function("java", 1.1, 0.7, 0.13),
                new WrittenRun.Function("python", 45, 6, 3.4),
                new WrittenRun.Function("rust", 1.0, 0.6, 0.13)),
            List.of(128, 512, 1769),
            12,
            10);
    three.fail("python", 512, 4, "WrongAnswer", HOSTILE);
    usual = page(RecordedRun.results(), "usual");
    sweep = page(folder.resolve("sweep"), "sweep");
    browser = new Browser(executable, folder.resolve("profile"));
  }

  @AfterAll
  static void endTheBrowser() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void everyChartIsDrawnWithEverySampleAndWithoutAnError() throws Exception {
    show(usual, 1280, 900, false);
    assertThat(browser.evaluate("document.querySelectorAll('canvas').length").asInt()).isEqualTo(4);
    assertThat(points("cold-0")).isEqualTo(20 + 2 + 2);
    assertThat(points("warm-0")).isEqualTo(100 + 2 + 2);
    assertThat(points("time-0")).isEqualTo(40);
    show(sweep, 1280, 900, false);
    assertThat(browser.evaluate("document.querySelectorAll('canvas').length").asInt()).isEqualTo(5);
    assertThat(points("sweep-0")).isEqualTo(3 * 3 * 2);
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void theNumbersOfTheTablesAreThoseOfTheJson() throws Exception {
    show(usual, 1280, 900, false);
    JsonNode json = new JsonMapper().readTree(json(RecordedRun.results()));
    assertThat(
            new JsonMapper()
                .readTree(browser.evaluate("document.getElementById('data').textContent").asText()))
        .isEqualTo(new JsonMapper().readTree(json.toString()));
    JsonNode cells = json.at("/experiments/0/cells");
    for (int column = 0; column < 2; column++) {
      JsonNode figures = cells.get(column).get("figures");
      assertThat(cell("Cold start: ", "init ms, mean", column))
          .isEqualTo(two(figures.at("/initMs/mean")));
      assertThat(cell("Cold start: ", "cold total ms, mean", column))
          .isEqualTo(two(figures.at("/coldMs/mean")));
      assertThat(cell("Cold start: ", "p90", column)).isEqualTo(two(figures.at("/coldMs/p90")));
      assertThat(cell("Cold start: ", "max", column)).isEqualTo(two(figures.at("/coldMs/max")));
      assertThat(cell("Warm calls: ", "duration ms, mean", column))
          .isEqualTo(two(figures.at("/warmMs/mean")));
      assertThat(cell("Warm calls: ", "p50", column)).isEqualTo(two(figures.at("/warmMs/p50")));
      assertThat(cell("Warm calls: ", "outliers", column))
          .isEqualTo(figures.at("/warmMs/outliers").size() + "");
      assertThat(cell("Cost of ", "compute, all calls cold", column))
          .isEqualTo(
              "$"
                  + "%.4f"
                      .formatted(
                          cells
                              .get(column)
                              .at("/computeDollarsPerMillionCalls/allCold")
                              .asDouble()));
    }
    assertThat(browser.evaluate("document.querySelector('h1').textContent").asText())
        .isEqualTo(json.at("/experiments/0/comparisons/0/verdict").asText());
  }

  @Test
  void thePageAsksForNothing() throws Exception {
    show(usual, 1280, 900, false);
    show(sweep, 1280, 900, false);
    assertThat(browser.requests()).isEmpty();
  }

  @Test
  void whatAFunctionSaidStaysText() throws Exception {
    show(sweep, 1280, 900, false);
    assertThat(browser.evaluate("document.title").asText()).startsWith("Coldbench: ");
    assertThat(browser.evaluate("document.querySelector('.warning').textContent").asText())
        .contains(HOSTILE);
    assertThat(browser.evaluate("document.querySelectorAll('img').length").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "phone-light, 390, false",
    "phone-dark, 390, true",
    "desktop-light, 1280, false",
    "desktop-dark, 1280, true"
  })
  void thePageFitsItsScreenAndCanBeRead(String name, int width, boolean dark) throws Exception {
    for (Path page : List.of(usual, sweep)) {
      show(page, width, 900, dark);
      assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
          .isLessThanOrEqualTo(width);
      assertThat(browser.evaluate(LEAST_CONTRAST).asDouble()).isGreaterThan(4.5);
      String file = page.getFileName().toString().replace(".html", "-" + name + ".png");
      browser.screenshot(Path.of("target/screenshots", file), true);
    }
  }

  @Test
  void everyTableAndPictureHasANameAndEveryHeadingAPlace() throws Exception {
    show(sweep, 1280, 900, false);
    assertThat(
            browser
                .evaluate(
                    "[...document.querySelectorAll('table:not(.raw)')].filter(t => !t.caption).length")
                .asInt())
        .isZero();
    assertThat(
            browser
                .evaluate(
                    "[...document.querySelectorAll('canvas')].filter(c => c.getAttribute('role') !== 'img' || !c.getAttribute('aria-label')).length")
                .asInt())
        .isZero();
    assertThat(browser.evaluate("document.querySelectorAll('h1').length").asInt()).isEqualTo(1);
    assertThat(
            browser
                .evaluate(
                    "[...document.querySelectorAll('.scroll')].filter(s => s.tabIndex !== 0 || !s.getAttribute('aria-label')).length")
                .asInt())
        .isZero();
    assertThat(browser.evaluate("document.documentElement.lang").asText()).isEqualTo("en");
  }

  /** WCAG 2.2's contrast of each element with text of its own against what is painted behind it. */
  private static final String LEAST_CONTRAST =
      """
      (() => {
        const light = c => c.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
          .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
        const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
        const rgba = css => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = css; canvas.fillRect(0, 0, 1, 1);
          return [...canvas.getImageData(0, 0, 1, 1).data]; };
        const behind = e => { for (; e; e = e.parentElement) { const c = rgba(getComputedStyle(e).backgroundColor); if (c[3] > 250) return c; } return [255, 255, 255, 255]; };
        let least = 99;
        for (const e of document.body.querySelectorAll('*')) {
          if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || e.matches('script')) continue;
          const a = light(rgba(getComputedStyle(e).color).slice(0, 3)), b = light(behind(e).slice(0, 3));
          least = Math.min(least, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
        }
        return least;
      })()
      """;

  private static void show(Path page, int width, int height, boolean dark) throws Exception {
    browser.emulate(width, height, dark);
    browser.open(page);
  }

  private static int points(String canvas) throws Exception {
    return browser
        .evaluate(
            "Chart.getChart('" + canvas + "').data.datasets.reduce((n, d) => n + d.data.length, 0)")
        .asInt();
  }

  private static String cell(String table, String row, int column) throws Exception {
    return browser
        .evaluate(
            "[...[...document.querySelectorAll('table')].find(t => t.caption && t.caption.textContent.startsWith('%s')).rows].find(r => r.cells[0].textContent === '%s').cells[%d].textContent"
                .formatted(table, row, column + 1))
        .asText();
  }

  private static String two(JsonNode number) {
    return "%.2f".formatted(number.asDouble());
  }

  private static List<Experiment> experiments(Path results) throws Exception {
    return List.of(Experiment.of(ResultsFolder.open(results).readAll()));
  }

  private static String json(Path results) throws Exception {
    return new JsonReport(Pricing.USUAL).write(experiments(results));
  }

  private static Path page(Path results, String name) throws Exception {
    Path file = folder.resolve(name + ".html");
    try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
      new HtmlReport(Pricing.USUAL).write(experiments(results), out);
    }
    return file;
  }
}
