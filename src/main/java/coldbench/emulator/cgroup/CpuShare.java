package coldbench.emulator.cgroup;

/**
 * How much CPU time Lambda gives to a function, in each period of 20 ms.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html">At 1,769
 *     MB, a function has the equivalent of one vCPU</a>
 */
final class CpuShare {
  static final int PERIOD_MICROS = 20_000;
  private static final int MB_OF_ONE_CPU = 1769;

  /** The least that the kernel takes. */
  private static final int MIN_QUOTA_MICROS = 1_000;

  private CpuShare() {}

  /** For example 1,447 µs at 128 MB. */
  static long quotaMicros(int memoryMb) {
    return Math.max(MIN_QUOTA_MICROS, (long) PERIOD_MICROS * memoryMb / MB_OF_ONE_CPU);
  }
}
