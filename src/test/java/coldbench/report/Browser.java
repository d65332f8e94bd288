package coldbench.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A headless Chromium with one page, driven by the Chrome DevTools Protocol
 * (https://chromedevtools.github.io/devtools-protocol/).
 */
final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
  private static final long PATIENCE_SECONDS = 120;

  /** {@code -Dscreenshots}: most of the time of these tests, and nothing that they look at. */
  private static final boolean FOR_THE_EYE = System.getProperty("screenshots") != null;

  private static final JsonMapper JSON = new JsonMapper();

  /** WCAG 2.2's contrast of each element with text of its own against what is painted behind it. */
  private static final String LEAST_CONTRAST =
      """
      (() => {
        const light = c => c.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
          .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
        const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
        const known = new Map();
        const painted = css => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = css; canvas.fillRect(0, 0, 1, 1);
          return [...canvas.getImageData(0, 0, 1, 1).data]; };
        const rgba = css => known.get(css) || known.set(css, painted(css)).get(css);
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

  private final Process process;
  private final WebSocket socket;
  private final Map<Integer, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> loaded = new LinkedBlockingQueue<>();
  private final AtomicInteger lastCall = new AtomicInteger();
  private final String session;

  /**
   * Starts it, with a profile below a folder; without a browser the test is skipped, and says so.
   */
  static Browser start(Path folder) throws Exception {
    Path executable =
        find()
            .orElseGet(
                () ->
                    abort(
                        "no browser found: put chromium on the PATH, or its file into CHROME_BIN,"
                            + " to test the page"));
    return new Browser(executable, folder.resolve("profile"));
  }

  /** The browser's file: what CHROME_BIN names, or the first known one on the PATH. */
  private static Optional<Path> find() {
    Stream<String> folders = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"));
    Stream<Path> onPath =
        folders.flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    Stream<Path> named = Stream.ofNullable(System.getenv("CHROME_BIN")).map(Path::of);
    return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
  }

  private Browser(Path executable, Path profile) throws Exception {
    List<String> command =
        List.of(
            executable.toString(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile,
            "about:blank");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // So that what it leaves goes with the profile.
    builder.environment().put("TMPDIR", Files.createDirectories(profile).toString());
    process = builder.start();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address(process)), new Listener())
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    String target =
        send("Target.createTarget", "", Map.of("url", "about:blank")).get("targetId").asText();
    session =
        send("Target.attachToTarget", "", Map.of("targetId", target, "flatten", true))
            .get("sessionId")
            .asText();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      send(domain + ".enable", Map.of());
    }
  }

  /** How the page is shown. */
  void emulate(int width, int height, boolean dark) throws Exception {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            width,
            "height",
            height,
            "deviceScaleFactor",
            FOR_THE_EYE ? 2 : 1,
            "mobile",
            width < 600));
    send(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            "",
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  void open(Path page) throws Exception {
    loaded.clear();
    send("Page.navigate", Map.of("url", page.toUri().toString()));
    if (loaded.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) == null) {
      throw new IOException(page + " did not load");
    }
  }

  /** The value of a JavaScript expression. */
  JsonNode evaluate(String expression) throws Exception {
    JsonNode result =
        send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new IOException(expression + ": " + result.get("exceptionDetails"));
    }
    return result.at("/result/value");
  }

  /** The least contrast of any text of the page with what is behind it, as WCAG counts it. */
  double leastContrast() throws Exception {
    return evaluate(LEAST_CONTRAST).asDouble();
  }

  /** The charts of the page whose legend does not show each of its items above the drawing. */
  String cutLegends() throws Exception {
    return evaluate(
            """
            Object.values(Chart.instances).filter(chart => chart.options.plugins.legend.display)
              .filter(chart => chart.legend.legendItems.length === 0 || chart.chartArea.bottom - chart.chartArea.top < 150
                || chart.legend.legendHitBoxes.some(box => box.top + box.height > chart.chartArea.top + 1))
              .map(chart => chart.canvas.id).join()
            """)
        .asText();
  }

  /** The charts of the page in which the labels of two rows touch. */
  String touchingLabels() throws Exception {
    return evaluate(
            """
            Object.values(Chart.instances).filter(chart => chart.scales.y?.options.reverse)
              .filter(chart => (chart.chartArea.bottom - chart.chartArea.top) / chart.scales.y.ticks.length
                < Chart.defaults.font.size * 1.2 * Math.max(...chart.scales.y.ticks.map(tick => [tick.label].flat().length)))
              .map(chart => chart.canvas.id).join()
            """)
        .asText();
  }

  /** Shows the page as on paper, the width of A4 without its margins. */
  void emulatePaper() throws Exception {
    emulate(718, 1000, false);
    send("Emulation.setEmulatedMedia", Map.of("media", "print"));
  }

  /** The page as it is printed, on A4. */
  void print(Path file) throws Exception {
    JsonNode printed =
        send(
            "Page.printToPDF",
            Map.of("paperWidth", 8.27, "paperHeight", 11.69, "printBackground", false));
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(printed.get("data").asText()));
  }

  /** Errors on the console, and exceptions that nobody caught. */
  List<String> errors() {
    List<String> errors = new ArrayList<>();
    for (JsonNode event : events) {
      String method = event.get("method").asText();
      boolean logged = event.at("/params/entry/level").asText().equals("error");
      boolean printed = event.at("/params/type").asText().equals("error");
      if (method.equals("Runtime.exceptionThrown")
          || (method.equals("Log.entryAdded") && logged)
          || (method.equals("Runtime.consoleAPICalled") && printed)) {
        errors.add(event.get("params").toString());
      }
    }
    return errors;
  }

  /** Addresses that the page asked for, its own left out. */
  List<String> requests() {
    return events.stream()
        .filter(event -> event.get("method").asText().equals("Network.requestWillBeSent"))
        .filter(event -> !event.at("/params/type").asText().equals("Document"))
        .map(event -> event.at("/params/request/url").asText())
        .filter(url -> !url.startsWith("data:"))
        .toList();
  }

  /** The whole page as a picture, where they are asked for. */
  void screenshot(Path file) throws Exception {
    if (!FOR_THE_EYE) {
      return;
    }
    JsonNode shot =
        send("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(shot.get("data").asText()));
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }

  private JsonNode send(String method, Map<String, ?> parameters) throws Exception {
    return send(method, session, parameters);
  }

  private JsonNode send(String method, String to, Map<String, ?> parameters) throws Exception {
    int id = lastCall.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    calls.put(id, answer);
    ObjectNode call = JSON.createObjectNode().put("id", id).put("method", method);
    call.set("params", JSON.valueToTree(parameters));
    if (!to.isEmpty()) {
      call.put("sessionId", to);
    }
    socket.sendText(call.toString(), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    JsonNode message = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (message.has("error")) {
      throw new IOException(method + ": " + message.get("error"));
    }
    return message.get("result");
  }

  private static String address(Process process) throws IOException {
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        drain(output);
        return listening.group(1);
      }
      said.append(line).append('\n');
    }
    throw new IOException("the browser ended without listening: " + said);
  }

  private static void drain(BufferedReader output) {
    Thread reader = new Thread(() -> output.lines().forEach(line -> {}), "browser output");
    reader.setDaemon(true);
    reader.start();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        message(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    private void message(String json) {
      try {
        JsonNode message = JSON.readTree(json);
        if (message.has("id")) {
          calls.remove(message.get("id").asInt()).complete(message);
        } else {
          events.add(message);
          if (message.get("method").asText().equals("Page.loadEventFired")) {
            loaded.add("loaded");
          }
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
