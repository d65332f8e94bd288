package coldbench.analysis;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Somebody else's figures for the same work, to be put beside ours. Nothing of ours is in them.
 *
 * @param label what was measured
 * @param packageBytes size of the zipped package
 * @param computeMs Fibonacci inside the application, where it was told
 * @param allocMs the 100,000 squares inside the application, where it was told
 */
public record PublishedFigures(
    String label,
    double initMs,
    double firstMs,
    double coldBilledMs,
    double warmMeanMs,
    double warmMinMs,
    double warmMaxMs,
    double maxMemoryMb,
    double packageBytes,
    OptionalDouble computeMs,
    OptionalDouble allocMs) {
  /** What stands below every table that shows them. */
  public static final String ORIGIN =
      "Published by others, not measured here: an experiment of March 2026 on AWS Lambda, arm64,"
          + " 128 MB, Tokyo (ap-northeast-1), 1 cold start and 5 warm calls of each.";

  /** Where they were measured, which sets their price. */
  public static final String REGION = "ap-northeast-1";

  public static final String ARCHITECTURE = "arm64";

  /** The memory size that they were measured at; beside another one they would say nothing. */
  public static final int MEMORY_MB = 128;

  public static final List<PublishedFigures> ALL =
      List.of(
          new PublishedFigures(
              "Rust",
              28.96,
              1.77,
              31,
              1.22,
              1.13,
              1.39,
              16,
              1.2e6,
              OptionalDouble.empty(),
              OptionalDouble.empty()),
          new PublishedFigures(
              "Python 3.13",
              99.76,
              167.47,
              268,
              108.21,
              90.58,
              129.14,
              41,
              641,
              OptionalDouble.of(0.008),
              OptionalDouble.of(70)));

  public double coldMs() {
    return initMs + firstMs;
  }

  /** Billed duration of a warm call of mean length: whole milliseconds, rounded up. */
  public double warmBilledMs() {
    return Math.ceil(warmMeanMs);
  }
}
