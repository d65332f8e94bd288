package coldbench.account;

import coldbench.asl.ExecutionRequest;
import coldbench.asl.StateMachine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;

/**
 * The emulator's gap: its Step Functions lacks {@code s3:putObject}, LogType and JSONata in a
 * Distributed Map. So executions go to this service in front of it, which takes a machine's
 * definition from the emulator, as it was deployed, and executes it by our own interpreter against
 * the emulator's Lambda and S3. All other actions are handed on to the emulator.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/Welcome.html">API</a>
 */
final class StepFunctions implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TARGET = "AWSStepFunctions.";

  /** What an action refuses. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final String type;

    Refused(String type, String message) {
      super(message);
      this.type = type;
    }
  }

  private final Emulator emulator;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient http = HttpClient.newHttpClient();
  private final SfnClient deployed;
  private final EmulatedServices services;
  private final Map<String, EmulatedExecution> executions = new TreeMap<>();

  private StepFunctions(Emulator emulator) throws IOException {
    this.emulator = emulator;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    this.deployed = emulator.client(SfnClient.builder());
    this.services =
        new EmulatedServices(emulator, emulator.client(SfnClient.builder(), endpoint()));
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  static StepFunctions inFrontOf(Emulator emulator) throws IOException {
    return new StepFunctions(emulator);
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
      try {
        switch (target.replace(TARGET, "")) {
          case "StartExecution" -> answer(exchange, 200, start(JSON.readTree(body)));
          case "DescribeExecution" ->
              answer(exchange, 200, find(JSON.readTree(body)).description());
          case "ListExecutions" -> answer(exchange, 200, list(JSON.readTree(body)));
          case "StopExecution" -> answer(exchange, 200, stop(JSON.readTree(body)));
          case "ListMapRuns" -> answer(exchange, 200, find(JSON.readTree(body)).mapRuns());
          case "DescribeMapRun" -> answer(exchange, 200, mapRun(JSON.readTree(body)));
          default -> handOn(exchange, target, body);
        }
      } catch (Refused e) {
        answer(
            exchange,
            400,
            JSON.createObjectNode().put("__type", e.type).put("message", e.getMessage()));
      }
    }
  }

  private synchronized ObjectNode start(JsonNode wanted) throws Refused {
    DescribeStateMachineResponse machine =
        deployed.describeStateMachine(
            request -> request.stateMachineArn(wanted.path("stateMachineArn").asText()));
    ExecutionRequest request = request(machine, wanted);
    EmulatedExecution known = executions.get(request.executionArn());
    if (known != null && !(known.running() && known.request().input().equals(request.input()))) {
      throw new Refused("ExecutionAlreadyExists", request.executionArn());
    }
    if (known == null) {
      known = new EmulatedExecution(machine(machine.definition()), request, services);
      executions.put(request.executionArn(), known);
      known.start();
    }
    return JSON.createObjectNode()
        .put("executionArn", request.executionArn())
        .put("startDate", EmulatedExecution.seconds(known.startedAt()));
  }

  private static StateMachine machine(String definition) throws Refused {
    return StateMachine.load(json(definition));
  }

  private static ExecutionRequest request(DescribeStateMachineResponse machine, JsonNode wanted)
      throws Refused {
    String name = wanted.path("name").asText();
    return new ExecutionRequest(
        name,
        machine.stateMachineArn().replace(":stateMachine:", ":execution:") + ":" + name,
        machine.stateMachineArn(),
        machine.name(),
        machine.roleArn(),
        json(wanted.path("input").asText("{}")));
  }

  private static JsonNode json(String text) throws Refused {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new Refused("InvalidExecutionInput", String.valueOf(e.getMessage()));
    }
  }

  private synchronized EmulatedExecution find(JsonNode wanted) throws Refused {
    String arn = wanted.path("executionArn").asText();
    EmulatedExecution execution = executions.get(arn);
    if (execution == null) {
      throw new Refused("ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
    }
    return execution;
  }

  /** The latest first. */
  private synchronized ObjectNode list(JsonNode wanted) {
    List<EmulatedExecution> latest = new ArrayList<>(executions.values());
    latest.sort(Comparator.comparing(EmulatedExecution::startedAt).reversed());
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode items = answer.putArray("executions");
    for (EmulatedExecution execution : latest) {
      ObjectNode item = execution.item();
      if (item.path("stateMachineArn").equals(wanted.path("stateMachineArn"))
          && (!wanted.has("statusFilter")
              || wanted.path("statusFilter").equals(item.path("status")))) {
        items.add(item);
      }
    }
    return answer;
  }

  private ObjectNode stop(JsonNode wanted) throws Refused {
    EmulatedExecution execution = find(wanted);
    execution.stop(wanted.path("error").asText(), wanted.path("cause").asText());
    return JSON.createObjectNode().put("stopDate", EmulatedExecution.seconds(Instant.now()));
  }

  private synchronized ObjectNode mapRun(JsonNode wanted) throws Refused {
    String arn = wanted.path("mapRunArn").asText();
    for (EmulatedExecution execution : executions.values()) {
      if (execution.mapRunArn().equals(arn)) {
        return execution.mapRun();
      }
    }
    throw new Refused("ResourceNotFound", arn);
  }

  private void handOn(HttpExchange exchange, String target, byte[] body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(emulator.endpoint())
            .header("X-Amz-Target", target)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      send(exchange, response.statusCode(), response.body());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, ObjectNode body)
      throws IOException {
    send(exchange, status, JSON.writeValueAsBytes(body));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    executions.values().forEach(execution -> execution.stop("Closed", "the test has ended"));
    server.stop(0);
    threads.shutdownNow();
    services.close();
    deployed.close();
  }
}
