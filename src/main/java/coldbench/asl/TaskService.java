package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The services that Task states call. One object serves all executions, also side by side, so it
 * has to be safe for use by several threads.
 */
public interface TaskService {
  /**
   * Does what a Task state asks for.
   *
   * @param resource the state's {@code Resource}, such as {@code arn:aws:states:::lambda:invoke}
   * @param arguments the state's evaluated {@code Arguments}, its input where it has none
   * @return what becomes {@code $states.result}
   * @throws TaskFailedException if the service refuses or fails, with the error name that {@code
   *     Retry} and {@code Catch} look at
   * @throws InterruptedException if the task ran into its timeout, or the execution was ended; a
   *     service has to stop then
   */
  JsonNode call(String resource, JsonNode arguments)
      throws TaskFailedException, InterruptedException;
}
