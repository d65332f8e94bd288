package coldbench.deploy.functions;

import java.util.Optional;
import java.util.stream.Stream;

/** The processor architectures of AWS Lambda, by the names that it uses in its API. */
public enum Architecture {
  ARM64("arm64", 183),
  X86_64("x86_64", 62);

  final String lambdaName;

  /** {@code e_machine} of an executable's ELF header. */
  final int elfMachine;

  Architecture(String lambdaName, int elfMachine) {
    this.lambdaName = lambdaName;
    this.elfMachine = elfMachine;
  }

  public static Optional<Architecture> named(String name) {
    return Stream.of(values()).filter(value -> value.lambdaName.equals(name)).findFirst();
  }

  public software.amazon.awscdk.services.lambda.Architecture ofLambda() {
    return software.amazon.awscdk.services.lambda.Architecture.custom(lambdaName);
  }
}
