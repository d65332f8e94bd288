package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lambda and S3 as far as the benchmark's machine uses them: functions whose configuration can be
 * changed, whose first call after a change starts cold, and a bucket.
 */
final class FakeAccount implements TaskService {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, Function> functions = new LinkedHashMap<>();
  private final Map<String, JsonNode> objects = new TreeMap<>();
  private int requests;

  /** What an account knows of a function, and how fast it is. */
  static final class Function {
    private final String name;
    private final double initMs;
    private final double durationMs;
    private ObjectNode variables = JSON.objectNode();
    private int memoryMb = 128;
    private int revision = 1;
    private boolean sandbox;

    Function(String name, double initMs, double durationMs) {
      this.name = name;
      this.initMs = initMs;
      this.durationMs = durationMs;
    }

    ObjectNode variables() {
      return variables;
    }

    int memoryMb() {
      return memoryMb;
    }
  }

  Function add(String name, double initMs, double durationMs) {
    Function function = new Function(name, initMs, durationMs);
    function.variables.put("STAGE", "test");
    functions.put(name, function);
    return function;
  }

  /** The bucket's objects by key. */
  Map<String, JsonNode> objects() {
    return objects;
  }

  @Override
  public synchronized JsonNode call(String resource, JsonNode arguments)
      throws TaskFailedException {
    return switch (resource.substring("arn:aws:states:::".length())) {
      case "lambda:invoke" -> invoke(function(arguments), arguments);
      case "aws-sdk:lambda:getFunction" -> describe(function(arguments));
      case "aws-sdk:lambda:updateFunctionConfiguration" -> update(function(arguments), arguments);
      case "aws-sdk:s3:putObject" -> put(arguments);
      default -> throw new TaskFailedException("Test.UnknownAction", resource);
    };
  }

  private Function function(JsonNode arguments) throws TaskFailedException {
    String name = arguments.path("FunctionName").textValue();
    Function function = functions.get(name);
    if (function == null) {
      throw new TaskFailedException(
          "Lambda.ResourceNotFoundException", "Function not found: " + name);
    }
    return function;
  }

  private JsonNode describe(Function function) {
    ObjectNode answer = JSON.objectNode();
    answer.set("Configuration", configuration(function));
    return answer;
  }

  private static ObjectNode configuration(Function function) {
    ObjectNode configuration =
        JSON.objectNode()
            .put("FunctionName", function.name)
            .put(
                "FunctionArn", "arn:aws:lambda:eu-central-1:123456789012:function:" + function.name)
            .put("Runtime", "provided.al2023")
            .put("Handler", "bootstrap")
            .put("CodeSize", 231_000)
            .put("CodeSha256", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
            .put("MemorySize", function.memoryMb)
            .put("Timeout", 30)
            .put("Version", "$LATEST")
            .put("LastModified", "2026-03-14T01:00:00.000+0000")
            .put("RevisionId", "revision-" + function.revision)
            .put("LastUpdateStatus", "Successful");
    configuration.putArray("Architectures").add("arm64");
    configuration.putObject("Environment").set("Variables", function.variables.deepCopy());
    return configuration;
  }

  private JsonNode update(Function function, JsonNode arguments) {
    function.memoryMb = arguments.path("MemorySize").asInt(function.memoryMb);
    JsonNode variables = arguments.path("Environment").path("Variables");
    function.variables = ((ObjectNode) variables).deepCopy();
    function.revision++;
    function.sandbox = false;
    return configuration(function);
  }

  private JsonNode invoke(Function function, JsonNode arguments) {
    int n =
        Integer.parseInt(
            arguments.path("Payload").path("queryStringParameters").path("n").textValue());
    boolean cold = !function.sandbox;
    function.sandbox = true;
    ObjectNode answer = JSON.objectNode().put("StatusCode", 200).put("ExecutedVersion", "$LATEST");
    answer.put("LogResult", log(function, cold));
    answer.set("Payload", JSON.objectNode().put("statusCode", 200).put("body", body(n)));
    return answer;
  }

  private static String body(int n) {
    BigInteger a = BigInteger.ZERO;
    BigInteger b = BigInteger.ONE;
    for (int i = 0; i < n; i++) {
      BigInteger sum = a.add(b);
      a = b;
      b = sum;
    }
    return """
        {"runtime":"java","fib_result":%s,"fib_n":%d,"compute_ms":0.000100,"alloc_items":100000,\
        "alloc_ms":0.800000,"total_ms":0.900000,"checksum":333328333350000}"""
        .formatted(a, n);
  }

  private String log(Function function, boolean cold) {
    String id = "8f507cfc-0000-4000-8000-" + String.format("%012d", ++requests);
    double duration = function.durationMs * (cold ? 1.5 : 1);
    String report =
        "START RequestId: %s Version: $LATEST\nEND RequestId: %s\n".formatted(id, id)
            + "REPORT RequestId: %s\tDuration: %.2f ms\tBilled Duration: %d ms"
                .formatted(id, duration, (int) Math.ceil(duration + (cold ? function.initMs : 0)))
            + "\tMemory Size: %d MB\tMax Memory Used: 16 MB\t".formatted(function.memoryMb)
            + (cold ? "Init Duration: %.2f ms\t\n".formatted(function.initMs) : "\n");
    return Base64.getEncoder().encodeToString(report.getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode put(JsonNode arguments) {
    objects.put(arguments.path("Key").textValue(), arguments.path("Body"));
    return JSON.objectNode().put("ETag", "\"0\"");
  }
}
