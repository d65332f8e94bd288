package coldbench.deploy.machine;

import static coldbench.deploy.machine.Expressions.inline;

import java.util.Map;
import software.amazon.awscdk.services.stepfunctions.CatchProps;

/** An error as the objects hold it, from the input of a Catch; causes may be whole stack traces. */
final class CatchProperties {
  static final Map<String, Object> ERROR =
      Ordered.map(
          "name",
          inline("$states.errorOutput.Error"),
          "cause",
          inline("$substring($states.errorOutput.Cause, 0, 1000)"));

  private CatchProperties() {}

  /** What a run remembers of an error that ends its blocks early. */
  static CatchProps inRun() {
    return CatchProps.builder().assign(Ordered.map("blocksError", ERROR)).outputs(Map.of()).build();
  }

  /** What a trial remembers of an error that ends it. */
  static CatchProps inTrial() {
    return CatchProps.builder().assign(Ordered.map("error", ERROR)).outputs(Map.of()).build();
  }
}
