package table;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Puts an order into a table and answers with what the table then has. */
public final class TableFunction {
  private static final String TABLE = System.getenv("TABLE_NAME");

  /**
   * As AWS advises for functions: region, credentials and client of HTTP are not looked for.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/lambda-optimize-starttime.html">
   *     Reduce SDK startup time for AWS Lambda</a>
   */
  private static final DynamoDbClient CLIENT =
      DynamoDbClient.builder()
          .region(Region.of(System.getenv(SdkSystemSetting.AWS_REGION.environmentVariable())))
          .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .build();

  static {
    if (System.getenv("CONNECT").equals("init")) {
      find("none");
    }
  }


  public Map<String, Object> handle(Map<String, Object> event, Context context) {
    String id = context.getAwsRequestId();
    CLIENT.putItem(
        put ->
            put.tableName(TABLE)
                .item(
                    Map.of(
                        "id", AttributeValue.fromS(id),
                        "customer", AttributeValue.fromS((String) event.get("customer")),
                        "total", AttributeValue.fromN(event.get("total").toString()))));
    return find(id).orElseThrow();
  }

  private static Optional<Map<String, Object>> find(String id) {
    Map<String, AttributeValue> item =
        CLIENT
            .getItem(
                get ->
                    get.tableName(TABLE)
                        .key(Map.of("id", AttributeValue.fromS(id)))
                        .consistentRead(true))
            .item();
    return item.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Map.of(
                "customer", item.get("customer").s(), "total", Long.valueOf(item.get("total").n())));
  }
}
