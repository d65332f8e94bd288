package coldbench.asl;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The {@code previousEventId} of events around concurrent branches or items, as the service assigns
 * it: the first items follow the event that started them all, each later one follows the last event
 * of the item that it replaced, and the state goes on after the last of them.
 */
final class EventOrder {
  private final long started;
  private final Queue<Long> ended = new ArrayDeque<>();
  private long last;
  private long failed;

  /**
   * The order of the branches or items of one state.
   *
   * @param started the event that started the branches
   */
  EventOrder(long started) {
    this.started = started;
    this.last = started;
  }

  /** What the next item follows. */
  synchronized long next() {
    Long before = ended.poll();
    return before == null ? started : before;
  }

  /**
   * A branch or item came to its end.
   *
   * @param event its last event
   * @param marker the event that says so, or the same one where there is none
   */
  synchronized void succeeded(long event, long marker) {
    ended.add(event);
    last = Math.max(last, marker);
  }

  /** A branch or item failed after this event. */
  synchronized void failed(long event) {
    failed = failed == 0 ? event : failed;
  }

  /** What follows when all have come to their end. */
  synchronized long end() {
    return last;
  }

  /** What follows when one has failed. */
  synchronized long failure() {
    return failed == 0 ? last : failed;
  }
}
