package coldbench.function;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.testing.FunctionProcess;
import coldbench.testing.Launcher;
import coldbench.testing.Request;
import coldbench.testing.RuntimeApiServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract of README.md: the Java function natively on each architecture that runs here and on
 * a JVM, and bare.c.
 */
class ContractIT {
  /** The example of the developer guide, "Invoking Lambda function URLs", shortened. */
  private static final String EVENT =
      """
      {"version": "2.0", "routeKey": "$default", "rawPath": "/my/path",
       "rawQueryString": "parameter1=value1&parameter1=value2&n=%s", "cookies": ["cookie1", "cookie2"],
       "headers": {"header1": "value1", "header2": "value1,value2"},
       "queryStringParameters": {"parameter1": "value1,value2", "n": "%s", "😀": "\\ud83d\\ude00"},
       "requestContext": {"accountId": "123456789012", "authentication": null,
         "http": {"method": "POST", "path": "/my/path", "protocol": "HTTP/1.1"},
         "time": "12/Mar/2020:19:03:58 +0000", "timeEpoch": 1583348638390, "x": [1.5e-3, true, {}]},
       "body": "Hello from client!", "pathParameters": null, "isBase64Encoded": false}
      """;

  private static final String ANSWER =
      "{\"statusCode\": %d, \"headers\": {\"content-type\": \"application/json\"}, \"body\": \"%s\"}";
  private static final String BODY =
      "{\"runtime\": \"%s\", \"fib_result\": %d, \"fib_n\": %d, \"compute_ms\": T,"
          + " \"alloc_items\": 100000, \"alloc_ms\": T, \"total_ms\": T,"
          + " \"checksum\": 333328333350000}";

  private static final String BARE = "bare";

  private final StringBuilder log = new StringBuilder();

  static Stream<Launcher> launchers() {
    return Stream.concat(
        Launcher.all("coldbench.function.Main", Path.of(System.getProperty("native.folder"))),
        Launcher.natives(Path.of(System.getProperty("bare.folder")))
            .map(each -> new Launcher(BARE + " " + each.name(), each.command())));
  }

  @AfterEach
  void nothingUnexpectedIsLogged() {
    assertThat(log).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void everyAllowedNHasItsFibonacciNumber(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      long a = 0;
      long b = 1;
      for (int n = 0; n <= 78; n++) {
        Request answer = server.invoke(EVENT.formatted(n, n));
        assertThat(answer.path()).endsWith("/response");
        assertThat(answer.text()).matches(answer200(launcher, a, n));
        long next = a + b;
        a = b;
        b = next;
      }
      log.append(function.log());
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void withoutNItIs40(Launcher launcher) throws Exception {
    List<String> events =
        List.of(
            "{}",
            " [] ",
            "null",
            "true",
            "-1.5E+3",
            "\"x\"",
            "{\"queryStringParameters\": null}",
            "{\"queryStringParameters\": {}}",
            "{\"queryStringParameters\": [\"n\"]}",
            "{\"queryStringParameters\": {\"n\": null, \"N\": \"1\"}}",
            "{\"queryStringParameters\": {\"n\": \"1\"}, \"queryStringParameters\": {\"m\": \"1\"}}");
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      for (String event : events) {
        assertThat(server.invoke(event).text())
            .as(event)
            .matches(answer200(launcher, 102334155, 40));
      }
      log.append(function.log());
    }
  }

  /** On this machine the kernel's own files say what the answer must say. */
  @ParameterizedTest
  @MethodSource("launchers")
  void askedForTheSandboxItTellsWhatTheKernelTells(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      String answer = server.invoke("{\"coldbench\": \"sandbox\"}").text();
      String kernel = Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip();
      assertThat(answer)
          .startsWith("{\"statusCode\": 200, ")
          .contains("{\\\"cpuinfo\\\": \\\"", "\\\"kernel\\\": \\\"" + kernel)
          .contains("\\\"meminfo\\\": \\\"MemTotal: ")
          .doesNotContain("fib_result");
      // The next event is answered as ever.
      assertThat(server.invoke("{}").text()).matches(answer200(launcher, 102334155, 40));
      log.append(function.log());
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void leadingZerosAreAllowed(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      assertThat(server.invoke(EVENT.formatted(0, "007")).text())
          .matches(answer200(launcher, 13, 7));
      assertThat(server.invoke(EVENT.formatted(0, "0000000078")).text())
          .matches(answer200(launcher, 8944394323791464L, 78));
      log.append(function.log());
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void aBadNIsAnsweredWith400ThatNamesTheValueAndTheRange(Launcher launcher) throws Exception {
    Map<String, String> valuesInJson =
        Map.ofEntries(
            Map.entry("79", "79"),
            Map.entry("", ""),
            Map.entry("-1", "-1"),
            Map.entry("+1", "+1"),
            Map.entry(" 1", " 1"),
            Map.entry("1.0", "1.0"),
            Map.entry("1,2", "1,2"),
            Map.entry("00000000007", "00000000007"),
            Map.entry("99999999999999999999", "99999999999999999999"),
            Map.entry("\\u0663", "\u0663"),
            Map.entry("h\u00e9llo \u2713 \\ud83d\\ude00", "h\u00e9llo \u2713 \ud83d\ude00"),
            Map.entry("\\u0000\\b\\t\\n\\f\\r\\u001F\u007f", "\\u0000\\b\\t\\n\\f\\r\\u001f\u007f"),
            Map.entry("\\\"\\\\\\/", "\\\"\\\\/"),
            Map.entry("\\ud800\\uDC00", "\ud800\udc00"),
            Map.entry("\\uDC00\\ud800x", "\\udc00\\ud800x"));
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      for (Map.Entry<String, String> value : valuesInJson.entrySet()) {
        String error = "n is \"V\", expected a whole number from 0 to 78";
        String body = "{\"error\": \"" + escape(error).replace("V", value.getValue()) + "\"}";
        assertThat(server.invoke(EVENT.formatted(0, value.getKey())).text())
            .as(value.getKey())
            .isEqualTo(answer400(body));
      }
      log.append(function.log());
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void anNThatIsNoStringIsAnsweredWith400(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      for (String n : List.of("40", "true", "false", "{}", "[\"1\"]")) {
        assertThat(server.invoke("{\"queryStringParameters\": {\"n\": " + n + "}}").text())
            .isEqualTo(
                answer400(
                    "{\"error\": \"n is not a string, expected a whole number from 0 to 78\"}"));
      }
      log.append(function.log());
    }
  }

  private static Pattern answer200(Launcher launcher, long fibonacci, int n) {
    String runtime = launcher.name().startsWith(BARE) ? BARE : "java";
    String answer = ANSWER.formatted(200, escape(BODY.formatted(runtime, fibonacci, n)));
    return Pattern.compile(Pattern.quote(answer).replace("T", "\\E\\d+\\.\\d{6}\\Q"));
  }

  private static String answer400(String body) {
    return ANSWER.formatted(400, escape(body));
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
