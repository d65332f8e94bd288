package coldbench.caller;

import coldbench.runtime.LambdaRuntime;
import java.util.Optional;

/** Where the process starts. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    LambdaRuntime.run(
        init -> {
          boolean aws = init.environment().get("AWS_REGION").isPresent();
          return new Caller(
              new HttpsCalls(init), aws ? Optional.of(new AwsCalls(init)) : Optional.empty());
        });
  }
}
