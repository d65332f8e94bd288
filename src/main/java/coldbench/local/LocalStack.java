package coldbench.local;

import coldbench.emulator.FunctionSpec;
import coldbench.local.dynamodb.LocalTable;
import coldbench.template.Intrinsics;
import coldbench.template.Resource;
import coldbench.template.Template;
import coldbench.template.TemplateException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a template would deploy, with the names it has in a local account.
 *
 * @param machineName the state machine's name
 * @param machineArn the state machine's ARN
 * @param definition the state machine's definition, nothing left to resolve in it
 * @param bucket the name of the one bucket that the definition refers to
 * @param functions those that the definition offers, by label
 * @param events those of their own that functions are measured with, as JSON, by label
 * @param tables that a function works on, by its label
 * @param unavailable what of a function's settings is not available here, by label
 */
public record LocalStack(
    String machineName,
    String machineArn,
    JsonNode definition,
    String bucket,
    Map<String, FunctionSpec> functions,
    Map<String, String> events,
    Map<String, List<LocalTable>> tables,
    Map<String, List<String>> unavailable) {
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
    FunctionReader reader = new FunctionReader(template, names, intrinsics);
    Map<String, FunctionSpec> functions = new LinkedHashMap<>();
    Map<String, List<LocalTable>> tables = new LinkedHashMap<>();
    Map<String, List<String>> unavailable = new LinkedHashMap<>();
    offered(template, definition, names)
        .forEach(
            (label, function) -> {
              functions.put(label, reader.spec(function));
              tables.put(label, reader.tables(function));
              unavailable.put(label, reader.unavailable(function));
            });
    return new LocalStack(
        names.name(machine.logicalId()),
        names.arn(machine.logicalId()),
        definition,
        names.name(only(template, buckets).logicalId()),
        functions,
        events(definition),
        tables,
        unavailable);
  }

  private static Map<String, String> events(JsonNode definition) {
    Map<String, String> events = new LinkedHashMap<>();
    for (JsonNode offered : offered(definition)) {
      String event = offered.path("event").asText();
      if (!event.equals("null")) {
        events.put(offered.path("label").asText(), event);
      }
    }
    return events;
  }

  /**
   * The state machine's definition as it is deployed, with {@code ${<logical id>}} where the
   * account's names and ARNs would stand, as {@code Fn::Sub} has it.
   */
  public static JsonNode definitionWithPlaceholders(Template template) {
    Map<String, String> pseudoParameters = new TreeMap<>();
    for (String name : List.of("AWS::AccountId", "AWS::Region", "AWS::StackName")) {
      pseudoParameters.put(name, "${" + name + "}");
    }
    pseudoParameters.put("AWS::Partition", "aws");
    Intrinsics placeholders =
        new Intrinsics(
            template,
            pseudoParameters,
            (logicalId, attribute) ->
                Optional.of(
                    "${" + logicalId + (attribute.equals("Ref") ? "" : "." + attribute) + "}"));
    Resource machine = only(template, template.resources("AWS::StepFunctions::StateMachine"));
    return definition(placeholders.text(machine.properties().path("DefinitionString")));
  }

  private static JsonNode definition(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new TemplateException(
          "the state machine's definition is not JSON: " + e.getOriginalMessage());
    }
  }

  /** The functions that the machine's first state offers, by label and in that order. */
  private static Map<String, Resource> offered(
      Template template, JsonNode definition, LocalNames names) {
    Map<String, Resource> byName = new TreeMap<>();
    for (Resource function : template.resources("AWS::Lambda::Function")) {
      if (names.wasAskedFor(function.logicalId())) {
        byName.put(names.name(function.logicalId()), function);
      }
    }
    Map<String, Resource> byLabel = new LinkedHashMap<>();
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

  private static JsonNode offered(JsonNode definition) {
    return definition
        .path("States")
        .path(definition.path("StartAt").asText())
        .path("Assign")
        .path("available");
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
