package coldbench.https;

import coldbench.runtime.Transport;

/** An encrypted connection to a server that has proven who it is. */
interface Connection extends Transport {
  /**
   * Sets what the next reads and writes may take.
   *
   * @param silenceMillis for one of them
   * @param endNanos when all of them must be over, by the clock of {@link Tls}
   */
  void limit(int silenceMillis, long endNanos);

  /**
   * Whether it can be used once more, while no response is awaited: not if the server has closed it
   * meanwhile, which shows only when one looks.
   */
  boolean isAlive();
}
