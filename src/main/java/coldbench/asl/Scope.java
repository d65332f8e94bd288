package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where one workflow runs: its execution, its variables, the item of the Map it is in, and its own
 * line of history. Used by one thread.
 */
final class Scope {
  private final Run run;
  private final Variables variables;
  private final Optional<JsonNode> mapItem;
  private long previousEventId;

  /** The outermost workflow of an execution. */
  Scope(Run run) {
    this(run, new Variables(), Optional.empty(), 0);
  }

  private Scope(Run run, Variables variables, Optional<JsonNode> mapItem, long previousEventId) {
    this.run = run;
    this.variables = variables;
    this.mapItem = mapItem;
    this.previousEventId = previousEventId;
  }

  /** A branch of a Parallel. */
  Scope branch() {
    return new Scope(run, variables.inner(), mapItem, previousEventId);
  }

  /** An item of an inline Map; {@code item} is {@code $states.context.Map}. */
  Scope item(JsonNode item) {
    return new Scope(run, variables.inner(), Optional.of(item), previousEventId);
  }

  Run run() {
    return run;
  }

  Variables variables() {
    return variables;
  }

  Optional<JsonNode> mapItem() {
    return mapItem;
  }

  long previousEventId() {
    return previousEventId;
  }

  /** Takes up the line of history where a branch or an item ended. */
  void continueAfter(long eventId) {
    previousEventId = eventId;
  }

  /** The first event. The first state follows none, not this one. */
  void start() throws StateFailure {
    String type = "ExecutionStarted";
    run.record(0, type, Details.field(type), () -> Details.started(run.request()));
  }

  /** Adds an event behind the last one and returns its number. */
  long event(String type, Supplier<ObjectNode> details) throws StateFailure {
    previousEventId = run.record(previousEventId, type, Details.field(type), details);
    return previousEventId;
  }
}
