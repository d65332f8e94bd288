package coldbench.url;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.emulator.Functions;
import coldbench.emulator.LocalLambda;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** A local function URL over real sockets, in front of a real process that echoes its event. */
class FunctionUrlTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  @TempDir static Path folder;
  static LocalLambda lambda;
  static FunctionUrl open;
  static FunctionUrl guarded;
  static final Queue<String> faults = new ConcurrentLinkedQueue<>();
  final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeAll
  static void start() throws Exception {
    lambda = new LocalLambda(Functions.SETTINGS);
    lambda.createFunction(Functions.spec(Functions.obedient(folder)));
    open = FunctionUrl.open(lambda, "f", UrlAuth.NONE, 0, NOON, faults::add);
    guarded = FunctionUrl.open(lambda, "f", UrlAuth.AWS_IAM, 0, NOON, faults::add);
  }

  @AfterAll
  static void stop() {
    open.close();
    guarded.close();
    lambda.close();
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(open.uri().resolve(path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString(UTF_8));
  }

  private JsonNode event(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response = send(request);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  @Test
  void theEventHasThePayloadFormat2() throws Exception {
    JsonNode event =
        event(
            to("/my/p%20th?a=1&b=x%20y&a=2&c")
                .header("X-Mine", "v1")
                .header("X-Mine", "v2")
                .POST(BodyPublishers.noBody()));

    assertThat(event.get("version").asText()).isEqualTo("2.0");
    assertThat(event.get("routeKey").asText()).isEqualTo("$default");
    assertThat(event.get("rawPath").asText()).isEqualTo("/my/p%20th");
    assertThat(event.get("rawQueryString").asText()).isEqualTo("a=1&b=x%20y&a=2&c");
    assertThat(event.get("queryStringParameters").toString())
        .isEqualTo("{\"a\":\"1,2\",\"b\":\"x y\",\"c\":\"\"}");
    assertThat(event.at("/headers/x-mine").asText()).isEqualTo("v1,v2");
    assertThat(event.at("/headers").fieldNames())
        .toIterable()
        .as("the client's and those that Lambda adds, as a capture of a real URL has them")
        .containsExactlyInAnyOrder(
            "content-length",
            "host",
            "user-agent",
            "x-amzn-tls-cipher-suite",
            "x-amzn-tls-version",
            "x-amzn-trace-id",
            "x-forwarded-for",
            "x-forwarded-port",
            "x-forwarded-proto",
            "x-mine");
    assertThat(event.at("/headers/x-forwarded-for").asText()).isEqualTo("127.0.0.1");
    assertThat(event.at("/headers/x-forwarded-port").asInt()).isEqualTo(open.uri().getPort());
    assertThat(event.at("/headers/x-amzn-trace-id").asText())
        .matches("Root=1-69a42a40-[0-9a-f]{24}");
    assertThat(event.at("/requestContext/accountId").asText()).isEqualTo("anonymous");
    assertThat(event.at("/requestContext/http/method").asText()).isEqualTo("POST");
    assertThat(event.at("/requestContext/http/path").asText()).isEqualTo("/my/p th");
    assertThat(event.at("/requestContext/http/sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(event.at("/requestContext/time").asText()).isEqualTo("01/Mar/2026:12:00:00 +0000");
    assertThat(event.at("/requestContext/timeEpoch").asLong()).isEqualTo(NOON.millis());
    assertThat(event.get("isBase64Encoded").asBoolean()).isFalse();
    assertThat(event.has("body")).isFalse();
    assertThat(event.has("cookies")).isFalse();
  }

  @Test
  void withoutAQueryThereAreNoParameters() throws Exception {
    JsonNode event = event(to("/"));
    assertThat(event.get("rawQueryString").asText()).isEmpty();
    assertThat(event.has("queryStringParameters")).isFalse();
  }

  @Test
  void cookiesComeAsAListAndAsTheHeaderThatWasSent() throws Exception {
    JsonNode event = event(to("/").header("Cookie", "a=1; b=2").header("Cookie", "c=3;d=4 ;"));
    assertThat(event.get("cookies").toString()).isEqualTo("[\"a=1\",\"b=2\",\"c=3\",\"d=4\"]");
    assertThat(event.at("/headers/cookie").asText()).isEqualTo("a=1; b=2; c=3;d=4 ;");
  }

  @Test
  void textComesAsItIsAndEverythingElseInBase64() throws Exception {
    JsonNode text =
        event(
            to("/")
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString("{\"ä\":1}")));
    JsonNode binary =
        event(
            to("/")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(new byte[] {0, (byte) 255, 10})));

    assertThat(text.get("body").asText()).isEqualTo("{\"ä\":1}");
    assertThat(text.get("isBase64Encoded").asBoolean()).isFalse();
    assertThat(Base64.getDecoder().decode(binary.get("body").asText())).containsExactly(0, 255, 10);
    assertThat(binary.get("isBase64Encoded").asBoolean()).isTrue();
  }

  @Test
  void textThatIsNoneComesInBase64() throws Exception {
    byte[] latin1 = {'"', (byte) 0xe4, '"'};
    JsonNode event =
        event(
            to("/")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(latin1)));
    assertThat(event.get("isBase64Encoded").asBoolean()).isTrue();
    assertThat(Base64.getDecoder().decode(event.get("body").asText())).containsExactly(latin1);
  }

  /** The answer to bytes that no client's library would send, up to the end of the connection. */
  private static String raw(String request) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), open.uri().getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static JsonNode rawEvent(String target) throws Exception {
    String answer =
        raw("GET " + target + " HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 200");
    return JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          //double//slash ; //double//slash ; //double//slash ; ``
          /a%2Fb+c ; /a%2Fb+c ; /a/b+c ; ``
          /pa2%Fth/1 ; /pa2%Fth/1 ; /pa2%Fth/1 ; ``
          /a/../b/. ; /a/../b/. ; /a/../b/. ; ``
          /p|q?a=b|c ; /p|q ; /p|q ; a=b|c
          /?j={"a":1}&k=[<^>] ; / ; / ; j={"a":1}&k=[<^>]
          /λ?λ=ü ; /λ ; /λ ; λ=ü
          /? ; / ; / ; ``
          /?a=1?b=2 ; / ; / ; a=1?b=2
          http://elsewhere/x?y=z ; /x ; /x ; y=z
          http://elsewhere ; / ; / ; ``
          """)
  void pathAndQueryReachTheFunctionAsTheyWereSent(
      String target, String rawPath, String path, String query) throws Exception {
    JsonNode event = rawEvent(target);
    assertThat(event.get("rawPath").asText()).isEqualTo(rawPath);
    assertThat(event.at("/requestContext/http/path").asText()).isEqualTo(path);
    assertThat(event.get("rawQueryString").asText()).isEqualTo(query);
    assertThat(event.at("/requestContext/domainName").asText()).isEqualTo("localhost");
  }

  @Test
  void whatIsNoHttpIsRefusedAndNotHandedOn() throws Exception {
    assertThat(raw("GET /a b HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400");
    assertThat(raw("GET / HTTP/1.1\r\nno header\r\n\r\n")).startsWith("HTTP/1.1 400");
    assertThat(raw("GET / HTTP/1.1\r\nX-A : 1\r\n\r\n")).startsWith("HTTP/1.1 400");
    assertThat(raw("GET / HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400");
    assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")).startsWith("HTTP/1.1 400");
    String post = "POST / HTTP/1.1\r\nHost: a\r\n";
    assertThat(raw(post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"))
        .startsWith("HTTP/1.1 400");
    assertThat(raw(post + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
        .startsWith("HTTP/1.1 400");
    assertThat(raw("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).startsWith("HTTP/1.1 400");
    assertThat(raw("POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n"))
        .startsWith("HTTP/1.1 413");
    assertThat(raw("GET / HTTP/1.1\r\nX-A: " + "x".repeat(70_000))).startsWith("HTTP/1.1 431");
  }

  @Test
  void aConnectionLastsForSeveralRequestsAndUntilItIsToBeClosed() throws Exception {
    String one = "GET /1 HTTP/1.1\r\nHost: h\r\n\r\n";
    String last = "GET /2 HTTP/1.0\r\n\r\n";
    String answers = raw(one + last);
    assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(3);
    assertThat(answers).contains("connection: keep-alive", "connection: close", "/1", "/2");
  }

  /** A request that the function answers with {@code answer}. */
  private static HttpRequest.Builder wanting(String answer) {
    return to("/?answer=" + URLEncoder.encode(answer, UTF_8));
  }

  @Test
  void whateverAFunctionAnswersTheClientGetsOneResponse() throws Exception {
    for (String answer :
        List.of(
            "{\"statusCode\":200,\"headers\":{\"transfer-encoding\":\"chunked\"},\"body\":\"abc\"}",
            "{\"statusCode\":200,\"headers\":{\"Content-Length\":\"99\"},\"body\":\"abc\"}",
            "{\"statusCode\":200,\"headers\":{\"connection\":\"close\"},\"body\":\"abc\"}")) {
      HttpResponse<String> response = send(wanting(answer));
      assertThat(response.body()).as(answer).isEqualTo("abc");
      assertThat(response.headers().firstValue("content-length")).contains("3");
      assertThat(response.headers().map().keySet()).anyMatch(name -> name.contains("-remapped-"));
    }
    for (String answer :
        List.of(
            "{\"statusCode\":200,\"headers\":{\"x-nl\":\"a\\nb: c\"},\"body\":\"h\"}",
            "{\"statusCode\":100,\"body\":\"z\"}")) {
      faults.clear();
      assertThat(send(wanting(answer)).statusCode()).as(answer).isEqualTo(502);
      assertThat(faults).as("whoever serves it is told why").hasSize(1);
    }
    HttpResponse<String> moved =
        send(wanting("{\"statusCode\":302,\"headers\":{\"location\":\"/\"},\"body\":null}"));
    assertThat(moved.statusCode()).isEqualTo(302);
    assertThat(moved.body()).isEmpty();
    HttpResponse<String> none = send(wanting("{\"statusCode\":204,\"body\":\"ignored\"}"));
    assertThat(none.statusCode()).isEqualTo(204);
    assertThat(none.headers().firstValue("content-length")).isEmpty();
    assertThat(send(to("/")).statusCode()).as("the same connection").isEqualTo(200);
  }

  @Test
  void aBodyInBase64AndCookiesGoOutAsBytesAndHeaders() throws Exception {
    String answer =
        """
        {"statusCode": 201, "headers": {"Content-Type": "image/png"}, "isBase64Encoded": true,
         "body": "iVBORwD/", "cookies": ["a=1; Secure", "b=2"]}
        """;
    HttpResponse<byte[]> response =
        client.send(wanting(answer).build(), BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.body()).containsExactly(0x89, 'P', 'N', 'G', 0, 0xff);
    assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1; Secure", "b=2");
    assertThat(response.headers().allValues("content-type")).containsExactly("image/png");
  }

  @Test
  void everyMethodReachesTheFunctionAndHeadGetsTheLengthWithoutTheBody() throws Exception {
    for (String method : List.of("OPTIONS", "PUT", "PATCH", "DELETE")) {
      JsonNode event = event(to("/").method(method, BodyPublishers.noBody()));
      assertThat(event.at("/requestContext/http/method").asText()).isEqualTo(method);
    }
    HttpResponse<String> head =
        send(
            wanting("{\"statusCode\":200,\"body\":\"12345\"}")
                .method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("content-length")).contains("5");
    assertThat(head.body()).isEmpty();
  }

  @Test
  void aChunkedRequestIsOneBody() throws Exception {
    byte[] large = "é".repeat(1_000_000).getBytes(UTF_8);
    JsonNode event =
        event(
            to("/")
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));
    assertThat(event.at("/headers").has("transfer-encoding")).isFalse();
    assertThat(event.at("/headers/content-length").asInt()).isEqualTo(large.length);
    assertThat(event.get("body").asText().getBytes(UTF_8)).isEqualTo(large);
  }

  @Test
  void whatIsTooLargeForAnInvocationIsRefusedAndTheNextRequestAnswered() throws Exception {
    for (int bytes : List.of(5 * 1024 * 1024, 6 * 1024 * 1024 + 1, 20 * 1024 * 1024)) {
      HttpResponse<String> response = // In base64 5 MB are more than 6.
          send(to("/").POST(BodyPublishers.ofByteArray(new byte[bytes])));
      assertThat(response.statusCode()).as(bytes + " bytes").isEqualTo(413);
    }
    assertThat(send(to("/")).statusCode()).isEqualTo(200);
  }

  @Test
  void theAnswersRequestIdIsTheEvents() throws Exception {
    HttpResponse<String> response = send(to("/"));
    assertThat(response.headers().firstValue("x-amzn-RequestId"))
        .contains(JSON.readTree(response.body()).at("/requestContext/requestId").asText());
  }

  @Test
  void aRequestWithoutASignatureIsForbiddenWhereAwsIamIsAsked() throws Exception {
    HttpResponse<String> response = send(HttpRequest.newBuilder(guarded.uri()));
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body())
        .as("as it came from Lambda in April 2026, 144 bytes")
        .isEqualTo(
            "{\"Message\":\"Forbidden. For troubleshooting Function URL authorization issues, see:"
                + " https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html\"}")
        .hasSize(144);
    assertThat(response.headers().firstValue("x-amzn-ErrorType")).contains("AccessDeniedException");
    assertThat(response.headers().firstValue("x-amzn-RequestId")).isPresent();
  }

  @Test
  void aSignedRequestGetsThroughAndTheEventNamesItsKey() throws Exception {
    Signer signer =
        new Signer(() -> AwsCredentialsIdentity.create("AKIDEXAMPLE", "secret"), "eu-central-1");
    URI uri = guarded.uri().resolve("/?n=40");
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    signer
        .headers(uri)
        .forEach((name, values) -> values.forEach(value -> request.header(name, value)));

    JsonNode event = event(request);

    assertThat(event.at("/headers/authorization").asText())
        .matches(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\\d{8}/eu-central-1/lambda/aws4_request,"
                + " SignedHeaders=host;.*, Signature=[0-9a-f]{64}");
    assertThat(event.at("/requestContext/authorizer/iam/accessKey").asText())
        .isEqualTo("AKIDEXAMPLE");
    assertThat(event.at("/requestContext/accountId").asText()).isEqualTo("123456789012");
  }

  @Test
  void aLoadCountsItsRequestsAndKeepsTheFirstOnesApart() throws Exception {
    LoadResult result =
        new Load(open.uri(), OptionalInt.of(30), Duration.ofMinutes(1), 3, Optional.empty()).run();
    assertThat(result.latenciesMs().length + result.connectingMs().length).isEqualTo(30);
    assertThat(result.connectingMs().length).isBetween(1, 3);
    assertThat(Arrays.stream(result.latenciesMs())).allMatch(ms -> ms > 0);
    assertThat(result.failures()).isEmpty();
    assertThat(result.requestsPerSecond()).isPositive();
  }

  @Test
  void aLoadNamesWhatFailsAndGoesOn() throws Exception {
    LoadResult forbidden =
        new Load(guarded.uri(), OptionalInt.of(4), Duration.ofMinutes(1), 2, Optional.empty())
            .run();
    LoadResult nobody =
        new Load(
                URI.create("http://127.0.0.1:1/"),
                OptionalInt.of(2),
                Duration.ofMinutes(1),
                1,
                Optional.empty())
            .run();
    assertThat(forbidden.failures()).containsOnly(Map.entry("HTTP status 403", 4));
    assertThat(forbidden.latenciesMs()).isEmpty();
    assertThat(nobody.failures().values()).containsExactly(2);
  }

  @Test
  void aLoadEndsWithItsTime() throws Exception {
    LoadResult result =
        new Load(open.uri(), OptionalInt.empty(), Duration.ofMillis(300), 1, Optional.empty())
            .run();
    assertThat(result.connectingMs()).hasSize(1);
  }
}
