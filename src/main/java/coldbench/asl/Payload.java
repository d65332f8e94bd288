package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * The limit of what a state takes in and gives out.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">Quotas</a>
 */
final class Payload {
  /** 256 KiB, counted in bytes of JSON in UTF-8. */
  static final int MAX_BYTES = 262_144;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Payload() {}

  /** Returns the value, or fails if it is too large for a state. */
  static JsonNode within(JsonNode value, String state) throws StateFailure {
    if (bytes(value) > MAX_BYTES) {
      throw new StateFailure(
          StateFailure.DATA_LIMIT,
          "The state/task '"
              + state
              + "' returned a result with a size exceeding the maximum number of bytes service"
              + " limit.");
    }
    return value;
  }

  static long bytes(JsonNode value) {
    Counter counter = new Counter();
    try {
      JSON.writeValue(counter, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return counter.count;
  }

  private static final class Counter extends OutputStream {
    private long count;

    @Override
    public void write(int b) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      count += length;
    }
  }
}
