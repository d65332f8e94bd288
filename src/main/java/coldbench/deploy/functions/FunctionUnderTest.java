package coldbench.deploy.functions;

import coldbench.deploy.functions.OwnFunction.Built;
import coldbench.deploy.functions.OwnFunction.Source;
import coldbench.lambda.Architecture;
import java.nio.file.Path;
import software.amazon.awscdk.services.lambda.Code;

/**
 * A function to measure, with its package.
 *
 * @param id of its construct, the beginning of its resources' logical ids
 */
public record FunctionUnderTest(String id, OwnFunction function, Code code, String description) {
  /**
   * One that stands in every stack.
   *
   * @param project the folder of cdk.json
   */
  public static FunctionUnderTest ours(BuiltIn ours, Architecture architecture, Path project) {
    OwnFunction function = ours.function(architecture);
    return ours(ours, architecture, code(function, project));
  }

  /** One that stands in every stack, with a package that is there. */
  public static FunctionUnderTest ours(BuiltIn ours, Architecture architecture, Code code) {
    return new FunctionUnderTest(
        ConstructIds.of(ours.label()), ours.function(architecture), code, ours.description());
  }

  /**
   * One that the settings ask for.
   *
   * @param project the folder of cdk.json
   */
  public static FunctionUnderTest of(OwnFunction own, Path project) {
    return of(own, code(own, project));
  }

  /** One that the settings ask for, with a package that is there. */
  public static FunctionUnderTest of(OwnFunction own, Code code) {
    // Or a label could be that of another construct.
    String id = "Own" + ConstructIds.of(own.label());
    String description =
        BuiltIn.named(own.label(), Path.of(""))
            .map(BuiltIn::description)
            .findFirst()
            .orElse("Given by the settings");
    return new FunctionUnderTest(id, own, code, description);
  }

  private static Code code(OwnFunction function, Path project) {
    return function.source() instanceof Source.Given given
        ? GivenCode.of(given.path())
        : BuiltCode.of(
            project.resolve("lambda"), (Built) function.source(), function.architecture());
  }
}
