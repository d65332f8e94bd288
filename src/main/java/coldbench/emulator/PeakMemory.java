package coldbench.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The most memory that a process ever had resident: {@code VmHWM} of {@code /proc/<pid>/status}.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_status.5.html">proc_pid_status</a>
 */
final class PeakMemory {
  private PeakMemory() {}

  /** In KB; empty if the process is gone. */
  static OptionalLong ofProcessKb(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return OptionalLong.of(Long.parseLong(line.replaceAll("[^0-9]", "")));
        }
      }
    } catch (IOException e) {
      // Ended meanwhile.
    }
    return OptionalLong.empty();
  }
}
