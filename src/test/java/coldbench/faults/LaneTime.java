package coldbench.faults;

import coldbench.asl.HistoryEvent;
import coldbench.asl.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * Time that goes by only where executions wait, at the same pace for those that run side by side:
 * of all that have begun the one goes on whose time is the earliest. So what happens is the same on
 * any machine, and happens in the order of its times.
 */
final class LaneTime implements Sleeper {
  private final String machine;
  private final int lanes;
  private final Duration startOfChild;
  private final Map<Thread, Instant> running = new HashMap<>();
  private Instant now;
  private int begun;
  private int expected;

  /**
   * From a moment on.
   *
   * @param machine name of the execution whose children are side by side
   * @param lanes how many children run at once
   * @param startOfChild what a child takes before its first state
   */
  LaneTime(Instant start, String machine, int lanes, Duration startOfChild) {
    this.now = start;
    this.machine = machine;
    this.lanes = lanes;
    this.startOfChild = startOfChild;
  }

  Clock clock() {
    InstantSource source = this::now;
    return source.withZone(ZoneOffset.UTC);
  }

  /** The time of the execution that asks. */
  synchronized Instant now() {
    return running.getOrDefault(Thread.currentThread(), now);
  }

  /** Hears where children begin and end. */
  void heard(HistoryEvent event) {
    if (event.type().equals("MapStateStarted") && isParent(event)) {
      expect(event.details().path("length").asInt());
    } else if (!isParent(event) && event.type().equals("ExecutionStarted")) {
      begin();
    } else if (!isParent(event) && event.type().matches("Execution(Succeeded|Failed|Aborted)")) {
      end();
    }
  }

  private boolean isParent(HistoryEvent event) {
    return event.executionArn().endsWith(":" + machine);
  }

  private synchronized void expect(int items) {
    expected = lanes > 1 ? Math.min(lanes, items) : 0;
    begun = 0;
  }

  /** It waits for its turn when it first waits: history is told under a lock that others need. */
  private synchronized void begin() {
    if (expected > 0) {
      running.put(Thread.currentThread(), now.plus(startOfChild));
      begun++;
      notifyAll();
    } else {
      now = now.plus(startOfChild);
    }
  }

  private synchronized void end() {
    Instant ended = running.remove(Thread.currentThread());
    if (ended != null) {
      now = ended.isAfter(now) ? ended : now;
      notifyAll();
    }
  }

  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    Instant mine = running.get(Thread.currentThread());
    if (mine == null) {
      now = now.plus(duration);
      return;
    }
    running.put(Thread.currentThread(), mine.plus(duration));
    notifyAll();
    awaitTurn();
  }

  private void awaitTurn() throws InterruptedException {
    while (begun < expected || !isEarliest()) {
      wait();
    }
  }

  /** Of equal times the thread that was made first goes on. */
  private boolean isEarliest() {
    Thread own = Thread.currentThread();
    Instant mine = running.get(own);
    return running.entrySet().stream()
        .allMatch(
            other ->
                mine.isBefore(other.getValue())
                    || (mine.equals(other.getValue()) && own.getId() <= other.getKey().getId()));
  }
}
