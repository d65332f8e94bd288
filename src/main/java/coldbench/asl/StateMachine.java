package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A definition in the Amazon States Language with JSONata, loaded once and run any number of times,
 * also at the same time.
 *
 * @see <a href="https://states-language.net/spec.html">Amazon States Language</a>
 */
public final class StateMachine {
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
   * @throws InvalidDefinitionException for whatever this interpreter does not do, down to a field
   *     or a function; nothing is ever passed over
   */
  public static StateMachine load(JsonNode definition) {
    Fields fields = new Fields(definition, "$");
    fields.comment();
    String version = fields.optionalText("Version").orElse("1.0");
    if (!version.equals("1.0")) {
      throw fields.invalid("Version", "is %s, allowed is 1.0".formatted(version));
    }
    Loader loader = Loader.ofMachine(fields);
    int seconds = fields.wholeNumber("TimeoutSeconds", 0, 1, LONGEST_SECONDS);
    Workflow workflow = loader.workflow(fields);
    fields.end();
    return new StateMachine(
        workflow, seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)));
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
