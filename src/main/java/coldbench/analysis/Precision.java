package coldbench.analysis;

import java.util.Optional;

/**
 * How a run ended that was to go on until its ratios are known precisely enough.
 *
 * @param untilPercent what was asked for: so much above and below
 * @param rounds after which it ended
 * @param most rounds that it might have taken
 * @param reached whether every ratio was as precise as that
 * @param widest the ratio that was known least; empty where one had too few blocks
 */
public record Precision(
    double untilPercent, int rounds, int most, boolean reached, Optional<Widest> widest) {

  /**
   * The ratio of a function to the first one that was known least.
   *
   * @param figure {@code cold} or {@code warm}
   * @param percent how much longer the longer side of its interval reaches
   */
  public record Widest(String function, int memoryMb, String figure, double percent) {}
}
