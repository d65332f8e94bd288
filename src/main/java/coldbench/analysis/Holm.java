package coldbench.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's correction for many comparisons: the chance that any one of them is wrongly taken for
 * shown stays below 5 %, however they depend on each other.
 *
 * @see <a href="https://www.jstor.org/stable/4615733">S. Holm, A Simple Sequentially Rejective
 *     Multiple Test Procedure, Scandinavian Journal of Statistics 6 (1979)</a>
 */
final class Holm {
  private static final double LEVEL = 0.05;

  private final double[] pValues;
  private final List<Integer> order;

  Holm(double... pValues) {
    this.pValues = pValues.clone();
    this.order =
        IntStream.range(0, pValues.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> this.pValues[i]))
            .toList();
  }

  /** The adjusted values, each in the place of its own: R's p.adjust(p, "holm"). */
  double[] adjusted() {
    double[] adjusted = new double[pValues.length];
    double least = 0;
    for (int rank = 0; rank < pValues.length; rank++) {
      int i = order.get(rank);
      least = Math.max(least, Math.min(1, (pValues.length - rank) * pValues[i]));
      adjusted[i] = least;
    }
    return adjusted;
  }

  /**
   * The level of each one's interval, so that the interval excludes what the correction rejects and
   * nothing else: 0.05 by as many as were not rejected before.
   */
  double[] levels() {
    double[] levels = new double[pValues.length];
    double level = LEVEL / Math.max(1, pValues.length);
    boolean rejecting = true;
    for (int rank = 0; rank < pValues.length; rank++) {
      int i = order.get(rank);
      if (rejecting) {
        level = LEVEL / (pValues.length - rank);
        rejecting = pValues[i] < level;
      }
      levels[i] = level;
    }
    return levels;
  }
}
