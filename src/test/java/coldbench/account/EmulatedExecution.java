package coldbench.account;

import coldbench.asl.Engine;
import coldbench.asl.ExecutionRequest;
import coldbench.asl.ExecutionResult;
import coldbench.asl.StateMachine;
import coldbench.asl.TaskService;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** An execution that goes on in a thread of its own, and how Step Functions tells of it. */
final class EmulatedExecution {
  private final ExecutionRequest request;
  private final Thread thread;
  private final Instant startedAt = Instant.now();
  private final ObjectNode end = JsonNodeFactory.instance.objectNode();
  private String status = "RUNNING";

  EmulatedExecution(StateMachine machine, ExecutionRequest request, TaskService services) {
    this.request = request;
    this.thread = new Thread(() -> run(machine, services), "execution-" + request.name());
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void run(StateMachine machine, TaskService services) {
    try {
      ExecutionResult result = machine.run(request, services, Engine.system());
      if (result instanceof ExecutionResult.Succeeded succeeded) {
        ended("SUCCEEDED", "output", succeeded.output().toString());
      } else if (result instanceof ExecutionResult.Failed failed) {
        ended("FAILED", "error", failed.error(), "cause", failed.cause());
      } else {
        ended("TIMED_OUT");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      ended("FAILED", "error", "States.Runtime", "cause", e.toString());
    }
  }

  /** StopExecution, of which the execution hears nothing: it is ended where it is. */
  void stop(String error, String cause) {
    ended("ABORTED", "error", error, "cause", cause);
    thread.interrupt();
  }

  /** The first end counts. */
  private synchronized void ended(String how, String... fields) {
    if (!running()) {
      return;
    }
    status = how;
    end.put("stopDate", seconds(Instant.now()));
    for (int i = 0; i < fields.length; i += 2) {
      end.put(fields[i], fields[i + 1]);
    }
  }

  synchronized boolean running() {
    return status.equals("RUNNING");
  }

  ExecutionRequest request() {
    return request;
  }

  Instant startedAt() {
    return startedAt;
  }

  /** As in ListExecutions. */
  synchronized ObjectNode item() {
    ObjectNode item =
        JsonNodeFactory.instance
            .objectNode()
            .put("executionArn", request.executionArn())
            .put("stateMachineArn", request.stateMachineArn())
            .put("name", request.name())
            .put("status", status)
            .put("startDate", seconds(startedAt));
    if (end.has("stopDate")) {
      item.set("stopDate", end.get("stopDate"));
    }
    return item;
  }

  /** Of its one Distributed Map. */
  String mapRunArn() {
    return request
        .executionArn()
        .replace(":execution:", ":mapRun:")
        .replaceFirst(":([^:]+)$", "/Blocks:$1");
  }

  /** As in ListMapRuns. */
  ObjectNode mapRuns() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer
        .putArray("mapRuns")
        .addObject()
        .put("executionArn", request.executionArn())
        .put("mapRunArn", mapRunArn())
        .put("stateMachineArn", request.stateMachineArn())
        .put("startDate", seconds(startedAt));
    return answer;
  }

  /** As in DescribeMapRun: it goes on as long as something of the execution does. */
  ObjectNode mapRun() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("mapRunArn", mapRunArn())
        .put("executionArn", request.executionArn())
        .put("status", thread.isAlive() ? "RUNNING" : running() ? "SUCCEEDED" : "ABORTED");
  }

  /** As in DescribeExecution. */
  synchronized ObjectNode description() {
    ObjectNode all = item().put("input", request.input().toString());
    all.setAll(end);
    return all;
  }

  /** The protocol's timestamps. */
  static double seconds(Instant instant) {
    return instant.toEpochMilli() / 1e3;
  }
}
