package coldbench.asl;

import coldbench.json.JsonObject;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code Resource} of a Task and the events of its calls.
 *
 * @param arn as in the definition
 * @param service what history calls the resource's type: {@code lambda}, {@code aws-sdk:s3}
 * @param action what history calls the resource: {@code invoke}, {@code putObject}
 * @param region empty where the definition names none
 * @param function whether it is a Lambda function's own ARN
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html">
 *     Service integration patterns</a>
 */
record TaskResource(String arn, String service, String action, String region, boolean function) {
  private static final Pattern INTEGRATION =
      Pattern.compile("arn:aws[a-z-]*:states:([a-z0-9-]*):[0-9]*:((?:aws-sdk:)?[^:]+):([^:]+)");
  private static final Pattern FUNCTION =
      Pattern.compile("arn:aws[a-z-]*:lambda:([a-z0-9-]+):[0-9]+:function:.+");

  static TaskResource read(JsonObject fields) {
    String arn = fields.text("Resource");
    Matcher function = FUNCTION.matcher(arn);
    if (function.matches()) {
      return new TaskResource(arn, "lambda", arn, function.group(1), true);
    }
    Matcher integration = INTEGRATION.matcher(arn);
    if (!integration.matches() || integration.group(2).equals("activity")) {
      throw fields.unexpected(
          "Resource", "arn:aws:states:::<service>:<action> or a Lambda function's ARN");
    }
    return new TaskResource(
        arn, integration.group(2), integration.group(3), integration.group(1), false);
  }

  boolean waitsForToken() {
    return action.endsWith(".waitForTaskToken");
  }

  void scheduled(
      Scope scope, JsonNode given, Optional<Duration> timeout, Optional<Duration> heartbeat)
      throws StateFailure {
    scope.event(
        function ? "LambdaFunctionScheduled" : "TaskScheduled",
        () -> scheduledDetails(scope, given, timeout, heartbeat));
    scope.event(
        function ? "LambdaFunctionStarted" : "TaskStarted",
        () -> function ? Details.none() : names());
  }

  private ObjectNode scheduledDetails(
      Scope scope, JsonNode given, Optional<Duration> timeout, Optional<Duration> heartbeat) {
    ObjectNode details = function ? Details.none().put("resource", arn) : names();
    if (function) {
      details.put("input", given.toString());
      details.putObject("inputDetails").put("truncated", false);
    } else {
      details.put("region", region.isEmpty() ? regionOf(scope) : region);
      details.put("parameters", given.toString());
    }
    timeout.ifPresent(time -> details.put("timeoutInSeconds", time.toSeconds()));
    heartbeat.ifPresent(time -> details.put("heartbeatInSeconds", time.toSeconds()));
    return details;
  }

  void succeeded(Scope scope, JsonNode result) throws StateFailure {
    scope.event(
        function ? "LambdaFunctionSucceeded" : "TaskSucceeded",
        () -> {
          ObjectNode details = Details.output(result);
          return function ? details : details.setAll(names());
        });
  }

  void failed(Scope scope, StateFailure failure) throws StateFailure {
    ended(scope, function ? "LambdaFunctionFailed" : "TaskFailed", failure);
  }

  void timedOut(Scope scope, StateFailure failure) throws StateFailure {
    ended(scope, function ? "LambdaFunctionTimedOut" : "TaskTimedOut", failure);
  }

  private void ended(Scope scope, String type, StateFailure failure) throws StateFailure {
    scope.event(
        type,
        () -> {
          ObjectNode details = Details.failure(failure);
          return function ? details : details.setAll(names());
        });
  }

  private ObjectNode names() {
    return Details.none().put("resourceType", service).put("resource", action);
  }

  private static String regionOf(Scope scope) {
    String[] parts = scope.run().request().executionArn().split(":", -1);
    return parts.length > 3 ? parts[3] : "";
  }
}
