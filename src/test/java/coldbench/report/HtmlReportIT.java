package coldbench.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.analysis.Budget;
import coldbench.analysis.Budget.Limit;
import coldbench.analysis.Findings;
import coldbench.results.RecordedRun;
import coldbench.results.WrittenRun;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The page in a real browser, of a recorded run and of larger written ones. With {@code
 * -Dscreenshots} it is left in target/screenshots for the eye, at each width, in light and dark.
 */
class HtmlReportIT {
  private static final String HOSTILE =
      "</script><script>document.title='hurt'</script><img src=x>";

  private static final List<WrittenRun.Function> SEVEN =
      List.of(
          new WrittenRun.Function("java", 1.1, 0.7, 0.13),
          new WrittenRun.Function("python", 45, 6, 3.4),
          new WrittenRun.Function("java-jvm", 300, 40, 0.9),
          new WrittenRun.Function("hello-python", 40, 0.5, 0.3),
          new WrittenRun.Function("snap-java", 210, 30, 0.8),
          new WrittenRun.Function("go", 12, 0.9, 0.2),
          new WrittenRun.Function("node-with-a-long-nam", 80, 12, 2.2));

  private static final List<WrittenRun.Function> TWENTY =
      IntStream.range(0, 20)
          .mapToObj(
              i ->
                  new WrittenRun.Function(
                      i == 0 ? "java" : "function-" + i, 1 + i / 2, 0.7, 0.13 + 0.02 * i))
          .toList();

  private static final List<WrittenRun.Function> THIRTEEN = TWENTY.subList(0, 13);

  private static final List<WrittenRun.Function> BOTH =
      List.of(
          new WrittenRun.Function("java-arm64", 1.0, 0.7, 0.12),
          new WrittenRun.Function("java-x86-64", 1.2, 0.9, 0.14),
          new WrittenRun.Function("function-of-ten-arm64", 40, 6, 3),
          new WrittenRun.Function("function-of-ten-x86-64", 40, 6, 3));

  private static final Budget BUDGET =
      new Budget(
          List.of(
              new Limit(Optional.empty(), Budget.Item.COLD, 20),
              new Limit(Optional.of("java-arm64"), Budget.Item.WARM, 0.001),
              new Limit(Optional.of("function-of-ten-arm64"), Budget.Item.INIT, 41.5),
              new Limit(Optional.empty(), Budget.Item.MEMORY, 64)));

  @TempDir static Path folder;
  private static Browser browser;
  private static Path usual;
  private static Path sweep;
  private static Path many;
  private static Path four;
  private static Path twenty;
  private static Path thirteen;
  private static Path both;
  private static Path scenarios;
  private static Path series;

  @BeforeAll
  static void aBrowserAndTwoPages() throws Exception {
    browser = Browser.start(folder);
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
    new WrittenRun(folder.resolve("many"), "many", SEVEN, List.of(128), 10, 5);
    many = page(folder.resolve("many"), "many");
    new WrittenRun(folder.resolve("four"), "four", SEVEN.subList(0, 4), List.of(128), 10, 5);
    four = page(folder.resolve("four"), "four");
    new WrittenRun(folder.resolve("twenty"), "twenty", TWENTY, List.of(128), 8, 5);
    twenty = page(folder.resolve("twenty"), "twenty");
    new WrittenRun(
        folder.resolve("thirteen"), "thirteen", THIRTEEN, List.of(128, 512, 1769), 10, 5);
    thirteen = page(folder.resolve("thirteen"), "thirteen");
    new WrittenRun(folder.resolve("both"), "both", BOTH, List.of(128, 512), 10, 5);
    both = page(List.of(Reported.findings(folder.resolve("both"), BUDGET)), "both");
    ScenarioReportTest.written(folder.resolve("scenarios"), List.of(128));
    scenarios = page(folder.resolve("scenarios"), "scenarios");
    new WrittenRun(
        folder.resolve("series"), "series", WrittenRun.JAVA_AND_PYTHON, List.of(128), 20, 1_500);
    series = page(folder.resolve("series"), "series");
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
    assertThat(browser.evaluate("document.querySelectorAll('canvas').length").asInt()).isEqualTo(5);
    assertThat(points("cold-0")).isEqualTo(20 + 2);
    assertThat(points("warm-0")).isEqualTo(100 + 2);
    assertThat(points("time-0")).isEqualTo(40);
    show(sweep, 1280, 900, false);
    assertThat(browser.evaluate("document.querySelectorAll('canvas').length").asInt()).isEqualTo(6);
    assertThat(points("sweep-0")).isEqualTo(3 * 3 * 2);
    show(thirteen, 1280, 900, false);
    assertThat(points("sweep-0")).isEqualTo(13 * 3);
    assertThat(points("sweep-prices-0")).isEqualTo(13 * 3);
    for (int memoryMb : List.of(128, 512, 1769)) {
      assertThat(points("intervals-0-" + memoryMb)).isEqualTo(24 * 3 + 2);
      assertThat(legend("cost-0-" + memoryMb, "text")).hasSize(13);
    }
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void callsOfALongSeriesAreDrawnInTheirOrder() throws Exception {
    show(series, 1280, 900, false);
    // Six calls a point, the median and the slowest of each.
    assertThat(points("course-0")).isEqualTo(2 * 2 * 250);
    assertThat(browser.evaluate("Chart.getChart('course-0').data.datasets[1].data[0].tip").asText())
        .startsWith("native Java, slowest, call ");
    assertThat(browser.evaluate("document.body.textContent").asText())
        .contains(" … and 1,400 more", "those of every round and of one warm call in ");
    assertThat(browser.evaluate("document.querySelectorAll('a[download$=csv]').length").asInt())
        .isZero();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void aPageCanBePrinted() throws Exception {
    for (Path page : List.of(usual, sweep, twenty, thirteen, series)) {
      browser.emulatePaper();
      browser.open(page);
      assertThat(browser.touchingLabels()).as(page.getFileName() + " on paper").isEmpty();
      show(page, 1280, 900, true);
      Path printed =
          Path.of("target/screenshots", page.getFileName().toString().replace("html", "pdf"));
      browser.print(printed);
      assertThat(printed).isNotEmptyFile();
    }
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
      assertThat(cell("Cold start: ", "init ms", column))
          .isEqualTo(two(figures.at("/initMs/geometricMean")));
      assertThat(cell("Cold start: ", "cold total ms", column))
          .isEqualTo(two(figures.at("/coldMs/geometricMean")));
      assertThat(cell("Cold start: ", "mean", column)).isEqualTo(two(figures.at("/coldMs/mean")));
      assertThat(cell("Cold start: ", "p90", column)).isEqualTo(two(figures.at("/coldMs/p90")));
      assertThat(cell("Cold start: ", "max", column)).isEqualTo(two(figures.at("/coldMs/max")));
      assertThat(cell("Warm calls: ", "mean", column)).isEqualTo(two(figures.at("/warmMs/mean")));
      assertThat(cell("Warm calls: ", "p50", column)).isEqualTo(two(figures.at("/warmMs/p50")));
      assertThat(cell("Warm calls: ", "outliers", column))
          .isEqualTo(figures.at("/warmMs/outliers").size() + "");
      assertThat(cell("Cost of ", "all calls cold", column))
          .isEqualTo(
              String.format(
                  Locale.ROOT,
                  "$%.3f",
                  cells.get(column).at("/dollarsPerMillionCalls/allCold").asDouble()));
    }
    assertThat(browser.evaluate("document.querySelector('h1').textContent").asText())
        .isEqualTo(json.at("/experiments/0/comparisons/0/verdict").asText());
  }

  @Test
  void oneThingHasOneRatioWhereverItStands() throws Exception {
    show(usual, 1280, 900, false);
    JsonNode comparison =
        new JsonMapper().readTree(json(RecordedRun.results())).at("/experiments/0/comparisons/0");
    assertThat(comparison.get("verdict").asText()).contains("10 to 100 times faster");
    assertThat(browser.evaluate("document.querySelector('.tile b').textContent").asText())
        .isEqualTo("10 to 100×");
    assertThat(cell("Cold start: ", "cold total ms", 2)).isEqualTo("10 to 100×");
    assertThat(
            browser
                .evaluate("Chart.getChart('intervals-0').data.datasets[0].data.map(p => p.x)[1]")
                .asDouble())
        .isEqualTo(comparison.get("ratio").asDouble());
  }

  @Test
  void theAxesOfSamplesHoldWhatWasMeasuredHereAndNothingElse() throws Exception {
    show(usual, 1280, 900, false);
    for (String canvas : List.of("cold-0", "warm-0")) {
      assertThat(
              browser
                  .evaluate(
                      "Chart.getChart('%s').options.scales.y.afterBuildTicks(a = {}) || a.ticks.length"
                          .formatted(canvas))
                  .asInt())
          .isEqualTo(2);
    }
  }

  @Test
  void theTimeOfAShortRunIsTold() throws Exception {
    show(usual, 1280, 900, false);
    assertThat(browser.evaluate("Chart.getChart('time-0').options.scales.x.title.text").asText())
        .isEqualTo("seconds since the start");
    show(sweep, 1280, 900, false);
    assertThat(browser.evaluate("Chart.getChart('time-0').options.scales.x.title.text").asText())
        .isEqualTo("minutes since the start");
  }

  @Test
  void everyCallIsInThePageAsAFile() throws Exception {
    show(usual, 1280, 900, false);
    String csv =
        browser
            .evaluate("atob(document.querySelector('a[download$=csv]').href.split(',')[1])")
            .asText();
    assertThat(csv).isEqualTo(Reported.in(new CsvReport(), RecordedRun.results()));
    assertThat(browser.evaluate("document.querySelector('a.json').href").asText())
        .startsWith("blob:");
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void noTableOrTileIsCutOffHoweverManyFunctionsThereAre(int width) throws Exception {
    nothingIsCutOff(width);
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(ints = {320, 800, 1920})
  void norOnOtherScreens(int width) throws Exception {
    nothingIsCutOff(width);
  }

  private void nothingIsCutOff(int width) throws Exception {
    for (Path page : List.of(usual, sweep, four, many, twenty, thirteen, both, scenarios, series)) {
      show(page, width, 900, false);
      browser.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
      assertThat(
              new JsonMapper()
                  .readTree(
                      browser
                          .evaluate(
                              "JSON.stringify([...document.querySelectorAll('.scroll, .tile, .tile *')]"
                                  + ".filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0)"
                                  + ".map(e => e.textContent.trim().slice(0, 40)))")
                          .asText()))
          .as(page.getFileName() + " at " + width)
          .isEmpty();
    }
  }

  @Test
  void tablesOfManyFunctionsAreFoldedOnAPhoneAloneAndOpenOnPaper() throws Exception {
    show(thirteen, 1280, 900, false);
    assertThat(closedTables()).isZero();
    show(thirteen, 390, 900, false);
    assertThat(closedTables()).isGreaterThan(8);
    assertThat(browser.evaluate("document.documentElement.scrollHeight").asInt())
        .isLessThan(25_000);
    browser.evaluate("dispatchEvent(new Event('beforeprint'))");
    assertThat(closedTables()).isZero();
    show(four, 390, 900, false);
    assertThat(closedTables()).isZero();
  }

  private static int closedTables() throws Exception {
    return browser
        .evaluate("document.querySelectorAll('details.table:not([open])').length")
        .asInt();
  }

  @Test
  void onACardARatioNamesItsFigure() throws Exception {
    show(many, 390, 900, false);
    assertThat(
            browser
                .evaluate(
                    "[...document.querySelectorAll('table.wide td.ratio')].map(e => e.dataset.head).join()")
                .asText())
        .contains("init ms ÷ native Java", "cold total ms ÷ native Java");
  }

  @Test
  void aSweepHasATableOfItsSizes() throws Exception {
    show(thirteen, 1280, 900, false);
    assertThat(
            browser
                .evaluate(
                    "[...document.querySelectorAll('table')].find(e => e.caption.textContent === 'Memory').tBodies[0].rows.length")
                .asInt())
        .isEqualTo(13);
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
    for (Path page : List.of(usual, sweep, many, twenty, thirteen, both, scenarios, series)) {
      show(page, width, 900, dark);
      assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
          .isLessThanOrEqualTo(width);
      String file = page.getFileName().toString().replace(".html", "-" + name + ".png");
      browser.screenshot(Path.of("target/screenshots", file));
      browser.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
      assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
          .isLessThanOrEqualTo(width);
      assertThat(browser.leastContrast()).isGreaterThan(4.5);
      assertThat(browser.cutLegends()).as(page.getFileName() + " at " + width).isEmpty();
      assertThat(browser.touchingLabels()).as(page.getFileName() + " at " + width).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyFunctionIsToldFromTheOthersInEveryLegend(boolean dark) throws Exception {
    show(many, 390, 900, dark);
    assertThat(legend("cost-0", "text"))
        .isEqualTo(SEVEN.stream().map(HtmlReportIT::title).toList());
    assertThat(legend("time-0", "text"))
        .isEqualTo(
            SEVEN.stream()
                .map(HtmlReportIT::title)
                .flatMap(label -> Stream.of(label + ", cold", label + ", warm mean"))
                .toList());
    for (String canvas : List.of("cost-0", "time-0")) {
      assertThat(legend(canvas, "pointStyle + l.rotation + l.strokeStyle + l.fillStyle"))
          .doesNotHaveDuplicates();
      assertThat(
              browser
                  .evaluate(
                      "(c => (c.chartArea.bottom - c.chartArea.top))(Chart.getChart('%s'))"
                          .formatted(canvas))
                  .asDouble())
          .as("what is left for the chart")
          .isGreaterThan(150);
    }
    assertThat(browser.evaluate(LEAST_COLOUR_CONTRAST).asDouble()).isGreaterThan(3);
    assertThat(browser.evaluate(LEAST_COLOUR_DIFFERENCE).asDouble()).isGreaterThan(0.1);
  }

  @Test
  void everyMemorySizeIsToldFromTheOthersInTheLegendOfCosts() throws Exception {
    show(sweep, 1280, 900, false);
    assertThat(legend("cost-0", "strokeStyle + l.lineDash + l.pointStyle"))
        .hasSizeGreaterThanOrEqualTo(9)
        .doesNotHaveDuplicates();
  }

  private static String title(WrittenRun.Function function) {
    return function.label().equals("java") ? "native Java" : function.label();
  }

  private static List<String> legend(String canvas, String of) throws Exception {
    JsonNode items =
        browser.evaluate(
            "JSON.stringify(Chart.getChart('%s').legend.legendItems.map(l => l.%s))"
                .formatted(canvas, of));
    return new JsonMapper().readValue(items.asText(), new TypeReference<>() {});
  }

  /** The same sentences as in a terminal, and as many. */
  @Test
  void theLimitsOfABudgetAndBothProcessorsHaveASectionEach() throws Exception {
    show(both, 1280, 900, false);
    Findings findings = Reported.findings(folder.resolve("both"), BUDGET);
    assertThat(items("Budget"))
        .containsExactlyElementsOf(
            findings.budget().stream().map(new BudgetText(findings)::sentence).toList())
        .hasSize(4 * 2 + 2 + 2 + 4 * 2);
    assertThat(browser.evaluate("document.querySelectorAll('.budget .exceeded').length").asInt())
        .isEqualTo(2 * 2 + 2);
    assertThat(items("Arm64 and x86_64"))
        .hasSize(2 * 3 * 2)
        .contains("At 512 MB " + new ArchitectureText(findings).all(512).get(0));
    show(usual, 1280, 900, false);
    assertThat(items("Budget")).isEmpty();
    assertThat(items("Arm64 and x86_64")).isEmpty();
  }

  @Test
  void scenariosStandSideBySideOnTheSameScalesWithTheirOwnVerdicts() throws Exception {
    show(scenarios, 1280, 900, false);
    assertThat(boxes()).hasSize(2).matches(box -> box.get(0).get(1).equals(box.get(1).get(1)));
    assertThat(browser.evaluate("document.querySelectorAll('h1').length").asInt()).isEqualTo(1);
    assertThat(browser.evaluate("document.querySelector('h1').textContent").asText())
        .isEqualTo("Computing beside calling a service");
    assertThat(
            browser
                .evaluate(
                    "JSON.stringify([...document.querySelectorAll('.scenario')]"
                        + ".map(s => [...s.querySelectorAll('.bar')].slice(0, 2)"
                        + ".map(b => Number(b.style.getPropertyValue('--share')))))")
                .asText())
        .matches("\\[\\[0\\.00\\d+,0\\.1\\d*],\\[0\\.1\\d*,1]]");
    assertThat(browser.evaluate("document.querySelector('.scenarios').textContent").asText())
        .contains("What computing costs", "What calling a service costs")
        .contains("native Java's cold start is", "table-java's cold start is");
    show(scenarios, 390, 900, false);
    assertThat(boxes()).matches(box -> box.get(0).get(0).equals(box.get(1).get(0)));
    assertThat(browser.errors()).isEmpty();
  }

  /** Left and top of each. */
  private static List<List<Integer>> boxes() throws Exception {
    return new JsonMapper()
        .readValue(
            browser
                .evaluate(
                    "JSON.stringify([...document.querySelectorAll('.scenario')]"
                        + ".map(s => s.getBoundingClientRect()).map(r => [r.left, r.top].map(Math.round)))")
                .asText(),
            new TypeReference<>() {});
  }

  private static List<String> items(String section) throws Exception {
    JsonNode items =
        browser.evaluate(
            "JSON.stringify([...document.querySelectorAll('section')]"
                + ".filter(s => s.querySelector('h2') && s.querySelector('h2').textContent === '%s')"
                    .formatted(section)
                + ".flatMap(s => [...s.querySelectorAll('li')].map(l => l.textContent)))");
    return new JsonMapper().readValue(items.asText(), new TypeReference<>() {});
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

  private static final String COLOURS =
      """
      const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
      const linear = css => [1, 3, 5].map(i => parseInt(css.slice(i, i + 2), 16) / 255)
        .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
      const dot = (row, c) => row.reduce((sum, v, i) => sum + v * c[i], 0);
      const colours = [0, 1, 2, 3, 4, 5].map(i => linear(style(`--f${i}`)));
      """;

  /** WCAG 2.2's contrast of the functions' colours against a card; of graphics it wants 3. */
  private static final String LEAST_COLOUR_CONTRAST =
      "(() => {"
          + COLOURS
          + """
            const light = c => dot([0.2126, 0.7152, 0.0722], c), card = light(linear(style('--card').replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3')));
            return Math.min(...colours.map(light).map(l => (Math.max(l, card) + 0.05) / (Math.min(l, card) + 0.05)));
          })()
          """;

  /**
   * Euclidean distance of two of the functions' colours in Oklab (Ottosson 2020), as seen with all
   * cones, and without one kind of them (Machado, Oliveira and Fernandes 2009, severity 1).
   */
  private static final String LEAST_COLOUR_DIFFERENCE =
      "(() => {"
          + COLOURS
          + """
            const seen = [
              [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
              [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
              [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
              [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]];
            const oklab = c => {
              const lms = [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]]
                .map(row => Math.cbrt(dot(row, c)));
              return [[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099], [0.0259040371, 0.7827717662, -0.8086757660]]
                .map(row => dot(row, lms));
            };
            let least = 9;
            for (const eye of seen) {
              const all = colours.map(c => oklab(eye.map(row => Math.min(1, Math.max(0, dot(row, c))))));
              all.forEach((a, i) => all.slice(i + 1).forEach(b => { least = Math.min(least, Math.hypot(...a.map((v, k) => v - b[k]))); }));
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

  private static String json(Path results) throws Exception {
    return Reported.in(new JsonReport(), results);
  }

  private static Path page(Path results, String name) throws Exception {
    return page(Reported.scenarios(results), name);
  }

  private static Path page(List<Findings> findings, String name) throws Exception {
    Path file = folder.resolve(name + ".html");
    try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
      new HtmlReport().write(findings, out);
    }
    return file;
  }
}
