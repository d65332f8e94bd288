package coldbench.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coldbench.testing.Launcher;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** DynamoDB itself, as AWS has it for tests, behind TLS. */
@Tag("long")
class DynamoDbIT {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static Process dynamo;
  private static int port;

  static Stream<Launcher> launchers() {
    return Calls.launchers();
  }

  @BeforeAll
  static void startDynamo() throws Exception {
    String classPath = System.getProperty("java.class.path");
    assumeTrue(classPath.contains("DynamoDBLocal"), "DynamoDBLocal comes with -Plong");
    assumeTrue(System.getProperty("os.arch").equals("amd64"), "its SQLite is for x86_64");
    Path library;
    try (Stream<Path> files =
        Files.walk(Path.of(System.getProperty("maven.repository"), "com/almworks"))) {
      library =
          files
              .filter(file -> file.toString().endsWith("amd64-1.0.392.so"))
              .findFirst()
              .orElseThrow();
    }
    Path folder = Files.createTempDirectory("dynamo");
    Files.copy(library, folder.resolve("libsqlite4java-linux-amd64.so"));
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    dynamo =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsqlite4java.library.path=" + folder,
                "-cp",
                classPath,
                "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
                "-inMemory",
                "-disableTelemetry",
                "-port",
                Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    for (int i = 0; i < 600; i++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        assertThat(dynamo.isAlive()).as(Files.readString(folder.resolve("log"))).isTrue();
        Thread.sleep(100);
      }
    }
    throw new IOException("DynamoDB does not listen: " + Files.readString(folder.resolve("log")));
  }

  @AfterAll
  static void stopDynamo() {
    if (dynamo != null) {
      dynamo.destroyForcibly().onExit().join();
    }
  }

  /** Hands a request on, its signature included. */
  private static void forward(TlsServer.Request request, TlsServer.Exchange to) throws Exception {
    HttpRequest.Builder on =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(request.body()));
    for (String field : List.of("Authorization", "x-amz-date", "x-amz-target", "content-type")) {
      String text = request.head().replaceAll("(?s).*\r\n" + field + ": ([^\r]*)\r\n.*", "$1");
      on.header(field, text);
    }
    HttpResponse<InputStream> answer =
        HTTP.send(on.build(), HttpResponse.BodyHandlers.ofInputStream());
    byte[] body = answer.body().readAllBytes();
    String id = answer.headers().firstValue("x-amzn-requestid").orElse("");
    to.send(
        "HTTP/1.1 "
            + answer.statusCode()
            + " X\r\nx-amzn-RequestId: "
            + id
            + "\r\nContent-Length: "
            + body.length
            + "\r\n\r\n");
    to.send(body);
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void anItemIsPutReadBackAndGone(Launcher launcher) throws Exception {
    Authority root = Authority.root("P-256");
    Path roots = Files.writeString(Files.createTempFile("roots", ".pem"), root.pem());
    try (TlsServer server = new TlsServer(root.server(), DynamoDbIT::forward)) {
      Map<String, String> environment = new HashMap<>();
      environment.put("AWS_REGION", "eu-central-1");
      environment.put("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
      environment.put("AWS_SECRET_ACCESS_KEY", "secret");
      environment.put("AWS_ENDPOINT_URL_DYNAMODB", "https://localhost:" + server.port());
      environment.put("AWS_CA_BUNDLE", roots.toString());
      String table = "\"TableName\": \"t-" + launcher.name().replace(' ', '-') + "\"";
      String key = "{\"id\": {\"S\": \"\u00e9\"}}";
      try (Calls calls = Calls.start(launcher, environment)) {
        assertThat(call(calls, "GetItem", "{" + table + ", \"Key\": " + key + "}"))
            .contains("\"code\": \"ResourceNotFoundException\", \"status\": 400")
            .containsPattern("\"requestId\": \"[0-9a-f-]{36}\"");
        assertThat(
                call(
                    calls,
                    "CreateTable",
                    "{"
                        + table
                        + ", \"BillingMode\": \"PAY_PER_REQUEST\", \"KeySchema\":"
                        + " [{\"AttributeName\": \"id\", \"KeyType\": \"HASH\"}],"
                        + " \"AttributeDefinitions\": [{\"AttributeName\": \"id\","
                        + " \"AttributeType\": \"S\"}]}"))
            .contains("\"TableStatus\":\"ACTIVE\"");
        String item = "{\"id\": {\"S\": \"\u00e9\"}, \"n\": {\"N\": \"1\"}}";
        String put = "{" + table + ", \"Item\": " + item + "}";
        assertThat(call(calls, "PutItem", put)).isEqualTo("{}");
        assertThat(
                call(
                    calls,
                    "GetItem",
                    "{" + table + ", \"ConsistentRead\": true, \"Key\": " + key + "}"))
            .contains("\"n\":{\"N\":\"1\"}");
        String condition = ", \"ConditionExpression\": \"attribute_not_exists(id)\"}";
        assertThat(call(calls, "PutItem", "{" + table + ", \"Item\": " + item + condition))
            .contains("\"code\": \"ConditionalCheckFailedException\"");
        assertThat(call(calls, "DeleteItem", "{" + table + ", \"Key\": " + key + "}"))
            .isEqualTo("{}");
        assertThat(call(calls, "Scan", "{" + table + "}")).contains("\"Count\":0");
        assertThat(server.connections()).isEqualTo(1);
      }
    }
  }

  private static String call(Calls calls, String operation, String json) throws IOException {
    return calls.call(
        Map.of("do", "json", "service", "dynamodb", "operation", operation, "json", json));
  }
}
