package coldbench.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Map;

/** A service by the names of its operations: JSON in, JSON out, as its API reference has them. */
public final class AwsJson {
  private final Caller caller;
  private final AwsService service;
  private final String host;

  AwsJson(Caller caller, AwsService service, String host) {
    this.caller = caller;
    this.service = service;
    this.host = host;
  }

  /**
   * Calls an operation.
   *
   * @param operation such as {@code GetItem}
   * @param json an object
   * @return an object
   * @throws AwsException if the service does not do it, also not after three tries
   * @throws IOException if it cannot be reached
   */
  public byte[] call(String operation, byte[] json) throws IOException {
    Map<String, String> fields =
        Map.of(
            "content-type",
            "application/x-amz-json-" + service.version(),
            "x-amz-target",
            service.target() + "." + operation);
    Call call = new Call(service.name() + " " + operation, "POST", host, "/", "", fields, json);
    return caller.send(call, service.name()).content();
  }

  /** The same with text. */
  public String call(String operation, String json) throws IOException {
    return new String(call(operation, json.getBytes(UTF_8)), UTF_8);
  }
}
