package coldbench.deploy.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.account.Emulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The emulator's gap: its answer to an invocation holds no {@code REPORT} line. What that would say
 * is measured from outside: the time of the call over HTTP; where the emulator's log says in
 * between that it spawned the function's process, init is the time until the last look at which it
 * did not yet, so that a duration is never shorter than the function's own; the peak memory of that
 * process as the kernel counts it.
 *
 * <p>It starts the process of a version with SnapStart when that is published and restores nothing:
 * the first call of such a version is said to have been restored, in no time.
 */
public final class ReportedCall {
  private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s*(\\d+) kB$");

  private final Emulator emulator;
  private final String function;
  private final boolean restored;

  public ReportedCall(Emulator emulator, String function, boolean restored) {
    this.emulator = emulator;
    this.function = function;
    this.restored = restored;
  }

  /** The answer, and the line. */
  public record Measured<T>(T answer, String report) {}

  public <T> Measured<T> measure(int memoryMb, Supplier<T> call)
      throws InterruptedException, ExecutionException {
    long logged = size(emulator.log());
    long began = System.nanoTime();
    CompletableFuture<T> answer =
        CompletableFuture.supplyAsync(call, each -> new Thread(each).start());
    long looked = began;
    boolean spawned = false;
    boolean ended = false;
    while (!ended) {
      Thread.sleep(0, 200_000);
      ended = answer.isDone();
      long now = System.nanoTime();
      if (!spawned) {
        spawned = since(logged).contains(" spawned for " + function + " ");
        looked = spawned ? looked : now;
      }
    }
    T answered = answer.get();
    double whole = (System.nanoTime() - began) / 1e6;
    Optional<Double> init =
        spawned ? Optional.of(Math.max(0.01, (looked - began) / 1e6)) : Optional.empty();
    return new Measured<>(answered, line(memoryMb, whole, init));
  }

  private String line(int memoryMb, double whole, Optional<Double> init) {
    return String.format(
            Locale.ROOT,
            "REPORT RequestId: %s\tDuration: %.2f ms\tBilled Duration: %.0f ms\tMemory Size: %d MB\t"
                + "Max Memory Used: %d MB\t",
            UUID.randomUUID(),
            whole - init.orElse(0.0),
            Math.ceil(whole),
            memoryMb,
            peakMb())
        + init.map(ms -> String.format(Locale.ROOT, "Init Duration: %.2f ms\t", ms)).orElse("")
        + (restored ? "Restore Duration: 0.01 ms\tBilled Restore Duration: 1 ms\t" : "")
        + "\n";
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String since(long offset) {
    try (var log = Files.newByteChannel(emulator.log())) {
      log.position(offset);
      return new String(Channels.newInputStream(log).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the function's youngest process; older ones wait for their end. */
  private long peakMb() {
    String status =
        emulator
            .processes()
            .filter(
                process ->
                    read(process, "environ")
                        .contains("AWS_LAMBDA_FUNCTION_NAME=" + function + "\0"))
            .max(Comparator.comparing(process -> process.info().startInstant().orElseThrow()))
            .map(process -> read(process, "status"))
            .orElse("");
    Matcher peak = PEAK.matcher(status);
    if (!peak.find()) {
      throw new IllegalStateException("the emulator has no process of " + function);
    }
    return (Long.parseLong(peak.group(1)) + 1023) / 1024;
  }

  private static String read(ProcessHandle process, String file) {
    try {
      return Files.readString(Path.of("/proc", String.valueOf(process.pid()), file), UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
