package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Runs its workflow once for every item, within the same execution; its result is the list of their
 * outputs.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html">Map
 *     state in Inline mode</a>
 */
record InlineMapState(String name, MapItems items, Workflow processor, Recovery recovery, Exit exit)
    implements MapState {

  @Override
  public Transition attempt(StateExecution visit) throws StateFailure, InterruptedException {
    EvaluationContext values = visit.values();
    List<MapItems.Item> list = items.list(visit, values);
    int atOnce = items.atOnce(visit, values);
    Scope scope = visit.scope();
    EventOrder lineage =
        new EventOrder(
            scope.event("MapStateStarted", () -> Details.none().put("length", list.size())));
    ArrayNode result = JsonNodeFactory.instance.arrayNode(list.size());
    try {
      result.addAll(
          Branches.run(
              list.size(), atOnce, index -> iterate(list.get(index), visit, values, lineage)));
    } catch (StateFailure failure) {
      scope.continueAfter(lineage.failure());
      throw failure;
    }
    scope.continueAfter(lineage.end());
    scope.marker("MapStateSucceeded", Details::none);
    Payload.within(result, visit.stateName());
    return exit.take(visit, values.withResult(result), result);
  }

  private JsonNode iterate(
      MapItems.Item item, StateExecution visit, EvaluationContext values, EventOrder lineage)
      throws StateFailure, InterruptedException {
    Scope scope = visit.scope().item(item.context(), lineage.next());
    scope.event("MapIterationStarted", () -> iteration(item));
    try {
      JsonNode input = items.input(item, visit, values);
      JsonNode output = items.journaled(visit, input, () -> processor.run(input, scope));
      long last = scope.previousEventId();
      lineage.succeeded(last, scope.marker("MapIterationSucceeded", () -> iteration(item)));
      return output;
    } catch (StateFailure failure) {
      lineage.failed(scope.previousEventId());
      scope.marker("MapIterationFailed", () -> iteration(item));
      throw failure;
    } catch (InterruptedException e) {
      scope.marker("MapIterationAborted", () -> iteration(item));
      throw e;
    }
  }

  private ObjectNode iteration(MapItems.Item item) {
    return Details.none().put("name", name).put("index", item.index());
  }
}
