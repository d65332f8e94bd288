package coldbench.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * An answer of the AWS SDK as Step Functions' SDK integrations give it: every member by its name in
 * Pascal case, what is absent left out.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html">
 *     AWS SDK service integrations</a>
 */
final class SdkJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SdkJson() {}

  static ObjectNode of(SdkPojo answer) {
    ObjectNode json = JSON.objectNode();
    for (SdkField<?> field : answer.sdkFields()) {
      Object value = field.getValueOrDefault(answer);
      if (value != null
          && !(value instanceof SdkAutoConstructList)
          && !(value instanceof SdkAutoConstructMap)) {
        String name = field.memberName();
        json.set(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), value(value));
      }
    }
    return json;
  }

  private static JsonNode value(Object value) {
    if (value instanceof SdkPojo pojo) {
      return of(pojo);
    }
    if (value instanceof List<?> list) {
      ArrayNode array = JSON.arrayNode();
      list.forEach(each -> array.add(value(each)));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = JSON.objectNode();
      map.forEach((key, each) -> object.set(key.toString(), value(each)));
      return object;
    }
    if (value instanceof Number number) {
      return JSON.numberNode(number.longValue());
    }
    return value instanceof Boolean flag ? JSON.booleanNode(flag) : JSON.textNode(value.toString());
  }
}
