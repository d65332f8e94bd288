package coldbench.aws;

import java.time.Duration;

/** Lets time go by. */
public interface Delay {
  void last(Duration duration) throws InterruptedException;
}
