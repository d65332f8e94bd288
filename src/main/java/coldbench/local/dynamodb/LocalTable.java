package coldbench.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A table of a template.
 *
 * @param properties of the resource, nothing left to resolve in them
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html">
 *     AWS::DynamoDB::Table</a>
 */
public record LocalTable(String name, JsonNode properties) {
  private static final List<String> SHARED =
      List.of("AttributeDefinitions", "BillingMode", "KeySchema");

  /** One whose key is a text, as an entry asks for it. */
  public static LocalTable keyedBy(String name, String partitionKey) {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    properties
        .putArray("AttributeDefinitions")
        .addObject()
        .put("AttributeName", partitionKey)
        .put("AttributeType", "S");
    properties
        .putArray("KeySchema")
        .addObject()
        .put("AttributeName", partitionKey)
        .put("KeyType", "HASH");
    return new LocalTable(name, properties.put("BillingMode", "PAY_PER_REQUEST"));
  }

  /** What CreateTable takes, which has the same words. */
  ObjectNode request() {
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("TableName", name);
    SHARED.forEach(field -> request.set(field, properties.path(field)));
    return request;
  }
}
