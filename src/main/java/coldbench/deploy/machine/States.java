package coldbench.deploy.machine;

import static coldbench.deploy.machine.Expressions.inline;

import java.util.Map;
import software.amazon.awscdk.services.stepfunctions.Choice;
import software.amazon.awscdk.services.stepfunctions.ChoiceJsonataProps;
import software.amazon.awscdk.services.stepfunctions.ChoiceTransitionOptions;
import software.amazon.awscdk.services.stepfunctions.Condition;
import software.amazon.awscdk.services.stepfunctions.Fail;
import software.amazon.awscdk.services.stepfunctions.FailJsonataProps;
import software.amazon.awscdk.services.stepfunctions.Pass;
import software.amazon.awscdk.services.stepfunctions.PassJsonataProps;
import software.constructs.Construct;

/** The plain states, by the CDK's factories for JSONata. */
final class States {
  private final Construct scope;

  States(Construct scope) {
    this.scope = scope;
  }

  Pass pass(String name, PassJsonataProps.Builder props) {
    return Pass.jsonata(scope, name, props.build());
  }

  Choice choice(String name) {
    return Choice.jsonata(scope, name, ChoiceJsonataProps.builder().build());
  }

  /** A choice that assigns something where none of its rules holds. */
  Choice choice(String name, Map<String, Object> otherwise) {
    return Choice.jsonata(scope, name, ChoiceJsonataProps.builder().assign(otherwise).build());
  }

  Fail fail(String error, String cause) {
    return Fail.jsonata(scope, error, FailJsonataProps.builder().error(error).cause(cause).build());
  }

  static Condition condition(String expression) {
    return Condition.jsonata(inline(expression));
  }

  static ChoiceTransitionOptions assigning(Object... entries) {
    return ChoiceTransitionOptions.builder().assign(Ordered.map(entries)).build();
  }

  /** Names the error that a trial fails with. */
  static ChoiceTransitionOptions failing(String name, String cause) {
    return assigning("error", error(name, cause));
  }

  static Map<String, Object> error(String name, String cause) {
    return Ordered.map("name", name, "cause", inline(cause));
  }
}
