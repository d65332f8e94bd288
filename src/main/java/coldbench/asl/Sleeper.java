package coldbench.asl;

import java.time.Duration;

/** Lets time go by: for Wait states and between the attempts of a retry. */
@FunctionalInterface
public interface Sleeper {
  /** Returns when the duration is over, or throws when the execution is to end. */
  void sleep(Duration duration) throws InterruptedException;
}
