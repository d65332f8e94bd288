package coldbench.asl;

import java.util.List;

/**
 * A state of a workflow.
 *
 * @see <a href="https://states-language.net/spec.html#state-types">State types</a>
 */
sealed interface State
    permits ChoiceState,
        FailState,
        MapState,
        ParallelState,
        PassState,
        SucceedState,
        TaskState,
        WaitState {
  String name();

  /** The {@code Type} field's value. */
  String type();

  /** Whether it is a state that may have a {@code Retry}. */
  default boolean retries() {
    return false;
  }

  /** The workflows inside the state. */
  default List<Workflow> workflows() {
    return List.of();
  }

  /** Runs the state and says what comes next. */
  Transition run(StateExecution visit) throws StateFailure, InterruptedException;
}
