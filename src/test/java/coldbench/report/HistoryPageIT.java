package coldbench.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.analysis.History;
import coldbench.analysis.Margin;
import coldbench.results.ResultsFolder;
import coldbench.results.WrittenRun;
import coldbench.results.WrittenRun.Function;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The history's page in a real browser: of two functions at two memory sizes, of twenty functions,
 * and of cold starts alone. Screenshots as of {@link HtmlReportIT}.
 */
class HistoryPageIT {
  private static final int NIGHTS = 12;
  private static final int CHANGED = 7;

  @TempDir static Path folder;
  private static Browser browser;
  private static Path two;
  private static Path twenty;
  private static Path thirteen;
  private static Path cold;

  @BeforeAll
  static void aBrowserAndItsPages() throws Exception {
    browser = Browser.start(folder);
    two = page("two", List.of(128, 512), 5, HistoryPageIT::javaAndPython);
    twenty = page("twenty", List.of(128), 5, HistoryPageIT::twentyFunctions);
    thirteen =
        page(
            "thirteen", List.of(128, 512, 1769), 5, night -> twentyFunctions(night).subList(0, 13));
    cold = page("cold", List.of(128), 0, HistoryPageIT::javaAndPython);
  }

  @AfterAll
  static void endTheBrowser() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  /** From one night on Java's warm calls take twice as long. */
  private static List<Function> javaAndPython(int night) {
    return List.of(
        new Function("java", 1.1, 0.7, night < CHANGED ? 0.13 : 0.26),
        new Function("python", 45, 6, 3.4));
  }

  private static List<Function> twentyFunctions(int night) {
    return IntStream.range(0, 20)
        .mapToObj(
            i ->
                new Function(
                    i == 0 ? "java" : "function-with-a-name-" + i,
                    1 + i / 2.0,
                    0.7,
                    (0.13 + 0.02 * i) * (i == 3 && night >= CHANGED ? 2 : 1)))
        .toList();
  }

  private interface Functions {
    List<Function> of(int night);
  }

  private static Path page(String name, List<Integer> memoryMb, int warm, Functions functions)
      throws Exception {
    Path results = folder.resolve(name);
    for (int night = 1; night <= NIGHTS; night++) {
      String startedAt = "2026-03-%02dT03:00:00.000Z".formatted(night);
      String hash = night < CHANGED ? "older-sha=" : "newer-sha=";
      WrittenRun run =
          new WrittenRun(results, "night-" + night, functions.of(night), memoryMb, 8, warm);
      WrittenRun.edit(
          run.folder().resolve("run.json"),
          json -> {
            json.put("startedAt", startedAt);
            json.withObject("/functions/0").put("codeSha256", hash);
          });
    }
    Path file = folder.resolve("history-" + name + ".html");
    try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
      new HistoryPage().write(History.of(ResultsFolder.open(results).readAll(), Margin.USUAL), out);
    }
    return file;
  }

  @Test
  void aChartOfEachSizeHasALineOfEachFunctionWithEveryRunAndARingAtTheChange() throws Exception {
    browser.emulate(1280, 900, false);
    browser.open(two);

    assertThat(charts()).isEqualTo(2 * 2);
    for (int memoryMb : List.of(128, 512)) {
      assertThat(labels("history-0-warmMs-" + memoryMb)).isEqualTo("native Java, python");
    }
    assertThat(evaluated("Chart.getChart('history-0-warmMs-128').data.datasets[0].data.length"))
        .isEqualTo(NIGHTS + "");
    assertThat(
            evaluated(
                "Chart.getChart('history-0-warmMs-128').data.datasets[2].data.map(p => p.tip).join()"))
        .contains("2026-03-07", "night-7", "older-sh → newer-sh");
    assertThat(evaluated("document.querySelector('section ul').textContent"))
        .contains("native Java's warm duration at 128 MB");
    assertThat(browser.errors()).isEmpty();
    assertThat(browser.requests()).isEmpty();
  }

  @Test
  void aFigureThatNoRunHasIsNotDrawn() throws Exception {
    browser.emulate(1280, 900, false);
    browser.open(cold);

    assertThat(charts()).isEqualTo(1);
    assertThat(evaluated("[...document.querySelectorAll('h3')].map(e => e.textContent).join()"))
        .isEqualTo("Cold start");
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void theJsonInThePageIsThatOfTheCommand() throws Exception {
    browser.emulate(1280, 900, false);
    browser.open(two);

    assertThat(evaluated("document.querySelector('a.json').href")).startsWith("blob:");
    assertThat(
            evaluated(
                "JSON.parse(document.getElementById('data').textContent).history.tracks[0].series.length"))
        .isEqualTo(
            HistoryJson.of(
                        History.of(
                            ResultsFolder.open(folder.resolve("two")).readAll(), Margin.USUAL))
                    .at("/tracks/0/series")
                    .size()
                + "");
  }

  @ParameterizedTest
  @CsvSource({
    "phone-light, 390, false",
    "phone-dark, 390, true",
    "desktop-light, 1280, false",
    "desktop-dark, 1280, true"
  })
  void thePageFitsItsScreenAndCanBeRead(String name, int width, boolean dark) throws Exception {
    for (Path page : List.of(two, twenty, thirteen)) {
      browser.emulate(width, 900, dark);
      browser.open(page);
      browser.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");

      assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
          .isLessThanOrEqualTo(width);
      assertThat(browser.leastContrast()).isGreaterThan(4.5);
      assertThat(browser.cutLegends()).as(page.getFileName() + " at " + width).isEmpty();
      assertThat(
              evaluated(
                  "[...document.querySelectorAll('.scroll')].filter(e => e.scrollWidth > e.clientWidth + 1).length"))
          .as(page.getFileName() + " at " + width)
          .isEqualTo("0");
      browser.evaluate("document.querySelectorAll('details').forEach(d => { d.open = false; })");
      String file = page.getFileName().toString().replace(".html", "-" + name + ".png");
      browser.screenshot(Path.of("target/screenshots", file));
    }
  }

  @Test
  void thePageCanBePrinted() throws Exception {
    for (Path page : List.of(two, twenty, thirteen)) {
      browser.emulate(1280, 900, true);
      browser.open(page);
      Path printed =
          Path.of("target/screenshots", page.getFileName().toString().replace("html", "pdf"));
      browser.print(printed);
      assertThat(printed).isNotEmptyFile();
    }
  }

  private static int charts() throws Exception {
    return browser.evaluate("document.querySelectorAll('canvas').length").asInt();
  }

  private static String labels(String chart) throws Exception {
    return evaluated(
        "Chart.getChart('%s').data.datasets.map(d => d.label).filter(l => l).join(', ')"
            .formatted(chart));
  }

  private static String evaluated(String expression) throws Exception {
    return browser.evaluate(expression).asText();
  }
}
