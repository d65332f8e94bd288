package coldbench.asl;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Virtual time that remembers how it went by. */
final class RecordedTime implements Sleeper {
  private final VirtualTime time = new VirtualTime(Instant.parse("2026-03-14T01:59:00Z"));
  private final List<Duration> sleeps = new ArrayList<>();

  Clock clock() {
    return time.clock();
  }

  Instant now() {
    return time.now();
  }

  /** How long each sleep was, in the order of their ends. */
  synchronized List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }

  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    time.sleep(duration);
    sleeps.add(duration);
  }
}
