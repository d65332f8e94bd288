package coldbench.asl;

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

  static ParallelState read(String name, Fields fields, Loader loader) {
    List<Workflow> branches = new ArrayList<>();
    for (Fields branch : fields.objects("Branches")) {
      branches.add(loader.inner().workflow(branch));
      branch.comment();
      branch.end();
    }
    if (branches.isEmpty()) {
      throw fields.invalid("Branches", "has no branch, allowed are one or more");
    }
    return new ParallelState(
        name,
        branches,
        fields.template("Arguments"),
        Recovery.read(fields, loader),
        loader.exit(fields));
  }

  @Override
  public String type() {
    return "Parallel";
  }

  @Override
  public Transition run(Visit visit) throws StateFailure, InterruptedException {
    return recovery.run(visit, () -> attempt(visit));
  }

  private Transition attempt(Visit visit) throws StateFailure, InterruptedException {
    Values values = visit.values();
    JsonNode given = arguments.isPresent() ? arguments.get().evaluate(values) : visit.input();
    Scope scope = visit.scope();
    scope.event("ParallelStateStarted", Details::none);
    ArrayNode result = JsonNodeFactory.instance.arrayNode();
    try {
      result.addAll(
          Branches.run(
              branches.size(),
              visit.run().engine().itemsAtOnce(),
              index -> branches.get(index).run(given, scope.branch())));
    } catch (StateFailure failure) {
      scope.event("ParallelStateFailed", Details::none);
      throw failure;
    }
    scope.event("ParallelStateSucceeded", Details::none);
    Payload.within(result, visit.stateName());
    return exit.take(visit, values.withResult(result), result);
  }
}
