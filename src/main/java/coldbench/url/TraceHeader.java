package coldbench.url;

import java.time.Clock;
import java.util.UUID;

/**
 * The trace that a front end of AWS begins for a request.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader">
 *     Tracing header</a>
 */
record TraceHeader(String id) {
  static TraceHeader of(Clock clock) {
    String time = Long.toHexString(clock.instant().getEpochSecond());
    String random = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    return new TraceHeader("1-" + time + "-" + random);
  }

  /**
   * The header that the function sees.
   *
   * @param sent what the client sent, empty if nothing: it is kept, with this trace before it
   */
  String ofRequest(String sent) {
    return sent.isEmpty() ? "Root=" + id : "Self=" + id + ";" + sent;
  }

  /** Of what is not sampled. */
  String ofAnswer() {
    return "Root=" + id + ";Sampled=0";
  }
}
