package coldbench.asl;

import coldbench.json.InvalidFieldException;
import coldbench.json.JsonObject;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * A definition in the Amazon States Language with JSONata, loaded once and run any number of times,
 * also at the same time.
 *
 * @see <a href="https://states-language.net/spec.html">Amazon States Language</a>
 */
public final class StateMachine {
  /** What the service takes, in UTF-8. */
  private static final int MAX_BYTES = 1 << 20;

  private static final int LONGEST_SECONDS = 99_999_999;

  private final Workflow workflow;
  private final Optional<Duration> timeout;

  private StateMachine(Workflow workflow, Optional<Duration> timeout) {
    this.workflow = workflow;
    this.timeout = timeout;
  }

  /**
   * Reads a definition.
   *
   * @throws InvalidDefinitionException for whatever this interpreter does not support, down to a
   *     field or a function; nothing is ever passed over
   */
  public static StateMachine load(JsonNode definition) {
    long bytes = Payload.bytes(definition);
    if (bytes > MAX_BYTES) {
      throw new InvalidDefinitionException(
          new InvalidFieldException(
              "$", "has %d bytes, expected at most %d".formatted(bytes, MAX_BYTES)));
    }
    try {
      return load(JsonObject.of("$", definition));
    } catch (InvalidFieldException e) {
      throw new InvalidDefinitionException(e);
    }
  }

  private static StateMachine load(JsonObject fields) {
    Loader.comment(fields);
    fields.oneOf("Version", List.of("1.0"), "1.0");
    Loader loader = Loader.ofMachine(fields);
    OptionalLong seconds = fields.optionalWhole("TimeoutSeconds", 1, LONGEST_SECONDS);
    Workflow workflow = loader.workflow(fields);
    fields.refuseUnread();
    return new StateMachine(
        workflow,
        seconds.isPresent()
            ? Optional.of(Duration.ofSeconds(seconds.getAsLong()))
            : Optional.empty());
  }

  /** The {@code Resource} of every Task, of the inner workflows as well. */
  public Set<String> resources() {
    Set<String> resources = new TreeSet<>();
    workflow.collectResources(resources);
    return resources;
  }

  /**
   * Runs an execution to its end. All that an execution can go through ends in a result; when this
   * returns or throws, no service is being called any more.
   *
   * @throws InterruptedException if the thread is interrupted: the execution is ended where it is
   */
  public ExecutionResult run(ExecutionRequest request, TaskService services, Engine engine)
      throws InterruptedException {
    try (Watchdog watchdog = new Watchdog()) {
      return new Run(request, services, engine, watchdog, timeout).execute(workflow);
    }
  }
}
