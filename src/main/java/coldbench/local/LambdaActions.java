package coldbench.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.asl.TaskFailedException;
import coldbench.emulator.FunctionState;
import coldbench.emulator.Invocation;
import coldbench.emulator.LambdaException;
import coldbench.emulator.LocalLambda;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Lambda's actions in the shapes that Step Functions gives and takes.
 *
 * <p>Sources: {@code https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html},
 * {@code https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html}, {@code
 * https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html}
 */
final class LambdaActions {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter LAST_MODIFIED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

  private final LocalLambda lambda;

  LambdaActions(LocalLambda lambda) {
    this.lambda = lambda;
  }

  /** The optimized integration: a function's error fails the task. */
  JsonNode invoke(JsonNode arguments) throws TaskFailedException, InterruptedException {
    try {
      byte[] event = JSON.writeValueAsBytes(arguments.path("Payload"));
      Invocation answer = lambda.invoke(name(arguments), event);
      if (answer.functionError().isPresent()) {
        String payload = new String(answer.payload(), UTF_8);
        throw new TaskFailedException(errorType(answer.payload()), payload);
      }
      ObjectNode result = JsonNodeFactory.instance.objectNode();
      result.put("ExecutedVersion", answer.executedVersion());
      if (arguments.path("LogType").asText().equals("Tail")) {
        result.put(
            "LogResult", Base64.getEncoder().encodeToString(answer.logTail().getBytes(UTF_8)));
      }
      result.set("Payload", parsed(answer.payload()));
      return result.put("StatusCode", answer.statusCode());
    } catch (LambdaException e) {
      throw failure(e);
    } catch (JsonProcessingException e) {
      throw new TaskFailedException(
          "Lambda.InvalidRequestContentException", e.getOriginalMessage());
    }
  }

  JsonNode getFunction(JsonNode arguments) throws TaskFailedException {
    try {
      ObjectNode result = JsonNodeFactory.instance.objectNode();
      result.set("Configuration", configuration(lambda.getFunction(name(arguments))));
      return result;
    } catch (LambdaException e) {
      throw failure(e);
    }
  }

  JsonNode updateFunctionConfiguration(JsonNode arguments) throws TaskFailedException {
    JsonNode memory = arguments.path("MemorySize");
    JsonNode variables = arguments.path("Environment").path("Variables");
    JsonNode revision = arguments.path("RevisionId");
    try {
      return configuration(
          lambda.updateFunctionConfiguration(
              name(arguments),
              memory.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(memory.asInt()),
              variables.isMissingNode() ? Optional.empty() : Optional.of(strings(variables)),
              revision.isMissingNode() ? Optional.empty() : Optional.of(revision.asText())));
    } catch (LambdaException e) {
      throw failure(e);
    }
  }

  private static String name(JsonNode arguments) {
    return arguments.path("FunctionName").asText();
  }

  private static ObjectNode configuration(FunctionState function) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("FunctionName", function.name())
            .put("FunctionArn", function.arn())
            .put("Runtime", function.runtime())
            .put("Handler", function.handler())
            .put("CodeSize", function.codeSize())
            .put("CodeSha256", function.codeSha256())
            .put("Timeout", function.timeout().toSeconds())
            .put("MemorySize", function.memoryMb())
            .put("LastModified", LAST_MODIFIED.format(function.lastModified()))
            .put("Version", function.version())
            .put("RevisionId", function.revisionId())
            .put("State", function.state())
            .put("LastUpdateStatus", function.lastUpdateStatus())
            .put("PackageType", "Zip");
    function.lastUpdateStatusReason().ifPresent(why -> json.put("LastUpdateStatusReason", why));
    json.putArray("Architectures").add(function.architecture());
    if (!function.environment().isEmpty()) {
      ObjectNode variables = json.putObject("Environment").putObject("Variables");
      new TreeMap<>(function.environment()).forEach(variables::put);
    }
    return json;
  }

  private static Map<String, String> strings(JsonNode variables) {
    Map<String, String> strings = new TreeMap<>();
    variables.properties().forEach(entry -> strings.put(entry.getKey(), entry.getValue().asText()));
    return strings;
  }

  /** As Lambda does: an answer that is no JSON is handed on as a string. */
  private static JsonNode parsed(byte[] payload) {
    try {
      JsonNode json = JSON.readTree(payload);
      return json.isMissingNode() ? JsonNodeFactory.instance.nullNode() : json;
    } catch (IOException e) {
      return TextNode.valueOf(new String(payload, UTF_8));
    }
  }

  private static String errorType(byte[] payload) {
    JsonNode type = parsed(payload).path("errorType");
    return type.isTextual() ? type.asText() : "Lambda.Unknown";
  }

  private static TaskFailedException failure(LambdaException e) {
    return new TaskFailedException("Lambda." + e.error(), String.valueOf(e.getMessage()));
  }
}
