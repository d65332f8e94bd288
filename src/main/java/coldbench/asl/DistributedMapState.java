package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs its workflow once for every item, or batch of items, each as a child execution of its own:
 * with its own variables, context object and history. Its result is the list of their outputs; an
 * item that failed within what is tolerated has its error there.
 *
 * @param label stands in the child executions' ARNs
 * @param batcher puts several items into one child execution
 * @param toleratedCount how many items may fail
 * @param toleratedPercentage how many of a hundred items may fail
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html">
 *     Map state in Distributed mode</a>
 */
record DistributedMapState(
    String name,
    Optional<String> label,
    MapItems items,
    Optional<ItemBatcher> batcher,
    Optional<NumberField> toleratedCount,
    Optional<NumberField> toleratedPercentage,
    Workflow processor,
    Recovery recovery,
    Exit exit)
    implements MapState {

  @Override
  public Transition attempt(StateExecution visit) throws StateFailure, InterruptedException {
    EvaluationContext values = visit.values();
    List<MapItems.Item> list = items.list(visit, values);
    int atOnce = items.atOnce(visit, values);
    String runLabel = label.orElseGet(() -> name(visit));
    Scope scope = visit.scope();
    scope.event("MapStateStarted", () -> Details.none().put("length", list.size()));
    int tolerated = tolerated(list.size(), values);
    scope.event("MapRunStarted", () -> mapRun(visit, runLabel));
    ArrayNode result = JsonNodeFactory.instance.arrayNode();
    AtomicInteger failed = new AtomicInteger();
    try {
      List<MapItems.Batch> batches = batches(list, visit, values);
      result.addAll(
          Branches.run(
              batches.size(),
              atOnce,
              index -> child(visit, runLabel, batches.get(index), failed, tolerated)));
    } catch (StateFailure failure) {
      scope.event("MapRunFailed", () -> Details.failure(failure));
      throw failure;
    }
    long started = scope.previousEventId();
    scope.event("MapRunSucceeded", Details::none);
    scope.marker("MapStateSucceeded", Details::none);
    scope.continueAfter(started);
    Payload.within(result, visit.stateName());
    return exit.take(visit, values.withResult(result), result);
  }

  private List<MapItems.Batch> batches(
      List<MapItems.Item> list, StateExecution visit, EvaluationContext values)
      throws StateFailure {
    List<MapItems.Batch> inputs = items.inputs(list, visit, values);
    List<MapItems.Batch> batches =
        batcher.isPresent() ? batcher.get().batches(inputs, values) : inputs;
    for (MapItems.Batch batch : batches) {
      Payload.within(batch.input(), visit.stateName());
    }
    return batches;
  }

  private JsonNode child(
      StateExecution visit,
      String runLabel,
      MapItems.Batch batch,
      AtomicInteger failed,
      int tolerated)
      throws StateFailure, InterruptedException {
    try {
      return items.journaled(visit, batch.input(), () -> execute(visit, runLabel, batch.input()));
    } catch (StateFailure failure) {
      if (failed.addAndGet(batch.items()) > tolerated) {
        throw new StateFailure(
            StateFailure.TOLERATED_FAILURES,
            "The specified tolerated failure threshold was exceeded");
      }
      return failure.output();
    }
  }

  private JsonNode execute(StateExecution visit, String runLabel, JsonNode input)
      throws StateFailure, InterruptedException {
    Run run = visit.run();
    ExecutionRequest request = run.request().child(runLabel, name(visit), input);
    ExecutionResult result = run.child(request).execute(processor);
    if (result instanceof ExecutionResult.Succeeded succeeded) {
      return succeeded.output();
    } else if (result instanceof ExecutionResult.Failed failed) {
      throw new StateFailure(failed.error(), failed.cause());
    }
    throw new ExecutionTimedOut();
  }

  /** How many items may fail; none where the definition says nothing. */
  private int tolerated(int items, EvaluationContext values) throws StateFailure {
    int count =
        toleratedCount.isPresent()
            ? (int) toleratedCount.get().evaluate(values)
            : toleratedPercentage.isPresent() ? items : 0;
    double percentage =
        toleratedPercentage.isPresent() ? toleratedPercentage.get().evaluate(values) : 100;
    return Math.min(count, (int) Math.floor(items * percentage / 100));
  }

  private static String name(StateExecution visit) {
    return StepFunctionsLibrary.uuid(visit.run().engine().jitter());
  }

  private static ObjectNode mapRun(StateExecution visit, String runLabel) {
    ExecutionRequest request = visit.run().request();
    String machine =
        request.stateMachineArn().replace(":stateMachine:", ":mapRun:") + "/" + runLabel;
    return Details.none().put("mapRunArn", machine + ":" + name(visit));
  }
}
