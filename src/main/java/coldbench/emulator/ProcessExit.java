package coldbench.emulator;

import java.util.Map;

/** How a process ended, in the words of Lambda (which are Go's). */
record ProcessExit(int status) {
  /** The JDK gives 128 + n for signal n, as shells do. */
  private static final int SIGNALS_FROM = 128;

  private static final Map<Integer, String> SIGNALS =
      Map.ofEntries(
          Map.entry(1, "hangup"),
          Map.entry(2, "interrupt"),
          Map.entry(3, "quit"),
          Map.entry(4, "illegal instruction"),
          Map.entry(5, "trace/breakpoint trap"),
          Map.entry(6, "aborted"),
          Map.entry(7, "bus error"),
          Map.entry(8, "floating point exception"),
          Map.entry(9, "killed"),
          Map.entry(11, "segmentation fault"),
          Map.entry(13, "broken pipe"),
          Map.entry(14, "alarm clock"),
          Map.entry(15, "terminated"));

  String errorMessage() {
    if (status == 0) {
      return "Runtime exited without providing a reason";
    }
    if (status > SIGNALS_FROM) {
      int signal = status - SIGNALS_FROM;
      return "Runtime exited with error: signal: "
          + SIGNALS.getOrDefault(signal, "signal " + signal);
    }
    return "Runtime exited with error: exit status " + status;
  }
}
