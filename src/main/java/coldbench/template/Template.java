package coldbench.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A synthesized CloudFormation template with the assets that belong to it.
 *
 * <p>Source: {@code
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html}
 */
public final class Template {
  private final String stackName;
  private final JsonNode document;
  private final Map<String, Path> assets;

  Template(String stackName, JsonNode document, Map<String, Path> assets) {
    this.stackName = stackName;
    this.document = document;
    this.assets = Map.copyOf(assets);
  }

  public String stackName() {
    return stackName;
  }

  /** All resources of a type such as {@code AWS::Lambda::Function}, in the template's order. */
  public List<Resource> resources(String type) {
    List<Resource> found = new ArrayList<>();
    document
        .path("Resources")
        .properties()
        .forEach(
            entry -> {
              JsonNode resource = entry.getValue();
              if (resource.path("Type").asText().equals(type)) {
                found.add(new Resource(entry.getKey(), type, resource.path("Properties")));
              }
            });
    return found;
  }

  /** The folder or file behind a key of the assets bucket, such as {@code <hash>.zip}. */
  public Optional<Path> asset(String objectKey) {
    return Optional.ofNullable(assets.get(objectKey));
  }

  /** What a parameter has when nobody gives a value. */
  Optional<String> parameterDefault(String name) {
    JsonNode value = document.path("Parameters").path(name).path("Default");
    return value.isMissingNode() ? Optional.empty() : Optional.of(value.asText());
  }

  boolean hasResource(String logicalId) {
    return document.path("Resources").has(logicalId);
  }
}
