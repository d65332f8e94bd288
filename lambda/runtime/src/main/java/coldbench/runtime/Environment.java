package coldbench.runtime;

import java.util.Optional;

/**
 * The process's environment variables. {@code System.getenv} knows none where a program is compiled
 * to C.
 *
 * <p>Names: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
@FunctionalInterface
public interface Environment {
  Optional<String> get(String name);

  /**
   * A variable without which the function cannot work. To be asked for during init, which then
   * fails before any event is lost.
   *
   * @throws IllegalStateException if it is not set or empty; the message names it
   */
  default String required(String name) {
    return get(name)
        .filter(value -> !value.isEmpty())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the environment variable "
                        + name
                        + " is not set, expected a value: set it in the function's configuration"));
  }
}
