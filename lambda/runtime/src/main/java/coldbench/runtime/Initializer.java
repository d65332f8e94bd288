package coldbench.runtime;

/** Makes the handler during init, once per sandbox. */
@FunctionalInterface
public interface Initializer {
  /**
   * Opens, reads and prepares what all invocations share.
   *
   * @throws Exception what went wrong; it is reported as an init error and ends the process
   */
  Handler initialize(Init init) throws Exception;
}
