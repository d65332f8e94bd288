package coldbench.runtime;

/** The two clocks of a machine. */
public interface Clock {
  /** Wall clock, in ms since 1970 UTC. */
  long epochMillis();

  /** Runs steadily and is not set by anybody; only differences mean something. In ns. */
  long nanoTime();
}
