package coldbench.asl;

import coldbench.json.JsonObject;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code Resource} of a Task and the events of its calls.
 *
 * @param arn as in the definition
 * @param service what history calls the resource's type: {@code lambda}, {@code aws-sdk:s3}
 * @param action what history calls the resource: {@code invoke}, {@code startExecution.sync:2}
 * @param region empty where the definition names none
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html">
 *     Service integration patterns</a>
 */
record TaskResource(String arn, String service, String action, String region, Kind kind) {
  private static final Pattern INTEGRATION =
      Pattern.compile(
          "arn:aws[a-z-]*:states:([a-z0-9-]*):[0-9]*:((?:aws-sdk:)?[^:]+):([^:.]+"
              + "(?:\\.sync|\\.sync:2|\\.waitForTaskToken)?)");
  private static final Pattern FUNCTION =
      Pattern.compile("arn:aws[a-z-]*:lambda:([a-z0-9-]+):[0-9]+:function:.+");
  private static final Pattern ACTIVITY =
      Pattern.compile("arn:aws[a-z-]*:states:([a-z0-9-]+):[0-9]+:activity:[^:]+");

  /** What is called, which decides the events' names. */
  enum Kind {
    INTEGRATION("Task"),
    FUNCTION("LambdaFunction"),
    ACTIVITY("Activity");

    private final String events;

    Kind(String events) {
      this.events = events;
    }
  }

  static TaskResource read(JsonObject fields) {
    String arn = fields.text("Resource");
    Matcher function = FUNCTION.matcher(arn);
    if (function.matches()) {
      return new TaskResource(arn, "lambda", arn, function.group(1), Kind.FUNCTION);
    }
    Matcher activity = ACTIVITY.matcher(arn);
    if (activity.matches()) {
      return new TaskResource(arn, "activity", arn, activity.group(1), Kind.ACTIVITY);
    }
    Matcher integration = INTEGRATION.matcher(arn);
    if (!integration.matches() || integration.group(2).equals("activity")) {
      throw fields.unexpected(
          "Resource",
          "arn:aws:states:::<service>:<action>, with .sync, .sync:2, .waitForTaskToken or nothing"
              + " behind it, or the ARN of a Lambda function or an activity");
    }
    return new TaskResource(
        arn, integration.group(2), integration.group(3), integration.group(1), Kind.INTEGRATION);
  }

  /** Whether the task ends only when somebody else sends its token. */
  boolean waitsForToken() {
    return kind == Kind.ACTIVITY || action.endsWith(".waitForTaskToken");
  }

  /** Whether the task goes on after the service has answered, so that there is a token for it. */
  boolean hasToken() {
    return waitsForToken() || action.contains(".sync");
  }

  /** How the result is called where it is too large. */
  String resultName() {
    return kind == Kind.INTEGRATION ? service : arn;
  }

  void scheduled(Scope scope, TaskCall call) throws StateFailure {
    scope.event(kind.events + "Scheduled", () -> scheduledDetails(scope, call));
    scope.event(kind.events + "Started", () -> kind == Kind.INTEGRATION ? names() : Details.none());
  }

  private ObjectNode scheduledDetails(Scope scope, TaskCall call) {
    ObjectNode details;
    if (kind == Kind.INTEGRATION) {
      details = names().put("region", region.isEmpty() ? regionOf(scope) : region);
      details.put("parameters", call.arguments().toString());
    } else {
      details = Details.none().put("resource", arn).put("input", call.arguments().toString());
      details.putObject("inputDetails").put("truncated", false);
    }
    call.timeout().ifPresent(time -> details.put("timeoutInSeconds", time.toSeconds()));
    call.heartbeat().ifPresent(time -> details.put("heartbeatInSeconds", time.toSeconds()));
    call.roleArn().ifPresent(role -> details.putObject("taskCredentials").put("roleArn", role));
    return details;
  }

  void succeeded(Scope scope, JsonNode result) throws StateFailure {
    scope.event(kind.events + "Succeeded", () -> named(Details.output(result)));
  }

  void failed(Scope scope, StateFailure failure) throws StateFailure {
    scope.event(kind.events + "Failed", () -> named(Details.failure(failure)));
  }

  void timedOut(Scope scope, StateFailure failure) throws StateFailure {
    scope.event(kind.events + "TimedOut", () -> named(Details.failure(failure)));
  }

  private ObjectNode named(ObjectNode details) {
    return kind == Kind.INTEGRATION ? details.setAll(names()) : details;
  }

  private ObjectNode names() {
    return Details.none().put("resourceType", service).put("resource", action);
  }

  private static String regionOf(Scope scope) {
    String[] parts = scope.run().request().executionArn().split(":", -1);
    return parts.length > 3 ? parts[3] : "";
  }
}
