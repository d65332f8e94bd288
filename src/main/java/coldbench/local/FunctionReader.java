package coldbench.local;

import coldbench.emulator.FunctionSpec;
import coldbench.emulator.Surroundings;
import coldbench.lambda.Quotas;
import coldbench.local.dynamodb.DynamoDb;
import coldbench.local.dynamodb.LocalTable;
import coldbench.template.Intrinsics;
import coldbench.template.Resource;
import coldbench.template.Template;
import coldbench.template.TemplateException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a template's functions, and what of their settings is not available on this machine.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html">
 *     AWS::Lambda::Function</a>
 */
record FunctionReader(Template template, LocalNames names, Intrinsics intrinsics) {

  /** What {@code CreateFunction} would get. Layers that no asset holds are left out. */
  FunctionSpec spec(Resource function) {
    JsonNode properties = function.properties();
    Map<String, String> environment = new TreeMap<>();
    intrinsics
        .resolve(properties.path("Environment").path("Variables"))
        .properties()
        .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asText()));
    return new FunctionSpec(
        names.name(function.logicalId()),
        asset(function, properties.path("Code")),
        properties.path("Runtime").asText(),
        properties.path("Handler").asText(),
        properties.path("Architectures").path(0).asText("x86_64"),
        properties.path("MemorySize").asInt(128),
        Duration.ofSeconds(properties.path("Timeout").asInt(3)),
        environment,
        layers(properties),
        properties.path("EphemeralStorage").path("Size").asInt(Quotas.STORAGE_LEAST_MB),
        LocalNames.REGION,
        names.arn(function.logicalId()),
        Surroundings.NONE);
  }

  /** The tables whose names its variables hold. */
  List<LocalTable> tables(Resource function) {
    List<LocalTable> tables = new ArrayList<>();
    for (JsonNode variable : function.properties().path("Environment").path("Variables")) {
      template.resources("AWS::DynamoDB::Table").stream()
          .filter(table -> table.logicalId().equals(variable.path("Ref").asText()))
          .map(
              table ->
                  new LocalTable(
                      names.name(table.logicalId()), intrinsics.resolve(table.properties())))
          .forEach(tables::add);
    }
    return tables;
  }

  /** Reasons, each with what to do about it; none where all is available. */
  List<String> unavailable(Resource function) {
    JsonNode properties = function.properties();
    List<String> reasons = new ArrayList<>();
    if (properties.has("SnapStart")) {
      reasons.add(
          "SnapStart, since there are no micro-VMs to take snapshots of: remove snapStart from its entry");
    }
    if (properties.has("VpcConfig")) {
      reasons.add("a network (vpc): remove vpc from its entry");
    }
    if (properties.path("TracingConfig").path("Mode").asText().equals("Active")) {
      reasons.add("X-Ray (tracing): remove tracing from its entry");
    }
    boolean otherProcessor = properties.path("Architectures").path(0).asText().equals("arm64");
    if (otherProcessor && !tables(function).isEmpty()) {
      reasons.add(
          "a table on arm64, since the database of %s is built for x86_64 only: remove table from its entry"
              .formatted(DynamoDb.DESCRIPTION));
    }
    for (JsonNode layer : properties.path("Layers")) {
      if (layer.isTextual()) {
        reasons.add(
            "the layer %s, which only an account has: name a folder or a .zip file with its content instead"
                .formatted(layer.textValue()));
      }
    }
    return reasons;
  }

  private List<Path> layers(JsonNode properties) {
    List<Path> layers = new ArrayList<>();
    for (JsonNode layer : properties.path("Layers")) {
      template.resources("AWS::Lambda::LayerVersion").stream()
          .filter(version -> version.logicalId().equals(layer.path("Ref").asText()))
          .map(version -> asset(version, version.properties().path("Content")))
          .forEach(layers::add);
    }
    return layers;
  }

  private Path asset(Resource resource, JsonNode content) {
    String key = intrinsics.text(content.path("S3Key"));
    return template
        .asset(key)
        .orElseThrow(
            () ->
                new TemplateException(
                    "the content of " + resource.logicalId() + " is not an asset: " + key));
  }
}
