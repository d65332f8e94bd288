package coldbench.deploy.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.asl.Engine;
import coldbench.asl.ExecutionRequest;
import coldbench.asl.ExecutionResult;
import coldbench.asl.HistoryEvent;
import coldbench.asl.ItemJournal;
import coldbench.asl.StateMachine;
import coldbench.asl.TaskFailedException;
import coldbench.asl.TaskService;
import coldbench.asl.VirtualTime;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Lambda, S3 and Step Functions as the machine sees them, with everything that can go wrong. */
final class Account implements TaskService {
  /** Of the one execution that {@link #run} makes. */
  static final String EXECUTION =
      "arn:aws:states:eu-central-1:123456789012:execution:coldbench-dev:night";

  private static final String SUPPRESSED =
      "INIT_REPORT Init Duration: 10337.01 ms\tPhase: init\tStatus: timeout\n";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** In which no time passes but what a test makes pass. */
  final VirtualTime time = new VirtualTime(Instant.parse("2026-03-14T02:00:00.100Z"));

  /** How long the machine waited; no time passed. */
  final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());

  /** One call of a service. */
  record Call(String action, JsonNode arguments) {
    String function() {
      return arguments.path("FunctionName").asText().split(":", 2)[0];
    }

    /** Whether it is a call of a function that is measured, or discarded. */
    boolean measures() {
      return action.equals("invoke") && !arguments.at("/Payload").has("coldbench");
    }

    /** The version that is meant; empty for the function itself. */
    String version() {
      String name = arguments.path("FunctionName").asText();
      return name.contains(":")
          ? name.substring(name.indexOf(':') + 1)
          : arguments.path("Qualifier").asText();
    }
  }

  /** A published version, with its own configuration and sandbox. */
  static final class Version {
    private final ObjectNode configuration;
    private final int memoryMb;
    private final int revision;
    private int polls;
    private boolean sandbox;

    private Version(ObjectNode configuration, int memoryMb, int revision) {
      this.configuration = configuration;
      this.memoryMb = memoryMb;
      this.revision = revision;
    }
  }

  /** A function and how it behaves. */
  static final class Function {
    int memoryMb = 128;
    ObjectNode variables = JSON.objectNode().put("STAGE", "test");
    int revision = 1;
    int pollsUntilSettled;
    int callsOfOldSandbox;
    int coldCallsInBetween;
    boolean suppressesInit;
    String updateStatus = "Successful";
    String answer = "";

    /** As the functions tell it: the beginnings of files below /proc, escaped as JSON. */
    String tells =
        "{\"cpuinfo\": \"processor\\t: 0\\nvendor_id\\t: GenuineIntel\\nmodel\\t\\t: 85\\nmodel name\\t:"
            + " Intel(R) Xeon(R) Processor @ 2.90GHz\\nstepping\\t: 7\\n\","
            + " \"kernel\": \"5.10.245-269.978.amzn2.x86_64\\n\","
            + " \"meminfo\": \"MemTotal:         186584 kB\\nMemFree:            9\"}";

    final Map<String, Version> versions = new TreeMap<>();
    int pollsUntilSnapshot;
    String snapshotState = "Active";
    boolean restores = true;
    private int published;
    private int polls;
    private int oldCalls;
    private int sandboxMemoryMb = 128;
    private boolean sandbox = true;

    /** A version published by hand. */
    void publish(String description) {
      ObjectNode configuration = JSON.objectNode().put("Description", description);
      String number = String.valueOf(++published);
      versions.put(number, new Version(configuration.put("Version", number), memoryMb, revision));
    }
  }

  /** A service that refuses calls, some times or always. */
  private record Fault(Predicate<Call> calls, AtomicInteger times, String error) {}

  final Map<String, Function> functions = new LinkedHashMap<>();
  final Map<String, JsonNode> objects = new TreeMap<>();
  final List<Call> calls = new ArrayList<>();
  final List<JsonNode> executions = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  Consumer<Call> meanwhile = call -> {};

  Function function(String name) {
    return functions.computeIfAbsent(name, key -> new Function());
  }

  void refuse(String action, String function, int times, String error) {
    faults.add(
        new Fault(
            call -> call.action().equals(action) && call.arguments().toString().contains(function),
            new AtomicInteger(times),
            error));
  }

  List<String> actionsOn(String function) {
    return calls.stream()
        .filter(call -> call.function().equals(function))
        .map(Call::action)
        .toList();
  }

  @Override
  public synchronized JsonNode call(String resource, JsonNode arguments)
      throws TaskFailedException, InterruptedException {
    Call call = new Call(resource.substring(resource.lastIndexOf(':') + 1), arguments);
    calls.add(call);
    meanwhile.accept(call);
    if (Thread.interrupted()) {
      throw new InterruptedException("killed by the test");
    }
    for (Fault fault : faults) {
      if (fault.calls().test(call) && fault.times().getAndDecrement() > 0) {
        throw new TaskFailedException(fault.error(), "refused by the test");
      }
    }
    return switch (call.action()) {
      case "getFunction" -> JSON.objectNode().set("Configuration", looked(call));
      case "publishVersion" -> publish(call);
      case "listVersionsByFunction" -> versions(call);
      case "deleteFunction" -> delete(call);
      case "updateFunctionConfiguration" -> update(call);
      case "invoke" ->
          call.version().isEmpty()
              ? invoke(function(call.function()), arguments)
              : restored(function(call.function()), version(call), arguments);
      case "putObject" -> put(arguments);
      case "listExecutions" ->
          JSON.objectNode().set("Executions", JSON.arrayNode().addAll(executions));
      default -> throw new TaskFailedException("Test.UnknownAction", resource);
    };
  }

  private Version version(Call call) throws TaskFailedException {
    Version version = function(call.function()).versions.get(call.version());
    if (version == null) {
      throw new TaskFailedException("Lambda.ResourceNotFoundException", "no " + call.version());
    }
    return version;
  }

  private JsonNode looked(Call call) throws TaskFailedException {
    if (call.version().isEmpty()) {
      return configuration(call);
    }
    Function function = function(call.function());
    Version version = version(call);
    boolean ready = version.polls++ >= function.pollsUntilSnapshot;
    return version
        .configuration
        .deepCopy()
        .put("State", ready ? function.snapshotState : "Pending")
        .put("StateReason", ready ? "as the test says" : "The function is being created.");
  }

  /** Of a configuration that has not changed since the last version there is no new one. */
  private JsonNode publish(Call call) {
    Function function = function(call.function());
    String last = String.valueOf(function.published);
    Version latest = function.versions.get(last);
    if (latest != null && latest.revision == function.revision) {
      return latest.configuration;
    }
    String number = String.valueOf(++function.published);
    ObjectNode configuration =
        configuration(call)
            .put("Version", number)
            .put("Description", call.arguments().path("Description").asText());
    function.versions.put(number, new Version(configuration, function.memoryMb, function.revision));
    return configuration;
  }

  private JsonNode versions(Call call) {
    ArrayNode all = JSON.arrayNode();
    all.addObject().put("Version", "$LATEST").put("Description", "coldbench itself");
    function(call.function()).versions.values().forEach(each -> all.add(each.configuration));
    return JSON.objectNode().set("Versions", all);
  }

  private JsonNode delete(Call call) throws TaskFailedException {
    if (call.version().isEmpty()) {
      throw new TaskFailedException("Test.Deleted", "the function itself was to be deleted");
    }
    version(call);
    function(call.function()).versions.remove(call.version());
    return JSON.objectNode();
  }

  private JsonNode restored(Function function, Version version, JsonNode arguments) {
    boolean cold = !version.sandbox;
    version.sandbox = true;
    String began =
        function.restores
            ? "Restore Duration: 412.50 ms\tBilled Restore Duration: 30 ms\t"
            : "Init Duration: 28.96 ms\t";
    return answer(function, arguments, cold, version.memoryMb, cold ? began : "");
  }

  private ObjectNode configuration(Call call) {
    Function function = function(call.function());
    boolean settled = function.polls >= function.pollsUntilSettled;
    function.polls++;
    ObjectNode configuration =
        JSON.objectNode()
            .put("FunctionArn", "arn:aws:lambda:eu-central-1:123456789012:function:f")
            .put("Runtime", "provided.al2023")
            .put("Handler", "bootstrap")
            .put("CodeSize", 231_000)
            .put("CodeSha256", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
            .put("MemorySize", function.memoryMb)
            .put("Timeout", 30)
            .put("Version", "$LATEST")
            .put("LastModified", "2026-03-14T01:00:00.000+0000")
            .put("RevisionId", "revision-" + function.revision)
            .put("LastUpdateStatus", settled ? function.updateStatus : "InProgress");
    configuration.putArray("Architectures").add("arm64");
    configuration.putObject("Environment").set("Variables", function.variables.deepCopy());
    return configuration;
  }

  private JsonNode update(Call call) {
    Function function = function(call.function());
    function.memoryMb = call.arguments().path("MemorySize").asInt();
    function.variables =
        ((ObjectNode) call.arguments().path("Environment").path("Variables")).deepCopy();
    function.revision++;
    function.polls = 0;
    if (function.oldCalls < function.callsOfOldSandbox) {
      function.sandbox = true;
    } else {
      function.sandbox = false;
      function.sandboxMemoryMb = function.memoryMb;
    }
    return configuration(call);
  }

  private JsonNode invoke(Function function, JsonNode arguments) {
    boolean cold = !function.sandbox;
    if (function.oldCalls < function.callsOfOldSandbox) {
      function.oldCalls++;
    } else if (!cold && function.coldCallsInBetween > 0) {
      function.coldCallsInBetween--;
      cold = true;
    }
    function.sandbox = true;
    return answer(
        function,
        arguments,
        cold,
        function.sandboxMemoryMb,
        !cold ? "" : function.suppressesInit ? SUPPRESSED : "Init Duration: 28.96 ms\t");
  }

  private static JsonNode answer(
      Function function, JsonNode arguments, boolean cold, int memoryMb, String began) {
    String report =
        "REPORT RequestId: 6f0b5bc9-1a51-4b4e-9a0c-6a9a40b6d3a1\tDuration: %s ms\t"
            + "Billed Duration: %d ms\tMemory Size: %d MB\tMax Memory Used: 16 MB\t%s\n";
    boolean suppressed = began.equals(SUPPRESSED);
    String log =
        (suppressed ? SUPPRESSED : "")
            + report.formatted(
                suppressed ? "12079.53" : cold ? "1.77" : "1.22",
                suppressed ? 12080 : cold ? 31 : 2,
                memoryMb,
                suppressed ? "" : began);
    ObjectNode answer = JSON.objectNode().put("StatusCode", 200).put("ExecutedVersion", "$LATEST");
    answer.put("LogResult", Base64.getEncoder().encodeToString(log.getBytes(UTF_8)));
    answer.set(
        "Payload", JSON.objectNode().put("statusCode", 200).put("body", body(function, arguments)));
    return answer;
  }

  private static String body(Function function, JsonNode arguments) {
    if (arguments.at("/Payload").has("coldbench")) {
      return function.tells;
    }
    if (!function.answer.isEmpty()) {
      return function.answer;
    }
    long a = 0;
    long b = 1;
    for (int i = arguments.at("/Payload/queryStringParameters/n").asInt(); i > 0; i--) {
      long sum = a + b;
      a = b;
      b = sum;
    }
    return "{\"runtime\": \"java\", \"fib_result\": %d, \"compute_ms\": 0.000030,".formatted(a)
        + " \"alloc_items\": 100000, \"alloc_ms\": 0.092960, \"total_ms\": 0.092990,"
        + " \"checksum\": 333328333350000}";
  }

  private JsonNode put(JsonNode arguments) {
    objects.put(arguments.path("Key").asText(), arguments.path("Body"));
    return JSON.objectNode().put("ETag", "\"0\"");
  }

  /** Runs a machine in this account, to its end. */
  ExecutionResult run(StateMachine machine, String input) throws InterruptedException {
    return run(machine, input, event -> {});
  }

  /**
   * The same.
   *
   * @param history hears every event, those of the blocks too
   */
  ExecutionResult run(StateMachine machine, String input, Consumer<HistoryEvent> history)
      throws InterruptedException {
    return run(machine, input, history, ItemJournal.NONE);
  }

  /** The same, without the items that the journal knows. */
  ExecutionResult run(StateMachine machine, String input, ItemJournal journal)
      throws InterruptedException {
    return run(machine, input, event -> {}, journal);
  }

  private ExecutionResult run(
      StateMachine machine, String input, Consumer<HistoryEvent> history, ItemJournal journal)
      throws InterruptedException {
    Engine engine =
        Engine.system()
            .withClock(time.clock())
            .withSleeper(waits::add)
            .withJitter(new Random(7))
            .withHistory(history)
            .withJournal(journal);
    ExecutionRequest request =
        new ExecutionRequest(
            "night",
            EXECUTION,
            "arn:aws:states:eu-central-1:123456789012:stateMachine:coldbench-dev",
            "coldbench-dev",
            "arn:aws:iam::123456789012:role/coldbench-dev",
            Evaluation.json(input));
    return machine.run(request, this, engine);
  }
}
