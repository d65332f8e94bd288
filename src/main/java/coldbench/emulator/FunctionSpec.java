package coldbench.emulator;

import coldbench.lambda.Quotas;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
 * @param layers folders or zip files, in the order in which they are laid over each other
 * @param ephemeralStorageMb size of {@code /tmp}
 * @param region the region that the function believes to be in
 * @param arn the function's unqualified ARN
 * @param surroundings what its processes find here
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
    List<Path> layers,
    int ephemeralStorageMb,
    String region,
    String arn,
    Surroundings surroundings) {
  public FunctionSpec {
    code = code.toAbsolutePath().normalize();
    environment = Map.copyOf(environment);
    layers = List.copyOf(layers);
  }

  /** One without layers, with Lambda's default size of {@code /tmp}. */
  public FunctionSpec(
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
    this(
        name,
        code,
        runtime,
        handler,
        architecture,
        memoryMb,
        timeout,
        environment,
        List.of(),
        Quotas.STORAGE_LEAST_MB,
        region,
        arn,
        Surroundings.NONE);
  }

  /** The same with these layers. */
  public FunctionSpec withLayers(List<Path> folders) {
    return with(code, environment, folders, ephemeralStorageMb, surroundings);
  }

  /** The same with this size of {@code /tmp}. */
  public FunctionSpec withStorageMb(int megabytes) {
    return with(code, environment, layers, megabytes, surroundings);
  }

  /** The same where its processes find other things. */
  public FunctionSpec withSurroundings(Surroundings found) {
    return with(code, environment, layers, ephemeralStorageMb, found);
  }

  /** The same with its package elsewhere. */
  FunctionSpec withCode(Path folder) {
    return with(folder, environment, layers, ephemeralStorageMb, surroundings);
  }

  /** The same with these variables. */
  FunctionSpec withEnvironment(Map<String, String> variables) {
    return with(code, variables, layers, ephemeralStorageMb, surroundings);
  }

  private FunctionSpec with(
      Path folder,
      Map<String, String> variables,
      List<Path> folders,
      int storageMb,
      Surroundings found) {
    return new FunctionSpec(
        name,
        folder,
        runtime,
        handler,
        architecture,
        memoryMb,
        timeout,
        variables,
        folders,
        storageMb,
        region,
        arn,
        found);
  }
}
