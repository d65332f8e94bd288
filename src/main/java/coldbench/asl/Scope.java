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

  /** A branch of a Parallel, which goes on after the given event. */
  Scope branch(long after) {
    return new Scope(run, variables.inner(), mapItem, after);
  }

  /** An item of an inline Map; {@code item} is {@code $states.context.Map}. */
  Scope item(JsonNode item, long after) {
    return new Scope(run, variables.inner(), Optional.of(item), after);
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

  /** Goes on after another event than the last one. */
  void continueAfter(long eventId) {
    previousEventId = eventId;
  }

  /** The first event. The first state follows none, not this one. */
  void start() throws StateFailure {
    String type = "ExecutionStarted";
    run.record(0, type, Details.field(type), () -> Details.started(run.request()));
  }

  /** Adds an event that the next one follows, and returns its number. */
  long event(String type, Supplier<ObjectNode> details) throws StateFailure {
    previousEventId = marker(type, details);
    return previousEventId;
  }

  /** Adds an event that the next one does not follow, and returns its number. */
  long marker(String type, Supplier<ObjectNode> details) throws StateFailure {
    return run.record(previousEventId, type, Details.field(type), details);
  }
}
