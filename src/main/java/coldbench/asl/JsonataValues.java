package coldbench.asl;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON values as JSONata holds them, and back. There, Java's {@code null} is JSONata's undefined,
 * and JSON's null is a value of its own.
 */
final class JsonataValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** From here on a double has no fraction and a long has no room. */
  private static final double LONG_LIMIT = 0x1p63;

  /** A function, a regular expression or a number such as infinity, which JSON has no form for. */
  static final class UnsupportedTypeException extends Exception {
    UnsupportedTypeException() {
      super("not a JSON value", null, false, false);
    }
  }

  private JsonataValues() {}

  /** A copy: JSONata may change the lists that it is given. */
  static Object toJsonata(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties().forEach(field -> map.put(field.getKey(), toJsonata(field.getValue())));
        yield map;
      }
      case ARRAY -> {
        List<Object> list = new ArrayList<>(node.size());
        node.forEach(item -> list.add(toJsonata(item)));
        yield list;
      }
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> number(node);
      case NULL, MISSING -> Jsonata.NULL_VALUE;
      case BINARY, POJO -> throw new IllegalArgumentException("not JSON: " + node.getNodeType());
    };
  }

  private static Object number(JsonNode node) {
    return node.isIntegralNumber() ? node.numberValue() : Utils.convertNumber(node.doubleValue());
  }

  /**
   * The JSON value, whole numbers without a fraction; undefined members are left out, undefined
   * items are null.
   */
  static JsonNode toJson(Object value) throws UnsupportedTypeException {
    if (value == Jsonata.NULL_VALUE) {
      return JSON.nullNode();
    } else if (value instanceof String text) {
      return JSON.textNode(text);
    } else if (value instanceof Boolean flag) {
      return JSON.booleanNode(flag);
    } else if (value instanceof Number number) {
      return number(number);
    } else if (value instanceof Map<?, ?> map) {
      return object(map);
    } else if (value instanceof List<?> list) {
      return array(list);
    }
    throw new UnsupportedTypeException();
  }

  private static JsonNode object(Map<?, ?> map) throws UnsupportedTypeException {
    ObjectNode object = JSON.objectNode();
    for (Map.Entry<?, ? extends @Nullable Object> member : map.entrySet()) {
      Object value = member.getValue();
      if (value != null) {
        object.set(String.valueOf(member.getKey()), inside(value));
      }
    }
    return object;
  }

  private static JsonNode array(List<? extends @Nullable Object> list)
      throws UnsupportedTypeException {
    ArrayNode array = JSON.arrayNode(list.size());
    for (Object item : list) {
      array.add(item == null ? JSON.nullNode() : inside(item));
    }
    return array;
  }

  /** A number that JSON has no form for is a text there, as infinity was measured on AWS. */
  private static JsonNode inside(Object value) throws UnsupportedTypeException {
    return value instanceof Double number && !NumberFunctions.isFinite(number)
        ? JSON.textNode(number.toString())
        : toJson(value);
  }

  private static JsonNode number(Number number) throws UnsupportedTypeException {
    if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
      return JSON.numberNode(number.intValue());
    } else if (number instanceof Long) {
      return JSON.numberNode(number.longValue());
    } else if (number instanceof BigInteger whole) {
      return JSON.numberNode(whole);
    } else if (number instanceof BigDecimal decimal) {
      return JSON.numberNode(decimal);
    }
    double value = number.doubleValue();
    if (!Double.isFinite(value)) {
      throw new UnsupportedTypeException();
    }
    if (value == Math.rint(value) && Math.abs(value) < LONG_LIMIT) {
      long whole = (long) value;
      return whole == (int) whole ? JSON.numberNode((int) whole) : JSON.numberNode(whole);
    }
    return JSON.numberNode(value);
  }
}
