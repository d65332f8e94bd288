package coldbench.aws;

import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/**
 * A native Java function that {@code coldbench deploy} brought into the account.
 *
 * @param function its name there
 */
public record DeployedProject(String stack, String function, Optional<String> url) {
  /**
   * Looks one up.
   *
   * @param tag that such stacks have
   */
  public static Optional<DeployedProject> find(Clients clients, String stack, String tag) {
    return Deployment.stack(clients, stack)
        .filter(found -> has(found, tag))
        .flatMap(
            found ->
                output(found, "FunctionName")
                    .map(name -> new DeployedProject(stack, name, output(found, "FunctionUrl"))));
  }

  /**
   * Whether such a stack is there.
   *
   * @param tag that such stacks have
   * @throws AccountException if one is there that somebody else made
   */
  public static boolean exists(Clients clients, String stack, String tag) {
    Optional<Stack> found = Deployment.stack(clients, stack);
    if (found.isPresent() && !has(found.get(), tag)) {
      throw new AccountException(
          "the stack %s was not made by coldbench deploy (it has no tag %s), expected none or one that was: choose another --env, or another label in coldbench.json"
              .formatted(stack, tag));
    }
    return found.isPresent();
  }

  private static boolean has(Stack stack, String name) {
    return stack.tags().stream().anyMatch(tag -> tag.key().equals(name));
  }

  private static Optional<String> output(Stack stack, String end) {
    return stack.outputs().stream()
        .filter(output -> output.outputKey().endsWith(end))
        .map(Output::outputValue)
        .findFirst();
  }
}
