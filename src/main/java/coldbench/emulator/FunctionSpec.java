package coldbench.emulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A function as it is deployed: what {@code CreateFunction} takes.
 *
 * @param name the function's name, unique in its {@link LocalLambda}
 * @param code the function's package, a folder or a zip file
 * @param runtime {@code provided.al2023} (or another {@code provided…}: the folder holds an
 *     executable {@code bootstrap}), {@code python3.x} or {@code java…}
 * @param handler as the runtime wants it, e.g. {@code app.handler}
 * @param architecture {@code arm64} or {@code x86_64}
 * @param memoryMb memory size in MB
 * @param timeout how long one invocation may take
 * @param environment the function's own variables
 * @param region the region that the function believes to be in
 * @param arn the function's unqualified ARN
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html">
 *     CreateFunction</a>
 */
public record FunctionSpec(
    String name,
    Path code,
    String runtime,
    String handler,
    String architecture,
    int memoryMb,
    Duration timeout,
    Map<String, String> environment,
    String region,
    String arn) {
  /** The same with its package elsewhere. */
  FunctionSpec withCode(Path folder) {
    return new FunctionSpec(
        name, folder, runtime, handler, architecture, memoryMb, timeout, environment, region, arn);
  }

  public FunctionSpec {
    code = code.toAbsolutePath().normalize();
    environment = Map.copyOf(environment);
  }
}
