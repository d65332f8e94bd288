package coldbench.local;

import coldbench.template.Attributes;
import coldbench.template.Template;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names and ARNs that a template's resources have in a local account. It remembers which ones
 * were asked for, so that only what the state machine refers to needs to exist.
 */
final class LocalNames implements Attributes {
  static final String REGION = "local";
  private static final String ACCOUNT = "000000000000";

  /** Resource type → the beginning of its ARN, before the name. */
  private static final Map<String, String> ARNS =
      Map.of(
          "AWS::DynamoDB::Table", "arn:aws:dynamodb:" + REGION + ":" + ACCOUNT + ":table/",
          "AWS::Lambda::Function", "arn:aws:lambda:" + REGION + ":" + ACCOUNT + ":function:",
          "AWS::S3::Bucket", "arn:aws:s3:::",
          "AWS::StepFunctions::StateMachine",
              "arn:aws:states:" + REGION + ":" + ACCOUNT + ":stateMachine:");

  private final String stackName;
  private final Map<String, String> types = new TreeMap<>();
  private final Set<String> asked = new TreeSet<>();

  LocalNames(Template template) {
    this.stackName = template.stackName();
    for (String type : ARNS.keySet()) {
      template.resources(type).forEach(resource -> types.put(resource.logicalId(), type));
    }
  }

  Map<String, String> pseudoParameters() {
    return Map.of(
        "AWS::AccountId", ACCOUNT,
        "AWS::Partition", "aws",
        "AWS::Region", REGION,
        "AWS::StackName", stackName,
        "AWS::URLSuffix", "localhost");
  }

  boolean wasAskedFor(String logicalId) {
    return asked.contains(logicalId);
  }

  String name(String logicalId) {
    return stackName + "-" + logicalId;
  }

  String arn(String logicalId) {
    return ARNS.get(types.get(logicalId)) + name(logicalId);
  }

  @Override
  public Optional<String> of(String logicalId, String attribute) {
    asked.add(logicalId);
    if (!types.containsKey(logicalId)) {
      return Optional.empty();
    }
    boolean isMachine = "AWS::StepFunctions::StateMachine".equals(types.get(logicalId));
    return switch (attribute) {
      case REF -> Optional.of(isMachine ? arn(logicalId) : name(logicalId));
      case "Arn" -> Optional.of(arn(logicalId));
      case "Name" -> Optional.of(name(logicalId));
      default -> Optional.empty();
    };
  }
}
