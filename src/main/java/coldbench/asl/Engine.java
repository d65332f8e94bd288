package coldbench.asl;

import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What an execution takes from the world around it, besides its services.
 *
 * @param clock the time of the context object, of events and of {@code $now}
 * @param sleeper lets the time of waits and retries go by
 * @param jitter chance: delays with jitter, {@code $random}, {@code $uuid}, names of child
 *     executions. Used by several threads where {@code itemsAtOnce} is above 1
 * @param itemsAtOnce how many items of a Map and branches of a Parallel run at once at most,
 *     whatever the definition allows; with 1 they run one after the other, in their order
 * @param history hears every event of the execution and of its child executions, in the order of
 *     their numbers, one at a time
 * @param journal the items of Map states that need not be run, as they have been before
 */
public record Engine(
    Clock clock,
    Sleeper sleeper,
    RandomGenerator jitter,
    int itemsAtOnce,
    Optional<Consumer<HistoryEvent>> history,
    ItemJournal journal) {

  /** As many items at once as the service runs of an inline Map. */
  public static final int ITEMS_AT_ONCE = 40;

  public Engine {
    if (itemsAtOnce < 1) {
      throw new IllegalArgumentException("itemsAtOnce is " + itemsAtOnce + ", expected 1 or more");
    }
  }

  /** The machine's clock, real sleep, real chance, nobody listening. */
  public static Engine system() {
    return new Engine(
        Clock.systemUTC(),
        duration -> Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000),
        new Random(),
        ITEMS_AT_ONCE,
        Optional.empty(),
        ItemJournal.NONE);
  }

  public Engine withClock(Clock other) {
    return new Engine(other, sleeper, jitter, itemsAtOnce, history, journal);
  }

  public Engine withSleeper(Sleeper other) {
    return new Engine(clock, other, jitter, itemsAtOnce, history, journal);
  }

  public Engine withJitter(RandomGenerator other) {
    return new Engine(clock, sleeper, other, itemsAtOnce, history, journal);
  }

  public Engine withItemsAtOnce(int other) {
    return new Engine(clock, sleeper, jitter, other, history, journal);
  }

  public Engine withHistory(Consumer<HistoryEvent> other) {
    return new Engine(clock, sleeper, jitter, itemsAtOnce, Optional.of(other), journal);
  }

  public Engine withJournal(ItemJournal other) {
    return new Engine(clock, sleeper, jitter, itemsAtOnce, history, other);
  }
}
