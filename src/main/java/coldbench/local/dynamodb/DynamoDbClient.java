package coldbench.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * Calls operations of DynamoDB local, which does not look at signatures.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html">
 *     DynamoDB low-level API</a>
 */
final class DynamoDbClient {
  static final String ACCESS_KEY = "local";

  private static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential="
          + ACCESS_KEY
          + "/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0";
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** From about here on its calls take the same time. */
  private static final int WARM_UP_CONNECTIONS = 150;

  private final SSLContext tls;
  private final URI address;

  DynamoDbClient(SSLContext tls, int port) {
    this.tls = tls;
    this.address = URI.create("https://localhost:" + port + "/");
  }

  void create(LocalTable table) throws IOException, InterruptedException {
    call(connection(), "CreateTable", table.request());
  }

  /** As cold functions do: a connection of its own, an item put and read back. */
  void warmUp(LocalTable table) throws IOException, InterruptedException {
    String attribute = table.properties().path("KeySchema").path(0).path("AttributeName").asText();
    for (int i = 0; i < WARM_UP_CONNECTIONS; i++) {
      HttpClient connection = connection();
      ObjectNode key = JsonNodeFactory.instance.objectNode();
      key.putObject(attribute).put("S", "warm-up");
      call(connection, "PutItem", request(table).set("Item", key));
      ObjectNode get = request(table).put("ConsistentRead", true);
      call(connection, "GetItem", get.set("Key", key));
    }
  }

  private static ObjectNode request(LocalTable table) {
    return JsonNodeFactory.instance.objectNode().put("TableName", table.name());
  }

  private HttpClient connection() {
    return HttpClient.newBuilder().sslContext(tls).version(HttpClient.Version.HTTP_1_1).build();
  }

  private void call(HttpClient connection, String operation, JsonNode request)
      throws IOException, InterruptedException {
    HttpRequest sent =
        HttpRequest.newBuilder(address)
            .timeout(LIMIT)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", "DynamoDB_20120810." + operation)
            .header("Authorization", AUTHORIZATION)
            .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
            .build();
    HttpResponse<String> answer = connection.send(sent, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(
          "%s's %s answers %d: %s"
              .formatted(DynamoDb.DESCRIPTION, operation, answer.statusCode(), answer.body()));
    }
  }
}
