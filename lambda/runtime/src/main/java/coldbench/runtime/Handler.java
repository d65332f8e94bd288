package coldbench.runtime;

/** The function: one event in, one answer out. */
@FunctionalInterface
public interface Handler {
  /**
   * Answers one invocation.
   *
   * @param event the event as Lambda delivered it, JSON in UTF-8, at most 6 MB
   * @return the answer, JSON in UTF-8, at most 6 MB
   * @throws Exception what went wrong; it is reported as the invocation's error and the next
   *     invocation follows
   */
  byte[] handle(byte[] event, Context context) throws Exception;
}
