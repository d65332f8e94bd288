package coldbench.aws;

import coldbench.runtime.Environment;
import java.util.Optional;

/**
 * Where the services are.
 *
 * <p>Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
record Endpoints(Environment environment, String region) {
  /** {@code host[:port]} of a service. */
  String host(String name, String variable) {
    return given(variable).orElseGet(() -> name + "." + region + "." + suffix());
  }

  /** What AWS_ENDPOINT_URL_ and the service's name say, or AWS_ENDPOINT_URL for all of them. */
  Optional<String> given(String variable) {
    String own = "AWS_ENDPOINT_URL_" + variable;
    String name = environment.get(own).isPresent() ? own : "AWS_ENDPOINT_URL";
    return environment.get(name).filter(url -> !url.isEmpty()).map(url -> hostOf(name, url));
  }

  private static String hostOf(String name, String url) {
    String rest = url.startsWith("https://") ? url.substring("https://".length()) : "";
    String host = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    if (host.isEmpty() || host.indexOf('/') >= 0 || host.indexOf('?') >= 0) {
      throw new IllegalStateException(
          name + " is \"" + url + "\", expected https://host or https://host:port");
    }
    return host;
  }

  String suffix() {
    return region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  }
}
