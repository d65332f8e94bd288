package coldbench.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves intrinsic functions: {@code Ref}, {@code Fn::GetAtt}, {@code Fn::Join}, {@code Fn::Sub},
 * {@code Fn::Select} and {@code Fn::Split}. Any other is refused by name, never passed through.
 *
 * <p>Source: {@code
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html}
 */
public final class Intrinsics {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");

  private final Template template;
  private final Map<String, String> pseudoParameters;
  private final Attributes attributes;

  /**
   * For the intrinsic functions of one template.
   *
   * @param pseudoParameters such as {@code AWS::Region}, with their values
   */
  public Intrinsics(
      Template template, Map<String, String> pseudoParameters, Attributes attributes) {
    this.template = template;
    this.pseudoParameters = Map.copyOf(pseudoParameters);
    this.attributes = attributes;
  }

  /** The same value with every intrinsic function in it replaced by its result. */
  public JsonNode resolve(JsonNode value) {
    if (value.isArray()) {
      ArrayNode resolved = JsonNodeFactory.instance.arrayNode();
      value.forEach(item -> resolved.add(resolve(item)));
      return resolved;
    }
    if (!value.isObject()) {
      return value;
    }
    if (value.size() == 1) {
      Map.Entry<String, JsonNode> only = value.properties().iterator().next();
      if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
        return call(only.getKey(), only.getValue());
      }
    }
    ObjectNode resolved = JsonNodeFactory.instance.objectNode();
    value.properties().forEach(e -> resolved.set(e.getKey(), resolve(e.getValue())));
    return resolved;
  }

  /** The resolved value as a string. */
  public String text(JsonNode value) {
    return resolve(value).asText();
  }

  private JsonNode call(String function, JsonNode argument) {
    return switch (function) {
      case "Ref" -> TextNode.valueOf(reference(argument.asText()));
      case "Fn::GetAtt" -> TextNode.valueOf(attribute(argument));
      case "Fn::Join" -> TextNode.valueOf(join(argument));
      case "Fn::Sub" -> TextNode.valueOf(substitute(argument));
      case "Fn::Select" -> resolve(argument.get(1)).path(resolve(argument.get(0)).asInt());
      case "Fn::Split" -> split(argument);
      default ->
          throw new TemplateException(
              "the intrinsic function "
                  + function
                  + " is not supported, expected Ref, Fn::GetAtt, Fn::Join, Fn::Sub, Fn::Select or Fn::Split");
    };
  }

  private String reference(String name) {
    String pseudo = pseudoParameters.get(name);
    if (pseudo != null) {
      return pseudo;
    }
    if (!template.hasResource(name)) {
      return template
          .parameterDefault(name)
          .orElseThrow(
              () -> new TemplateException("Ref to " + name + ", which is not in the template"));
    }
    return attribute(name, Attributes.REF);
  }

  private String attribute(JsonNode argument) {
    if (argument.isArray()) {
      return attribute(argument.get(0).asText(), text(argument.get(1)));
    }
    String[] parts = argument.asText().split("\\.", 2);
    return attribute(parts[0], parts.length == 2 ? parts[1] : "");
  }

  private String attribute(String logicalId, String name) {
    return attributes
        .of(logicalId, name)
        .orElseThrow(
            () ->
                new TemplateException(
                    "the attribute " + name + " of the resource " + logicalId + " is not known"));
  }

  private String join(JsonNode argument) {
    StringBuilder joined = new StringBuilder();
    String delimiter = argument.get(0).asText();
    String before = "";
    for (JsonNode part : resolve(argument.get(1))) {
      joined.append(before).append(part.asText());
      before = delimiter;
    }
    return joined.toString();
  }

  private String substitute(JsonNode argument) {
    String pattern = argument.isArray() ? argument.get(0).asText() : argument.asText();
    JsonNode own = argument.isArray() ? argument.get(1) : JsonNodeFactory.instance.objectNode();
    return PLACEHOLDER
        .matcher(pattern)
        .replaceAll(
            match -> Matcher.quoteReplacement(placeholder(match.group(1), match.group(2), own)));
  }

  private String placeholder(String literal, String name, JsonNode own) {
    if (!literal.isEmpty()) {
      return "${" + name + "}";
    }
    if (own.has(name)) {
      return text(own.get(name));
    }
    int dot = name.indexOf('.');
    return dot < 0 ? reference(name) : attribute(name.substring(0, dot), name.substring(dot + 1));
  }

  private JsonNode split(JsonNode argument) {
    ArrayNode parts = JsonNodeFactory.instance.arrayNode();
    String delimiter = Pattern.quote(argument.get(0).asText());
    for (String part : text(argument.get(1)).split(delimiter, -1)) {
      parts.add(part);
    }
    return parts;
  }
}
