package coldbench.aws;

import coldbench.https.HttpsClient;
import coldbench.https.HttpsSettings;
import coldbench.https.Trust;
import coldbench.runtime.Clock;
import coldbench.runtime.Environment;
import coldbench.runtime.Init;
import java.io.IOException;
import java.util.Random;

/**
 * The services in one region with one role's credentials. Make it in init: connections are kept
 * from one invocation to the next, and shared by all services.
 */
public final class Aws {
  private final Caller caller;
  private final Endpoints endpoints;

  private Aws(Caller caller, Endpoints endpoints) {
    this.caller = caller;
    this.endpoints = endpoints;
  }

  /**
   * Region, credentials, endpoints and roots as Lambda's environment has them.
   *
   * @throws IllegalStateException if a variable is missing or wrong; the message names it
   * @throws IOException if the roots cannot be read
   */
  public static Aws of(Init init) throws IOException {
    Trust trust = Trust.of(init.environment());
    return of(init.environment(), init.clock(), HttpsSettings.trusting(trust));
  }

  /** The same with other time limits, or roots. */
  public static Aws of(Environment environment, Clock clock, HttpsSettings settings)
      throws IOException {
    String region =
        environment
            .get("AWS_REGION")
            .or(() -> environment.get("AWS_DEFAULT_REGION"))
            .orElseGet(() -> Credentials.required(environment, "AWS_REGION"));
    checkRegion(region);
    Random random = new Random(clock.nanoTime() ^ clock.epochMillis());
    Caller caller =
        new Caller(
            new HttpsClient(settings, clock),
            Credentials.of(environment),
            region,
            clock,
            new Retries(random::nextDouble),
            Pause.current());
    return new Aws(caller, new Endpoints(environment, region));
  }

  /** It becomes part of a host's name. */
  private static void checkRegion(String region) {
    boolean name = !region.isEmpty() && region.length() < 40;
    for (int i = 0; i < region.length(); i++) {
      char c = region.charAt(i);
      name &= (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }
    if (!name) {
      throw new IllegalStateException(
          "AWS_REGION is \"" + region + "\", expected such as eu-central-1");
    }
  }

  /** A service that speaks AWS's JSON protocol. */
  public AwsJson json(AwsService service) {
    return new AwsJson(caller, service, endpoints.host(service.name(), service.variable()));
  }

  public S3 s3() {
    return new S3(caller, endpoints);
  }

  public Functions functions() {
    return new Functions(caller, endpoints.host("lambda", "LAMBDA"));
  }
}
