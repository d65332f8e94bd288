package coldbench.deploy.functions;

import java.util.Optional;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Runtime;

/**
 * A function to measure.
 *
 * @param id of its construct, the beginning of its resources' logical ids
 * @param label what it is called in inputs, objects and reports, such as {@code java}
 * @param handler as Lambda's API wants it for the runtime
 * @param event JSON that it is called with; none for the benchmark's own
 * @param expect JSON that its answer must contain; none for the benchmark's contract
 * @param snapStart whether its cold starts are restored from a snapshot
 */
public record FunctionUnderTest(
    String id,
    String label,
    Runtime runtime,
    String handler,
    Code code,
    Architecture architecture,
    String description,
    Optional<String> event,
    Optional<String> expect,
    boolean snapStart) {

  /** One that keeps the contract. */
  public static FunctionUnderTest ours(
      String label,
      Runtime runtime,
      String handler,
      Code code,
      Architecture architecture,
      String description) {
    String id = ConstructIds.of(label);
    return new FunctionUnderTest(
        id,
        label,
        runtime,
        handler,
        code,
        architecture,
        description,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  public static FunctionUnderTest of(OwnFunction own) {
    Code code =
        own.isJvmVariant()
            ? JvmCode.of(own.code(), own.architecture())
            : Code.fromAsset(own.code().toString());
    return new FunctionUnderTest(
        "Own" + ConstructIds.of(own.label()), // Or a label could be that of another construct.
        own.label(),
        new Runtime(own.runtime()),
        own.handler(),
        code,
        own.architecture(),
        own.isJvmVariant() ? "The native function's classes on a JVM" : "Given by the settings",
        own.event(),
        own.expect(),
        own.snapStart());
  }
}
