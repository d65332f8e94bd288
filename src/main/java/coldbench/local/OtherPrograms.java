package coldbench.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * What others do on this machine while something is measured: the time of all its CPUs that neither
 * this process nor those that it started took.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_stat.5.html">proc_stat(5)</a>
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
public final class OtherPrograms {
  private static final double TOLD = 0.1;
  private static final int TICKS_A_SECOND = 100;

  private final Path proc;
  private final int cpus;
  private final LongSupplier nanos;
  private final long began;
  private final Optional<Long> before;

  OtherPrograms(Path proc, int cpus, LongSupplier nanos) {
    this.proc = proc;
    this.cpus = cpus;
    this.nanos = nanos;
    this.began = nanos.getAsLong();
    this.before = ticks();
  }

  /** Begins to look at this machine. */
  public static OtherPrograms begin() {
    return new OtherPrograms(
        Path.of("/proc"), Runtime.getRuntime().availableProcessors(), System::nanoTime);
  }

  /** A sentence if they took more than a tenth of the machine since then. */
  public Optional<String> sentence() {
    double seconds = (nanos.getAsLong() - began) / 1e9;
    return before.flatMap(
        first ->
            ticks()
                .map(last -> (last - first) / (TICKS_A_SECOND * seconds))
                .filter(busy -> busy > TOLD * cpus)
                .map(
                    busy ->
                        String.format(
                            Locale.ROOT,
                            "The machine was busy: other programs took %.1f of its %d CPUs meanwhile. Ratios are taken within blocks and suffer little, times are too long: end those programs, and measure again.",
                            busy,
                            cpus)));
  }

  /** Of the machine, without this process and those of its children that ended; idle ones apart. */
  private Optional<Long> ticks() {
    try {
      String all = Files.readString(proc.resolve("stat"), US_ASCII).lines().findFirst().orElse("");
      List<Long> machine = numbers(all.replaceFirst("^cpu +", ""));
      String self = Files.readString(proc.resolve("self/stat"), US_ASCII);
      List<Long> own = numbers(self.substring(self.lastIndexOf(')') + 4));
      // user, nice, system, (idle, iowait,) irq, softirq, steal
      long busy =
          machine.get(0) + machine.get(1) + machine.get(2) + machine.get(5) + machine.get(6);
      // utime, stime, cutime, cstime: the 14th to 17th field, the 4th being the first one here
      return Optional.of(busy - own.subList(10, 14).stream().mapToLong(Long::longValue).sum());
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty(); // Not Linux: nothing is said.
    }
  }

  private static List<Long> numbers(String text) {
    return Stream.of(text.trim().split(" +")).map(Long::parseLong).toList();
  }
}
