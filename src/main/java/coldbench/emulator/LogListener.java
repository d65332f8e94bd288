package coldbench.emulator;

/** Hears at the end of each invocation what its function and Lambda itself wrote into the log. */
public interface LogListener {
  /**
   * What CloudWatch Logs would get.
   *
   * @param function its name
   * @param log whole lines, from {@code START} or the init to {@code REPORT}
   */
  void logged(String function, String log);
}
