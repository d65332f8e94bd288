package coldbench.local;

import coldbench.emulator.FunctionSpec;
import coldbench.template.Intrinsics;
import coldbench.template.Resource;
import coldbench.template.Template;
import coldbench.template.TemplateException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a template would deploy, with the names it has in a local account.
 *
 * @param machineName the state machine's name
 * @param machineArn the state machine's ARN
 * @param definition the state machine's definition, nothing left to resolve in it
 * @param bucket the name of the one bucket that the definition refers to
 * @param functions those that the definition offers, by label
 * @param snapStart labels of those that have SnapStart
 */
public record LocalStack(
    String machineName,
    String machineArn,
    JsonNode definition,
    String bucket,
    Map<String, FunctionSpec> functions,
    Set<String> snapStart) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Resolves the state machine and the functions that it offers.
   *
   * @throws TemplateException if the template holds what cannot be had here
   */
  public static LocalStack read(Template template) {
    LocalNames names = new LocalNames(template);
    Intrinsics intrinsics = new Intrinsics(template, names.pseudoParameters(), names);
    Resource machine = only(template, template.resources("AWS::StepFunctions::StateMachine"));
    JsonNode definition =
        definition(intrinsics.text(machine.properties().path("DefinitionString")));
    List<Resource> buckets =
        template.resources("AWS::S3::Bucket").stream()
            .filter(bucket -> names.wasAskedFor(bucket.logicalId()))
            .toList();
    return new LocalStack(
        names.name(machine.logicalId()),
        names.arn(machine.logicalId()),
        definition,
        names.name(only(template, buckets).logicalId()),
        functions(template, definition, names, intrinsics),
        snapStart(definition));
  }

  private static JsonNode definition(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new TemplateException(
          "the state machine's definition is not JSON: " + e.getOriginalMessage());
    }
  }

  /** The functions that the machine's first state offers, in that order. */
  private static Map<String, FunctionSpec> functions(
      Template template, JsonNode definition, LocalNames names, Intrinsics intrinsics) {
    Map<String, FunctionSpec> byName = new TreeMap<>();
    for (Resource function : template.resources("AWS::Lambda::Function")) {
      if (names.wasAskedFor(function.logicalId())) {
        FunctionSpec spec = spec(template, function, names, intrinsics);
        byName.put(spec.name(), spec);
      }
    }
    Map<String, FunctionSpec> byLabel = new LinkedHashMap<>();
    for (JsonNode offered : offered(definition)) {
      byLabel.put(offered.path("label").asText(), byName.get(offered.path("name").asText()));
    }
    if (byLabel.isEmpty() || byLabel.containsValue(null)) {
      throw new TemplateException(
          "the state machine's first state must offer the stack's functions in the variable"
              + " 'available', it offers "
              + offered(definition));
    }
    return byLabel;
  }

  private static Set<String> snapStart(JsonNode definition) {
    Set<String> labels = new LinkedHashSet<>();
    for (JsonNode offered : offered(definition)) {
      if (offered.path("snapStart").asBoolean()) {
        labels.add(offered.path("label").asText());
      }
    }
    return labels;
  }

  private static JsonNode offered(JsonNode definition) {
    return definition
        .path("States")
        .path(definition.path("StartAt").asText())
        .path("Assign")
        .path("available");
  }

  private static FunctionSpec spec(
      Template template, Resource function, LocalNames names, Intrinsics intrinsics) {
    JsonNode properties = function.properties();
    String key = intrinsics.text(properties.path("Code").path("S3Key"));
    Path code =
        template
            .asset(key)
            .orElseThrow(
                () ->
                    new TemplateException(
                        "the code of " + function.logicalId() + " is not an asset: " + key));
    Map<String, String> environment = new TreeMap<>();
    intrinsics
        .resolve(properties.path("Environment").path("Variables"))
        .properties()
        .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asText()));
    return new FunctionSpec(
        names.name(function.logicalId()),
        code,
        properties.path("Runtime").asText(),
        properties.path("Handler").asText(),
        properties.path("Architectures").path(0).asText("x86_64"),
        properties.path("MemorySize").asInt(128),
        Duration.ofSeconds(properties.path("Timeout").asInt(3)),
        environment,
        LocalNames.REGION,
        names.arn(function.logicalId()));
  }

  private static Resource only(Template template, List<Resource> resources) {
    if (resources.size() != 1) {
      throw new TemplateException(
          "the stack "
              + template.stackName()
              + " must have one state machine that refers to one bucket, it has "
              + resources);
    }
    return resources.get(0);
  }
}
