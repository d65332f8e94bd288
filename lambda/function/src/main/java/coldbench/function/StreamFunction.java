package coldbench.function;

import coldbench.runtime.Clock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The same function for Lambda's managed Java runtimes, whose client calls it: handler {@code
 * coldbench.function.StreamFunction::handle}. No library is needed for a method on streams.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-handler.html">Java handlers</a>
 */
public final class StreamFunction {
  private final Function function = new Function(new JvmClock());

  private static final class JvmClock implements Clock {
    @Override
    public long epochMillis() {
      return System.currentTimeMillis();
    }

    @Override
    public long nanoTime() {
      return System.nanoTime();
    }
  }

  /**
   * Answers one invocation.
   *
   * @throws coldbench.runtime.JsonException if the event is not JSON at all
   */
  public void handle(InputStream event, OutputStream answer) throws IOException {
    answer.write(function.answer(event.readAllBytes()));
  }
}
