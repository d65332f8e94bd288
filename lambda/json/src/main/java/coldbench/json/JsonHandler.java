package coldbench.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.runtime.Context;
import coldbench.runtime.Handler;

/** A function on values instead of bytes. */
@FunctionalInterface
public interface JsonHandler<I, O> {
  /**
   * Answers one invocation.
   *
   * @throws Exception what went wrong; it is reported as the invocation's error and the next
   *     invocation follows
   */
  O handle(I event, Context context) throws Exception;

  /** The handler that the runtime takes. An event that does not fit is that invocation's error. */
  static <I, O> Handler of(JsonCodec<I> input, JsonCodec<O> output, JsonHandler<I, O> handler) {
    return (event, context) -> output.toJson(handler.handle(input.fromJson(event), context));
  }

  /** A function that answers nothing, such as for events that nobody waits for. */
  @FunctionalInterface
  interface Listener<I> {
    /**
     * Takes one event.
     *
     * @throws Exception what went wrong; Lambda delivers the event again, as it is configured
     */
    void handle(I event, Context context) throws Exception;
  }

  /** The handler that the runtime takes; its answer is an empty object. */
  static <I> Handler listening(JsonCodec<I> input, Listener<I> listener) {
    return (event, context) -> {
      listener.handle(input.fromJson(event), context);
      return "{}".getBytes(UTF_8);
    };
  }
}
