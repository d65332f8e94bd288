package coldbench.deploy;

import java.util.Optional;
import software.amazon.awscdk.services.lambda.FunctionUrlAuthType;

/** The setting {@code urlAuth}: who may call the functions' URLs, or that they have none. */
public enum FunctionUrls {
  AWS_IAM,
  NONE,
  OFF;

  /** As the CDK knows it, for functions that have a URL. */
  Optional<FunctionUrlAuthType> authType() {
    return this == OFF ? Optional.empty() : Optional.of(FunctionUrlAuthType.valueOf(name()));
  }
}
