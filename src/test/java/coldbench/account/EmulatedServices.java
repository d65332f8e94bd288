package coldbench.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.asl.TaskFailedException;
import coldbench.asl.TaskService;
import coldbench.deploy.machine.ReportedCall;
import coldbench.deploy.machine.ReportedCall.Measured;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;

/** What the machine's tasks call: the emulator's own services, over the AWS SDK. */
final class EmulatedServices implements TaskService, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Emulator emulator;
  private final LambdaClient functions;
  private final S3Client objects;
  private final SfnClient machines;
  private final Set<String> called = ConcurrentHashMap.newKeySet();

  EmulatedServices(Emulator emulator, SfnClient machines) {
    this.emulator = emulator;
    this.functions = emulator.client(LambdaClient.builder());
    this.objects = emulator.client(S3Client.builder().forcePathStyle(true));
    this.machines = machines;
  }

  @Override
  public JsonNode call(String resource, JsonNode arguments)
      throws TaskFailedException, InterruptedException {
    String name = arguments.path("FunctionName").asText();
    return switch (resource) {
      case "arn:aws:states:::lambda:invoke" -> invoke(name, arguments);
      case "arn:aws:states:::aws-sdk:lambda:getFunction" ->
          calling(
              "Lambda",
              () ->
                  SdkJson.of(
                      functions.getFunction(
                          request -> request.functionName(qualified(name, arguments)))));
      case "arn:aws:states:::aws-sdk:lambda:publishVersion" ->
          calling(
              "Lambda",
              () ->
                  SdkJson.of(
                      functions.publishVersion(
                          request ->
                              request
                                  .functionName(name)
                                  .description(arguments.path("Description").asText()))));
      case "arn:aws:states:::aws-sdk:lambda:deleteFunction" ->
          calling(
              "Lambda",
              () ->
                  SdkJson.of(
                      functions.deleteFunction(
                          request -> request.functionName(qualified(name, arguments)))));
      case "arn:aws:states:::aws-sdk:lambda:listVersionsByFunction" ->
          calling(
              "Lambda",
              () ->
                  SdkJson.of(
                      functions.listVersionsByFunction(request -> request.functionName(name))));
      case "arn:aws:states:::aws-sdk:lambda:updateFunctionConfiguration" ->
          calling("Lambda", () -> update(name, arguments));
      case "arn:aws:states:::aws-sdk:s3:putObject" -> calling("S3", () -> put(arguments));
      case "arn:aws:states:::aws-sdk:sfn:listExecutions" -> calling("Sfn", () -> list(arguments));
      default -> throw new TaskFailedException("States.Runtime", "not in this test: " + resource);
    };
  }

  private static String qualified(String name, JsonNode arguments) {
    return arguments.has("Qualifier") ? name + ":" + arguments.path("Qualifier").asText() : name;
  }

  /** The optimized integration: a function's error fails the task. */
  private JsonNode invoke(String name, JsonNode arguments)
      throws TaskFailedException, InterruptedException {
    Measured<InvokeResponse> call = measured(name, arguments.path("Payload").toString());
    String payload = call.answer().payload().asUtf8String();
    JsonNode parsed = json(payload);
    if (call.answer().functionError() != null) {
      throw new TaskFailedException(parsed.path("errorType").asText("Lambda.Unknown"), payload);
    }
    ObjectNode result = JSON.createObjectNode().put("StatusCode", call.answer().statusCode());
    result.put("ExecutedVersion", "$LATEST");
    result.put("LogResult", Base64.getEncoder().encodeToString(call.report().getBytes(UTF_8)));
    return result.set("Payload", parsed);
  }

  private Measured<InvokeResponse> measured(String name, String event)
      throws TaskFailedException, InterruptedException {
    int memoryMb =
        functions.getFunctionConfiguration(request -> request.functionName(name)).memorySize();
    try {
      boolean restored = name.contains(":") && called.add(name);
      return new ReportedCall(emulator, name.split(":", 2)[0], restored)
          .measure(
              memoryMb,
              () ->
                  functions.invoke(
                      request ->
                          request.functionName(name).payload(SdkBytes.fromUtf8String(event))));
    } catch (ExecutionException e) {
      throw new TaskFailedException("Lambda.SdkClientException", String.valueOf(e.getCause()));
    }
  }

  private JsonNode update(String name, JsonNode arguments) {
    Map<String, String> variables = new TreeMap<>();
    arguments
        .path("Environment")
        .path("Variables")
        .properties()
        .forEach(each -> variables.put(each.getKey(), each.getValue().asText()));
    return SdkJson.of(
        functions.updateFunctionConfiguration(
            request ->
                request
                    .functionName(name)
                    .memorySize(arguments.path("MemorySize").asInt())
                    .environment(to -> to.variables(variables))));
  }

  private JsonNode put(JsonNode arguments) {
    return SdkJson.of(
        objects.putObject(
            request ->
                request
                    .bucket(arguments.path("Bucket").asText())
                    .key(arguments.path("Key").asText())
                    .contentType(arguments.path("ContentType").asText()),
            RequestBody.fromString(arguments.path("Body").toString())));
  }

  private JsonNode list(JsonNode arguments) {
    return SdkJson.of(
        machines.listExecutions(
            request ->
                request
                    .stateMachineArn(arguments.path("StateMachineArn").asText())
                    .statusFilter(arguments.path("StatusFilter").asText())));
  }

  private static JsonNode json(String payload) throws TaskFailedException {
    try {
      return JSON.readTree(payload);
    } catch (JsonProcessingException e) {
      throw new TaskFailedException("Lambda.Unknown", payload);
    }
  }

  /** Errors have the names that Step Functions gives them: of the service, and of the exception. */
  private static JsonNode calling(String service, Supplier<JsonNode> call)
      throws TaskFailedException, InterruptedException {
    try {
      return call.get();
    } catch (AbortedException e) {
      throw new InterruptedException(String.valueOf(e.getMessage()));
    } catch (AwsServiceException | SdkClientException e) {
      throw new TaskFailedException(
          service + "." + e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    functions.close();
    objects.close();
    machines.close();
  }
}
