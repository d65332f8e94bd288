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
  /** What they say where they stand. */
  public static final String ORIGIN =
      "Published by others, not measured here: an experiment of March 2026 on AWS Lambda, arm64,"
          + " 128 MB, Tokyo (ap-northeast-1), 1 cold start and 5 warm calls of each.";

  /** Where they were measured, which sets their price. */
  public static final String REGION = "ap-northeast-1";

  public static final String ARCHITECTURE = "arm64";

  /** Whose Fibonacci number they computed. */
  public static final int N = 40;

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

  /**
   * What may stand beside an experiment at one memory size: their figures where it did the same
   * work, and why none where it did not.
   *
   * @param figures all of them, or none
   * @param reason a sentence
   */
  public record Beside(List<PublishedFigures> figures, String reason) {}

  /** Whether and why they are shown beside an experiment. The work is theirs, not the function. */
  public static Beside beside(Experiment experiment, int memoryMb) {
    int n = experiment.first().n();
    if (experiment.functions().stream().allMatch(function -> function.event().isPresent())) {
      return none("the functions here handle events of their own, which is other work");
    }
    if (n != N) {
      return none("Fibonacci(" + n + ") was computed here, which is other work");
    }
    if (memoryMb != MEMORY_MB) {
      return none("there were " + memoryMb + " MB here");
    }
    return new Beside(
        ALL,
        experiment.first().place() instanceof Place.Deployed
            ? ORIGIN + " Another region and another day: for orientation."
            : ORIGIN
                + " Their init includes what Lambda does to start a sandbox, which a local init does not, so they must not be compared with what was measured here.");
  }

  private static Beside none(String why) {
    return new Beside(
        List.of(),
        "Figures that others published are not shown: they are of Fibonacci("
            + N
            + ") at "
            + MEMORY_MB
            + " MB, and "
            + why
            + ".");
  }

  public double coldMs() {
    return initMs + firstMs;
  }

  /** What a million calls cost where and when they were measured. */
  public Cost cost() {
    Prices prices = Prices.of(REGION, ARCHITECTURE).orElseThrow();
    return new Cost(
        prices.requestsPerMillionCalls(),
        prices.computePerMillionCalls(warmBilledMs(), MEMORY_MB),
        prices.computePerMillionCalls(coldBilledMs, MEMORY_MB));
  }

  /** Billed duration of a warm call of mean length: whole milliseconds, rounded up. */
  public double warmBilledMs() {
    return Math.ceil(warmMeanMs);
  }
}
