package coldbench.asl;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Time that goes by only where somebody sleeps. */
final class VirtualTime implements Sleeper {
  private Instant now = Instant.parse("2026-03-14T01:59:00Z");
  private final List<Duration> sleeps = new ArrayList<>();

  Clock clock() {
    InstantSource source = this::now;
    return source.withZone(ZoneOffset.UTC);
  }

  synchronized Instant now() {
    return now;
  }

  /** How long each sleep was, in the order of their ends. */
  synchronized List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }

  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    now = now.plus(duration);
    sleeps.add(duration);
  }
}
