package coldbench.emulator.cgroup;

/** What CPU the functions of a local Lambda get, and why. */
public sealed interface CpuLimit {
  /**
   * The share that Lambda gives.
   *
   * @param how what it is held by, e.g. {@code control groups v2}
   */
  record Lambda(String how) implements CpuLimit {}

  /** All of it, because that was asked for. */
  record Full() implements CpuLimit {}

  /**
   * All of it, because the share cannot be held here.
   *
   * @param reason why, and what to do
   */
  record Unavailable(String reason) implements CpuLimit {}
}
