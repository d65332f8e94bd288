package coldbench.asl;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** Time that goes by only where an execution waits, and then at once. */
public final class VirtualTime implements Sleeper {
  private Instant now;

  public VirtualTime(Instant start) {
    this.now = start;
  }

  /** What this time's clock shows, in UTC. */
  public Clock clock() {
    InstantSource source = this::now;
    return source.withZone(ZoneOffset.UTC);
  }

  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    now = now.plus(duration);
  }
}
