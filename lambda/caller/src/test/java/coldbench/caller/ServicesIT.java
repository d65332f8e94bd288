package coldbench.caller;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.testing.Launcher;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes to AWS's services, what is made of their answers, and when it is tried again. */
class ServicesIT extends TrustedServerCase {
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final String TOKEN = "FQoDYXdzEXAMPLEtoken";
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static Calls start(Launcher launcher, TlsServer server) throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("AWS_REGION", "eu-central-1");
    environment.put("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
    environment.put("AWS_SECRET_ACCESS_KEY", SECRET);
    environment.put("AWS_SESSION_TOKEN", TOKEN);
    environment.put("AWS_ENDPOINT_URL", "https://localhost:" + server.port());
    java.nio.file.Path roots = java.nio.file.Files.createTempFile("roots", ".pem");
    roots.toFile().deleteOnExit();
    java.nio.file.Files.writeString(roots, root.pem());
    environment.put("AWS_CA_BUNDLE", roots.toString());
    return Calls.start(launcher, environment);
  }

  private static Map<String, String> json(String service, String operation, String json) {
    return Map.of("do", "json", "service", service, "operation", operation, "json", json);
  }

  private static String answer(String head, String body) {
    return "HTTP/1.1 " + head + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void anOperationGoesOutSignedAndItsJsonComesBack(Launcher launcher) throws Exception {
    List<TlsServer.Request> requests = new CopyOnWriteArrayList<>();
    try (TlsServer server =
            new TlsServer(
                identity,
                (request, to) -> {
                  requests.add(request);
                  to.send(answer("200 OK", "{\"Item\": {}}"));
                });
        Calls calls = start(launcher, server)) {
      assertThat(calls.call(json("dynamodb", "GetItem", "{\"TableName\": \"t\"}")))
          .isEqualTo("{\"Item\": {}}");
      assertThat(calls.call(json("kms", "Decrypt", "{}"))).isEqualTo("{\"Item\": {}}");
      assertThat(server.connections()).as("all services on one host share it").isEqualTo(1);
      TlsServer.Request first = requests.get(0);
      assertThat(first.line()).isEqualTo("POST / HTTP/1.1");
      assertThat(new String(first.body(), UTF_8)).isEqualTo("{\"TableName\": \"t\"}");
      assertThat(first.head())
          .contains("\r\nx-amz-target: DynamoDB_20120810.GetItem\r\n")
          .contains("\r\ncontent-type: application/x-amz-json-1.0\r\n")
          .contains("\r\nx-amz-security-token: " + TOKEN + "\r\n")
          .containsPattern(
              "\r\nAuthorization: AWS4-HMAC-SHA256"
                  + " Credential=AKIDEXAMPLE/\\d{8}/eu-central-1/dynamodb/aws4_request,"
                  + " SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-amz-target,"
                  + " Signature=[0-9a-f]{64}\r\n");
      assertThat(requests.get(1).head())
          .contains("\r\nx-amz-target: TrentService.Decrypt\r\n")
          .contains("\r\ncontent-type: application/x-amz-json-1.1\r\n");
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void whatAServiceRefusesIsAnErrorWithItsCodeAndRequestId(Launcher launcher) throws Exception {
    String id = "x-amzn-RequestId: 8476a536-e9f4";
    String json = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException\",";
    List<String> answers =
        new ArrayList<>(
            List.of(
                answer("400 Bad\r\n" + id, json + "\"message\":\"no table\\n\\u0007b\"}"),
                answer("400 Bad\r\nx-amzn-ErrorType: Odd:http://x\r\n" + id, "{\"Message\":\"m\"}"),
                answer("400 Bad\r\n" + id, json + "\"Message\":\"" + TOKEN + " " + SECRET + "\"}"),
                answer("403 No\r\nx-amz-request-id: 7", "<Error><Code>AccessDenied</Code></Error>"),
                answer("400 Bad", "<html>"),
                answer("404 Not", "{\"__type\": 1"),
                answer("418 Teapot", "")));
    List<String> expected =
        List.of(
            "\"code\": \"ResourceNotFoundException\", \"status\": 400, \"requestId\":"
                + " \"8476a536-e9f4\", \"message\": \"coldbench.aws.AwsException: dynamodb X:"
                + " ResourceNotFoundException: no table  b (status 400, request id 8476a536-e9f4)\"",
            "\"code\": \"Odd\"",
            "ResourceNotFoundException: *** *** (status",
            "\"code\": \"AccessDenied\", \"status\": 403, \"requestId\": \"7\"",
            "\"code\": \"Unknown\", \"status\": 400, \"requestId\": \"none\"",
            "the answer is neither JSON nor XML (status 404",
            "\"code\": \"Unknown\", \"status\": 418");
    try (TlsServer server = new TlsServer(identity, (request, to) -> to.send(answers.remove(0)));
        Calls calls = start(launcher, server)) {
      for (String part : expected) {
        assertThat(calls.call(json("dynamodb", "X", "{}"))).contains(part);
      }
      assertThat(calls.process().log()).doesNotContain(SECRET, TOKEN);
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void whatMayPassIsTriedThreeTimes(Launcher launcher) throws Exception {
    List<String> answers = new CopyOnWriteArrayList<>();
    String throttled =
        answer("400 Bad", "{\"__type\":\"x#ProvisionedThroughputExceededException\"}");
    try (TlsServer server =
            new TlsServer(
                identity,
                (request, to) -> {
                  String next = answers.remove(0);
                  if (next.equals("cut")) {
                    to.cut();
                  } else {
                    to.send(next);
                  }
                });
        Calls calls = start(launcher, server)) {
      answers.addAll(List.of(throttled, answer("503 Busy", ""), answer("200 OK", "{\"a\":1}")));
      assertThat(calls.call(json("dynamodb", "X", "{}"))).isEqualTo("{\"a\":1}");
      answers.addAll(List.of(throttled, throttled, throttled));
      assertThat(calls.call(json("dynamodb", "X", "{}")))
          .contains("ProvisionedThroughputExceededException");
      assertThat(answers).isEmpty();
      answers.addAll(List.of("cut", "cut", answer("200 OK", "{\"b\":1}")));
      assertThat(calls.call(json("dynamodb", "X", "{}"))).isEqualTo("{\"b\":1}");
      answers.addAll(List.of(answer("400 Bad", "{\"__type\":\"ValidationException\"}"), "never"));
      assertThat(calls.call(json("dynamodb", "X", "{}"))).contains("ValidationException");
      assertThat(answers).containsExactly("never");
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void aClockThatIsWrongIsMendedOnce(Launcher launcher) throws Exception {
    Instant theirs = Instant.now().plusSeconds(3600);
    List<String> dates = new CopyOnWriteArrayList<>();
    try (TlsServer server =
            new TlsServer(
                identity,
                (request, to) -> {
                  String date = request.head().replaceAll("(?s).*x-amz-date: (\\w+).*", "$1");
                  dates.add(date);
                  String hour =
                      DateTimeFormatter.ofPattern("yyyyMMdd'T'HH")
                          .withZone(ZoneOffset.UTC)
                          .format(theirs);
                  boolean late = !date.startsWith(hour) || request.line().contains("never");
                  String body = "{\"__type\":\"x#InvalidSignatureException\"}";
                  to.send(
                      late
                          ? answer("403 No\r\nDate: " + HTTP_DATE.format(theirs), body)
                          : answer("200 OK", "{\"ok\":1}"));
                });
        Calls calls = start(launcher, server)) {
      assertThat(calls.call(json("dynamodb", "X", "{}"))).isEqualTo("{\"ok\":1}");
      assertThat(dates).hasSize(2);
      assertThat(calls.call(json("dynamodb", "X", "{}"))).isEqualTo("{\"ok\":1}");
      assertThat(dates).as("it stays mended").hasSize(3);
    }
    try (TlsServer server =
            new TlsServer(
                identity,
                (request, to) ->
                    to.send(
                        answer(
                            "403 No\r\nDate: " + HTTP_DATE.format(Instant.now()),
                            "{\"__type\":\"x#InvalidSignatureException\"}")));
        Calls calls = start(launcher, server)) {
      assertThat(calls.call(json("dynamodb", "X", "{}"))).contains("InvalidSignatureException");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  private static Map<String, String> s3(String operation, String key) {
    return Map.of(
        "do", "s3", "bucket", "a.bucket", "operation", operation, "key", key, "body", "0123456789");
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void objectsArePutReadListedAndDeleted(Launcher launcher) throws Exception {
    Map<String, byte[]> bucket = new ConcurrentSkipListMap<>();
    try (TlsServer server =
            new TlsServer(identity, (request, to) -> to.send(bucket(bucket, request)));
        Calls calls = start(launcher, server)) {
      for (String key : List.of("a/b c+\u00e9&<", "a/2", "a/3", "z")) {
        assertThat(calls.call(s3("put", key))).isEqualTo("\"\\\"etag\\\"\"");
        assertThat(calls.call(s3("get", key))).isEqualTo("\"0123456789\"");
      }
      assertThat(calls.call(s3("range", "z"))).isEqualTo("\"234\"");
      assertThat(calls.call(s3("list", "a/")))
          .isEqualTo("[\"a/2 10 e\", \"a/3 10 e\", \"a/b c+\u00e9&< 10 e\"]");
      assertThat(calls.call(s3("delete", "z"))).isEqualTo("\"deleted\"");
      assertThat(calls.call(s3("get", "z")))
          .contains("coldbench.aws.AwsException")
          .contains("s3 GetObject: NoSuchKey: not there (status 404, request id 42)");
      assertThat(calls.call(Map.of("do", "s3", "bucket", "B/../c", "operation", "get", "key", "k")))
          .contains("the bucket is \\\"B/../c\\\"");
    }
  }

  /** As much of S3 as these requests need; two keys a page. */
  private static String bucket(Map<String, byte[]> objects, TlsServer.Request request) {
    String line = request.line();
    String method = line.substring(0, line.indexOf(' '));
    String target = line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
    if (!request.head().contains("\r\nx-amz-content-sha256: ")
        || !target.startsWith("/a.bucket/")) {
      return answer("400 Bad", "");
    }
    if (target.contains("?")) {
      return list(objects, target);
    }
    String key = java.net.URLDecoder.decode(target.substring(10).replace("+", "%2B"), UTF_8);
    byte[] known = objects.get(key);
    return switch (method) {
      case "PUT" -> {
        objects.put(key, request.body());
        yield answer("200 OK\r\nETag: \"etag\"", "");
      }
      case "DELETE" -> {
        objects.remove(key);
        yield "HTTP/1.1 204 No Content\r\n\r\n";
      }
      default -> known == null ? noSuchKey() : object(request, new String(known, UTF_8));
    };
  }

  private static String noSuchKey() {
    String error = "<Code>NoSuchKey</Code><Message>not there</Message><RequestId>42</RequestId>";
    return answer("404 Not Found", "<?xml version=\"1.0\"?>\n<Error>" + error + "</Error>");
  }

  private static String object(TlsServer.Request request, String text) {
    return request.head().contains("\r\nrange: bytes=2-4\r\n")
        ? answer("206 Partial Content", text.substring(2, 5))
        : answer("200 OK", text);
  }

  private static String list(Map<String, byte[]> objects, String target) {
    Map<String, byte[]> left = new TreeMap<>(objects);
    left.keySet().removeIf(key -> !key.startsWith("a/"));
    if (target.contains("continuation-token=a%2F3%3D&")) {
      left.keySet().removeIf(key -> key.compareTo("a/3") <= 0);
    }
    StringBuilder xml = new StringBuilder("<ListBucketResult>");
    int count = 0;
    for (Map.Entry<String, byte[]> object : left.entrySet()) {
      if (count++ == 2) {
        xml.append("<NextContinuationToken>a/3=</NextContinuationToken>");
        break;
      }
      xml.append("<Contents><Key>");
      xml.append(java.net.URLEncoder.encode(object.getKey(), UTF_8).replace("%2F", "/"));
      xml.append("</Key><Size>").append(object.getValue().length);
      xml.append("</Size><ETag>e</ETag></Contents>");
    }
    return answer("200 OK", xml + "</ListBucketResult>");
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void anotherFunctionIsInvoked(Launcher launcher) throws Exception {
    List<String> lines = new CopyOnWriteArrayList<>();
    try (TlsServer server =
            new TlsServer(
                identity,
                (request, to) -> {
                  lines.add(request.line());
                  boolean fails = new String(request.body(), UTF_8).contains("fail");
                  to.send(
                      answer(
                          "200 OK" + (fails ? "\r\nX-Amz-Function-Error: Unhandled" : ""),
                          fails ? "{\"errorMessage\":1}" : "[1]"));
                });
        Calls calls = start(launcher, server)) {
      String arn = "arn:aws:lambda:eu-central-1:123456789012:function:f:live";
      assertThat(calls.call(Map.of("do", "invoke", "function", arn, "json", "{}")))
          .isEqualTo("\"[1] fine\"");
      assertThat(calls.call(Map.of("do", "invoke", "function", "f", "json", "{\"fail\":1}")))
          .isEqualTo("\"{\\\"errorMessage\\\":1} Unhandled\"");
      assertThat(lines.get(0))
          .startsWith("POST /2015-03-31/functions/arn%3Aaws%3Alambda%3Aeu-central-1%3A1234");
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void whatIsMissingInTheEnvironmentFailsInitByName(Launcher launcher) throws Exception {
    try (Calls calls = Calls.start(launcher, Map.of("AWS_REGION", "eu-central-1"))) {
      assertThat(calls.api().receive().text()).contains("AWS_ACCESS_KEY_ID is not set");
      calls.api().accept();
    }
    try (Calls calls = Calls.start(launcher, Map.of("AWS_REGION", "evil.test/"))) {
      assertThat(calls.api().receive().text()).contains("AWS_REGION is \\\"evil.test/\\\"");
      calls.api().accept();
    }
  }
}
