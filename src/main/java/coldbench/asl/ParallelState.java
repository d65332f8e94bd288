package coldbench.asl;

import coldbench.json.JsonObject;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs several workflows side by side; its result is the list of their outputs.
 *
 * @see <a href="https://states-language.net/spec.html#parallel-state">Parallel state</a>
 */
record ParallelState(
    String name,
    List<Workflow> branches,
    Optional<Template> arguments,
    Recovery recovery,
    Exit exit)
    implements State {

  static ParallelState read(String name, JsonObject fields, Loader loader) {
    List<Workflow> branches = new ArrayList<>();
    for (JsonObject branch : fields.optionalObjects("Branches")) {
      branches.add(loader.inner().workflow(branch));
      Loader.comment(branch);
      branch.refuseUnread();
    }
    if (branches.isEmpty()) {
      throw fields.invalid("Branches", "has no branch, expected one or more");
    }
    return new ParallelState(
        name,
        branches,
        Template.read(fields, "Arguments"),
        Recovery.read(fields, loader),
        loader.exit(fields, StatesFields.WITH_RESULT));
  }

  @Override
  public String type() {
    return "Parallel";
  }

  @Override
  public List<Workflow> workflows() {
    return branches;
  }

  @Override
  public boolean retries() {
    return true;
  }

  @Override
  public Transition run(StateExecution visit) throws StateFailure, InterruptedException {
    return recovery.run(
        visit,
        new Recovery.Attempt() {
          @Override
          public Transition run() throws StateFailure, InterruptedException {
            return attempt(visit);
          }

          @Override
          public void failed() throws StateFailure {
            visit.scope().event("ParallelStateFailed", Details::none);
          }
        });
  }

  private Transition attempt(StateExecution visit) throws StateFailure, InterruptedException {
    EvaluationContext values = visit.values();
    JsonNode given = arguments.isPresent() ? arguments.get().evaluate(values) : visit.input();
    Scope scope = visit.scope();
    long started = scope.event("ParallelStateStarted", Details::none);
    EventOrder lineage = new EventOrder(started);
    ArrayNode result = JsonNodeFactory.instance.arrayNode();
    try {
      result.addAll(
          Branches.run(
              branches.size(),
              visit.run().engine().itemsAtOnce(),
              index -> branch(branches.get(index), given, scope.branch(started), lineage)));
    } catch (StateFailure failure) {
      scope.continueAfter(lineage.failure());
      throw failure;
    }
    scope.continueAfter(lineage.end());
    scope.marker("ParallelStateSucceeded", Details::none);
    Payload.within(result, visit.stateName());
    return exit.take(visit, values.withResult(result), result);
  }

  private static JsonNode branch(Workflow workflow, JsonNode given, Scope scope, EventOrder lineage)
      throws StateFailure, InterruptedException {
    try {
      JsonNode output = workflow.run(given, scope);
      lineage.succeeded(scope.previousEventId(), scope.previousEventId());
      return output;
    } catch (StateFailure failure) {
      lineage.failed(scope.previousEventId());
      throw failure;
    }
  }
}
