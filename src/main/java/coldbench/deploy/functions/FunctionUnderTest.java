package coldbench.deploy.functions;

import coldbench.cdk.NativeJavaFunctionProps;
import coldbench.deploy.functions.OwnFunction.Built;
import coldbench.deploy.functions.OwnFunction.Source;
import java.nio.file.Path;
import software.amazon.awscdk.services.lambda.Code;

/**
 * A function to measure, with its package.
 *
 * @param id of its construct, the beginning of its resources' logical ids
 * @param description for those who see it in an account
 */
public record FunctionUnderTest(
    String id, OwnFunction function, Content content, String description) {
  /** What makes its package. */
  public sealed interface Content {
    /** What is there, or made by a build of our own. */
    record Packaged(Code code) implements Content {}

    /** The construct for native Java functions, which builds a project. */
    record Project(NativeJavaFunctionProps.Builder props) implements Content {}
  }

  /** A project that is deployed by itself. */
  public static FunctionUnderTest alone(OwnFunction own) {
    String description = "Native Java: the function " + own.label();
    Content content = content(own, Path.of(""));
    return new FunctionUnderTest(ConstructIds.of(own.label()), own, content, description);
  }

  /**
   * The package of a function.
   *
   * @param project the folder of cdk.json
   */
  static Content content(OwnFunction function, Path project) {
    Path lambda = project.resolve("lambda");
    if (function.source() instanceof Source.Given given) {
      return new Content.Packaged(GivenCode.of(given.path()));
    }
    if (function.source() instanceof Source.Project own) {
      return new Content.Project(
          NativeJavaFunctionProps.builder().project(own.folder().toString()));
    }
    return function.source() == Built.NATIVE
        ? new Content.Project(
            NativeJavaFunctionProps.builder()
                .project(lambda.resolve("function").toString())
                .reactor(lambda.toString())
                .source(project.resolve("parent").toString()))
        : new Content.Packaged(
            BuiltCode.of(lambda, (Built) function.source(), function.architecture()));
  }
}
