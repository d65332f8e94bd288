package coldbench.emulator;

import coldbench.lambda.ReservedVariables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The variables of a function's process: those that Lambda sets, and the function's own. What its
 * surroundings have comes last.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">Defined
 *     runtime environment variables</a>
 */
final class SandboxEnvironment {
  private SandboxEnvironment() {}

  /**
   * @throws LambdaException {@code InvalidParameterValueException} if a reserved variable is among
   *     the function's own
   */
  static void check(Map<String, String> own) throws LambdaException {
    Set<String> reserved = new TreeSet<>(own.keySet());
    reserved.retainAll(ReservedVariables.NAMES);
    if (!reserved.isEmpty()) {
      throw new LambdaException(
          "InvalidParameterValueException",
          "Lambda was unable to configure your environment variables because the environment"
              + " variables you have provided contains reserved keys that are currently not"
              + " supported for modification. Reserved keys used in this request: "
              + String.join(", ", reserved));
    }
  }

  static Map<String, String> of(
      FunctionState function,
      LambdaRuntime runtime,
      String region,
      String taskRoot,
      String logStream,
      String runtimeApi,
      Map<String, String> surroundings) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("LANG", "en_US.UTF-8");
    all.put("TZ", ":UTC");
    all.put("PATH", runtime.path());
    all.put("LD_LIBRARY_PATH", libraryPath(runtime, taskRoot));
    all.put("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR");
    all.put("AWS_XRAY_DAEMON_ADDRESS", "169.254.79.129:2000");
    all.put("_AWS_XRAY_DAEMON_ADDRESS", "169.254.79.129");
    all.put("_AWS_XRAY_DAEMON_PORT", "2000");
    runtime.languageVariables().forEach(all::put);
    all.putAll(function.environment());
    all.put("_HANDLER", function.handler());
    all.put("AWS_DEFAULT_REGION", region);
    all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMb()));
    all.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    all.put("AWS_LAMBDA_FUNCTION_VERSION", function.version());
    all.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    all.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
    all.put("AWS_LAMBDA_LOG_STREAM_NAME", logStream);
    all.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    all.put("AWS_REGION", region);
    all.put("LAMBDA_RUNTIME_DIR", "/var/runtime");
    all.put("LAMBDA_TASK_ROOT", taskRoot);
    all.putAll(surroundings);
    return all;
  }

  private static String libraryPath(LambdaRuntime runtime, String taskRoot) {
    List<String> folders =
        List.of(
            "/lib64",
            "/usr/lib64",
            "/var/runtime",
            "/var/runtime/lib",
            taskRoot,
            taskRoot + "/lib",
            "/opt/lib");
    return runtime.libraryPathPrefix() + String.join(":", folders);
  }
}
