package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** States and where they start: of a machine, an item processor or a branch. */
record Workflow(String startAt, Map<String, State> states) {

  /** Adds the {@code Resource} of every Task to the set. */
  void collectResources(Set<String> resources) {
    for (State state : states.values()) {
      if (state instanceof TaskState task) {
        resources.add(task.resource().arn());
      }
      state.workflows().forEach(inner -> inner.collectResources(resources));
    }
  }

  /** Runs from the first state to an end and returns the last output. */
  JsonNode run(JsonNode input, Scope scope) throws StateFailure, InterruptedException {
    JsonNode value = input;
    String at = startAt;
    while (true) {
      State state = Objects.requireNonNull(states.get(at), at);
      StateExecution visit = StateExecution.enter(scope, state, value);
      Transition transition = run(state, visit);
      visit.exit(transition);
      if (transition.next().isEmpty()) {
        return transition.output();
      }
      at = transition.next().get();
      value = transition.output();
    }
  }

  private static Transition run(State state, StateExecution visit)
      throws StateFailure, InterruptedException {
    try {
      return state.run(visit);
    } catch (StateFailure failure) {
      visit.evaluationFailed(failure);
      throw failure;
    } catch (InterruptedException e) {
      visit.aborted();
      throw e;
    }
  }
}
