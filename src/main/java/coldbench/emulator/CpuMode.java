package coldbench.emulator;

/** How much of a CPU the functions get. */
public enum CpuMode {
  /** As on Lambda: all of it during init, afterwards memory size / 1769 MB of one. */
  LAMBDA,
  /** Always all of it. */
  FULL
}
