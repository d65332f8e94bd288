package coldbench.emulator;

/** Hears what functions and Lambda itself write into the log, as they write it. */
public interface LogListener {
  /**
   * What CloudWatch Logs would get. Several threads may call it at a time.
   *
   * @param function its name
   * @param log one or more whole lines
   */
  void logged(String function, String log);
}
