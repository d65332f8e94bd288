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
}
