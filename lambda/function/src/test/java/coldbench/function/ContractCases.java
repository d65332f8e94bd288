package coldbench.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.runtime.JsonReader;
import coldbench.testing.FunctionProcess;
import coldbench.testing.Launcher;
import coldbench.testing.Request;
import coldbench.testing.RuntimeApiServer;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of README.md, for whatever claims to answer by it. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ContractCases {
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

  /** A function that was started; gives the answer to an event. */
  interface Called {
    String answer(String event) throws Exception;
  }

  /** What is done with a function while it runs. */
  interface Calls {
    void of(Called function) throws Exception;
  }

  abstract Stream<Launcher> launchers();

  /** Those that take any JSON for an event, not the requests of function URLs alone. */
  Stream<Launcher> thatTakeAnyEvent() {
    return launchers();
  }

  /** Those whose strings can have a surrogate without its partner. */
  Stream<Launcher> thatKeepSurrogates() {
    return launchers();
  }

  /** What the answer has as {@code runtime}. */
  abstract String runtime(Launcher launcher);

  /** Variables that it needs beside the Runtime API's address. */
  Map<String, String> environment() {
    return Map.of();
  }

  /** An answer as README.md writes it. */
  String asWritten(String answer) {
    return answer;
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void everyAllowedNHasItsFibonacciNumber(Launcher launcher) throws Exception {
    started(
        launcher,
        function -> {
          long a = 0;
          long b = 1;
          for (int n = 0; n <= 78; n++) {
            assertThat(function.answer(request(Integer.toString(n))))
                .matches(answer200(launcher, a, n));
            long next = a + b;
            a = b;
            b = next;
          }
        });
  }

  @ParameterizedTest
  @MethodSource("thatTakeAnyEvent")
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
    started(
        launcher,
        function -> {
          for (String event : events) {
            assertThat(function.answer(event))
                .as(event)
                .matches(answer200(launcher, 102334155, 40));
          }
        });
  }

  @ParameterizedTest
  @MethodSource("thatTakeAnyEvent")
  void ofANameThatOccursTwiceTheLastOneCounts(Launcher launcher) throws Exception {
    started(
        launcher,
        function ->
            assertThat(
                    function.answer(
                        "{\"queryStringParameters\": {\"n\": \"79\", \"\\u006e\": \"7\"}}"))
                .matches(answer200(launcher, 13, 7)));
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void leadingZerosAreAllowed(Launcher launcher) throws Exception {
    started(
        launcher,
        function -> {
          assertThat(function.answer(request("007"))).matches(answer200(launcher, 13, 7));
          assertThat(function.answer(request("0000000078")))
              .matches(answer200(launcher, 8944394323791464L, 78));
        });
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void aBadNIsAnsweredWith400ThatNamesTheValueAndTheRange(Launcher launcher) throws Exception {
    areRefused(
        launcher,
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
            Map.entry("<a&b>\\u2028\u2029\\\\u2028", "<a&b>\u2028\u2029\\\\u2028"),
            Map.entry("\\u0000\\b\\t\\n\\f\\r\\u001F\u007f", "\\u0000\\b\\t\\n\\f\\r\\u001f\u007f"),
            Map.entry("\\\"\\\\\\/", "\\\"\\\\/"),
            Map.entry("\\ud800\\uDC00", "\ud800\udc00")));
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("thatKeepSurrogates")
  void aSurrogateWithoutItsPartnerStaysEscaped(Launcher launcher) throws Exception {
    areRefused(
        launcher,
        Map.of("\\uDC00\\ud800x", "\\udc00\\ud800x", "\\uD800\\n\\udfff", "\\ud800\\n\\udfff"));
  }

  @ParameterizedTest
  @MethodSource("thatTakeAnyEvent")
  void anNThatIsNoStringIsAnsweredWith400(Launcher launcher) throws Exception {
    started(
        launcher,
        function -> {
          for (String n : List.of("40", "true", "false", "{}", "[\"1\"]")) {
            assertThat(function.answer("{\"queryStringParameters\": {\"n\": " + n + "}}"))
                .isEqualTo(
                    answer400(
                        "{\"error\": \"n is not a string, expected a whole number from 0 to 78\"}"));
          }
        });
  }

  /** Of each value what the event's JSON has and what the answer's JSON has to have. */
  private void areRefused(Launcher launcher, Map<String, String> values) throws Exception {
    started(
        launcher,
        function -> {
          for (Map.Entry<String, String> value : values.entrySet()) {
            String error = "n is \"V\", expected a whole number from 0 to 78";
            String body = "{\"error\": \"" + escape(error).replace("V", value.getValue()) + "\"}";
            assertThat(function.answer(request(value.getKey())))
                .as(value.getKey())
                .isEqualTo(answer400(body));
          }
        });
  }

  /** While it runs; nothing may be logged. */
  final void started(Launcher launcher, Calls calls) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server, environment())) {
      calls.of(
          event -> {
            Request answer = server.invoke(event);
            assertThat(answer.path()).endsWith("/response");
            return asWritten(answer.text());
          });
      assertThat(function.log()).isEmpty();
    }
  }

  /** With n as it stands in a string of JSON; in the address it is encoded. */
  private static String request(String n) {
    String decoded = new JsonReader(("\"" + n + "\"").getBytes(UTF_8)).string();
    return EVENT.formatted(URLEncoder.encode(decoded, UTF_8), n);
  }

  final Pattern answer200(Launcher launcher, long fibonacci, int n) {
    String answer = written(200, BODY.formatted(runtime(launcher), fibonacci, n));
    return Pattern.compile(Pattern.quote(answer).replace("T", "\\E\\d+\\.\\d{6}\\Q"));
  }

  private static String answer400(String body) {
    return written(400, body);
  }

  /** An answer with this body. */
  static String written(int status, String body) {
    return ANSWER.formatted(status, escape(body));
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
