package coldbench.aws;

import coldbench.runtime.Environment;
import java.util.Optional;

/**
 * Who asks.
 *
 * @param sessionToken of temporary credentials, as Lambda's are
 */
public record Credentials(
    String accessKeyId, String secretAccessKey, Optional<String> sessionToken) {
  /**
   * Those of the function's role.
   *
   * <p>Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
   *
   * @throws IllegalStateException if a variable is missing; the message names it
   */
  public static Credentials of(Environment environment) {
    return new Credentials(
        required(environment, "AWS_ACCESS_KEY_ID"),
        required(environment, "AWS_SECRET_ACCESS_KEY"),
        environment.get("AWS_SESSION_TOKEN").filter(token -> !token.isEmpty()));
  }

  static String required(Environment environment, String name) {
    return environment
        .get(name)
        .filter(value -> !value.isEmpty())
        .orElseThrow(
            () -> new IllegalStateException(name + " is not set, expected as Lambda sets it"));
  }

  /** A text without what is secret in it: AWS's messages may quote the token. */
  String hide(String text) {
    String hidden = text.replace(secretAccessKey, "***");
    return sessionToken.isPresent() ? hidden.replace(sessionToken.get(), "***") : hidden;
  }

  @Override
  public String toString() {
    return "Credentials of " + accessKeyId;
  }
}
