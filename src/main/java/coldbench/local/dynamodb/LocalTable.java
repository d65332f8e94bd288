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

  /** What CreateTable takes, which has the same words. */
  ObjectNode request() {
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("TableName", name);
    SHARED.forEach(field -> request.set(field, properties.path(field)));
    return request;
  }
}
