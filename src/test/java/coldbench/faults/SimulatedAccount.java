package coldbench.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.asl.TaskFailedException;
import coldbench.asl.TaskService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Lambda, S3 and Step Functions with faults, which knows what really happened. */
final class SimulatedAccount implements TaskService {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> REFUSALS =
      List.of("TooManyRequestsException", "ResourceConflictException", "ServiceException");

  private final Map<String, SimulatedFunction> functions = new HashMap<>();
  private final Map<String, JsonNode> objects = new TreeMap<>();
  private final Set<String> acknowledged = new HashSet<>();
  private final Set<String> refused = new HashSet<>();
  private final Map<String, Invoked> invocations = new HashMap<>();
  private final Random random;
  private final Faults faults;
  private long calls;
  private long killAt = Long.MAX_VALUE;
  private long requests;
  private Runnable watcher = () -> {};
  private boolean forgetful;

  SimulatedAccount(Random random, Faults faults) {
    this.random = random;
    this.faults = faults;
  }

  SimulatedFunction add(String name) {
    SimulatedFunction function = new SimulatedFunction(name, random, faults);
    functions.put(name, function);
    return function;
  }

  SimulatedFunction function(String name) {
    return functions.get(name);
  }

  /** The objects in the bucket, by key. */
  Map<String, JsonNode> objects() {
    return objects;
  }

  /** The keys of which somebody was told that they are in the bucket. */
  Set<String> acknowledged() {
    return acknowledged;
  }

  /** How many objects the bucket never took. */
  int refused() {
    return refused.size();
  }

  /** What really happened, by request id. */
  Map<String, Invoked> invocations() {
    return invocations;
  }

  long calls() {
    return calls;
  }

  /** Keeps nothing of the trials, so that the memory in use is the interpreter's. */
  void forgetTrials() {
    forgetful = true;
  }

  /** Is run whenever a trial's object has been put. */
  void watch(Runnable newWatcher) {
    watcher = newWatcher;
  }

  /** Interrupts the caller in the n-th call from now. */
  void killAt(long call) {
    killAt = calls + call;
  }

  @Override
  public JsonNode call(String resource, JsonNode arguments)
      throws TaskFailedException, InterruptedException {
    if (++calls == killAt) {
      throw new InterruptedException("killed");
    }
    String action = resource.substring(resource.lastIndexOf(':') + 1);
    String service = action.equals("putObject") ? "S3" : "Lambda";
    if (!action.equals("listExecutions") && happens(faults.throttled())) {
      throw new TaskFailedException(
          service.equals("S3") ? "S3.S3Exception" : "Lambda." + refusal(), "refused");
    }
    JsonNode answer =
        switch (action) {
          case "getFunction" -> JSON.objectNode().set("Configuration", look(arguments));
          case "publishVersion" ->
              function(arguments).publish(arguments.path("Description").textValue());
          case "listVersionsByFunction" -> list(function(arguments));
          case "deleteFunction" -> delete(function(arguments), version(arguments));
          case "updateFunctionConfiguration" -> update(function(arguments), arguments);
          case "invoke" -> invoke(function(arguments), arguments);
          case "putObject" -> put(arguments);
          case "listExecutions" -> JSON.objectNode().set("Executions", JSON.arrayNode());
          default -> throw new TaskFailedException("Test.UnknownAction", resource);
        };
    if (happens(faults.lost())) {
      throw new TaskFailedException(
          random.nextBoolean() ? service + ".SdkClientException" : "States.Timeout", "");
    }
    if (action.equals("putObject")) {
      String key = arguments.path("Key").textValue();
      acknowledged.add(key);
      if (key.contains("/trials/")) {
        watcher.run();
      }
    }
    return answer;
  }

  private SimulatedFunction function(JsonNode arguments) {
    return functions.get(arguments.path("FunctionName").textValue().split(":", 2)[0]);
  }

  /** The number of the version that is meant; empty for the function itself. */
  private static String version(JsonNode arguments) {
    String name = arguments.path("FunctionName").textValue();
    return name.contains(":")
        ? name.substring(name.indexOf(':') + 1)
        : arguments.path("Qualifier").asText();
  }

  private static SimulatedVersion find(SimulatedFunction function, String number)
      throws TaskFailedException {
    SimulatedVersion version = function.versions().get(number);
    if (version == null) {
      throw new TaskFailedException("Lambda.ResourceNotFoundException", "no version " + number);
    }
    return version;
  }

  private JsonNode look(JsonNode arguments) throws TaskFailedException {
    SimulatedFunction function = function(arguments);
    String number = version(arguments);
    return number.isEmpty() ? function.look() : find(function, number).look();
  }

  private static JsonNode list(SimulatedFunction function) {
    ArrayNode all = JSON.arrayNode();
    all.addObject().put("Version", "$LATEST").put("Description", "");
    function.versions().values().forEach(version -> all.add(version.configuration()));
    return JSON.objectNode().set("Versions", all);
  }

  private JsonNode delete(SimulatedFunction function, String number) throws TaskFailedException {
    SimulatedVersion version = find(function, number);
    if (happens(faults.unrestorable())) {
      version.keep();
    }
    if (version.isKept()) {
      throw new TaskFailedException("Lambda.AccessDeniedException", "not this one");
    }
    function.versions().remove(number);
    return JSON.objectNode();
  }

  private String refusal() {
    return REFUSALS.get(random.nextInt(REFUSALS.size()));
  }

  private JsonNode update(SimulatedFunction function, JsonNode arguments)
      throws TaskFailedException {
    ObjectNode variables = (ObjectNode) arguments.path("Environment").path("Variables");
    boolean restores = !variables.has("BENCH_RUN");
    if (function.stuck() || (restores && function.unrestorable())) {
      throw new TaskFailedException("Lambda.ResourceConflictException", "stuck");
    }
    function.update(arguments.path("MemorySize").intValue(), variables.deepCopy());
    return JSON.objectNode();
  }

  private JsonNode put(JsonNode arguments) throws TaskFailedException {
    String key = arguments.path("Key").textValue();
    boolean first = !objects.containsKey(key) && !refused.contains(key);
    if (refused.contains(key)
        || (first && key.contains("/trials/") && happens(faults.refusedObject()))) {
      refused.add(key);
      throw new TaskFailedException("S3.S3Exception", "Access Denied");
    }
    if (!forgetful || !key.contains("/trials/")) {
      objects.put(key, arguments.path("Body"));
    }
    return JSON.objectNode().put("ETag", "\"0\"");
  }

  private JsonNode invoke(SimulatedFunction function, JsonNode arguments)
      throws TaskFailedException {
    boolean wrong = happens(faults.wrong());
    boolean cut = happens(faults.cut());
    String number = version(arguments);
    boolean right = !wrong && !cut;
    Invoked invoked =
        number.isEmpty() ? function.invoke(right) : function.invoke(find(function, number), right);
    if (happens(faults.crashed())) {
      throw new TaskFailedException("Runtime.ExitError", "exit status 1");
    }
    String id = "8f507cfc-0000-4000-8000-" + String.format("%012d", ++requests);
    if (!forgetful) {
      invocations.put(id, invoked);
    }
    ObjectNode answer = JSON.objectNode().put("StatusCode", 200).put("ExecutedVersion", "$LATEST");
    // What a function prints may look like a report, too.
    String printed =
        "START RequestId: "
            + id
            + "\n"
            + report("0", function.invented(invoked), began(number))
            + "END\n";
    String log = cut ? printed.substring(0, 40) : printed + report(id, invoked, began(number));
    answer.put("LogResult", Base64.getEncoder().encodeToString(log.getBytes(UTF_8)));
    int n = arguments.at("/Payload/queryStringParameters/n").asInt();
    answer.set("Payload", JSON.objectNode().put("statusCode", 200).put("body", body(n, wrong)));
    return answer;
  }

  private static String began(String version) {
    return version.isEmpty() ? "Init" : "Restore";
  }

  private static String report(String id, Invoked invoked, String began) {
    String report =
        "REPORT RequestId: %s\tDuration: %.2f ms\tBilled Duration: %d ms\tMemory Size: %d MB\t"
                .formatted(id, invoked.durationMs(), invoked.billedMs(), invoked.memoryMb())
            + "Max Memory Used: %d MB\t".formatted(invoked.maxMemoryMb());
    if (invoked.suppressed()) {
      return "INIT_REPORT Init Duration: 10000.00 ms\tPhase: init\tStatus: timeout\n"
          + report
          + "\n";
    }
    return report
        + (invoked.cold()
            ? String.format(Locale.ROOT, "%s Duration: %.2f ms\t\n", began, invoked.initMs())
            : "\n");
  }

  private static String body(int n, boolean wrong) {
    long a = 0;
    long b = 1;
    for (int i = 0; i < n; i++) {
      long sum = a + b;
      a = b;
      b = sum;
    }
    return "{\"runtime\": \"java\", \"fib_result\": %d, \"compute_ms\": 0.000030,"
            .formatted(wrong ? a + 1 : a)
        + " \"alloc_items\": 100000, \"alloc_ms\": 0.092960, \"total_ms\": 0.092990,"
        + " \"checksum\": 333328333350000}";
  }

  private boolean happens(double rate) {
    return random.nextDouble() < rate;
  }
}
