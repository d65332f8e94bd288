package coldbench.analysis;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.ranking.NaturalRanking;

/**
 * Whether a figure differs between the lanes in which a run measured side by side, by the
 * Kruskal-Wallis test.
 *
 * @param pValue how likely such a difference is where all lanes are alike
 * @see <a href="https://doi.org/10.1080/01621459.1952.10483441">W. H. Kruskal and W. A. Wallis, Use
 *     of Ranks in One-Criterion Variance Analysis, Journal of the American Statistical Association
 *     47 (1952)</a>
 */
public record LaneEffect(String function, int memoryMb, Figure figure, int lanes, double pValue) {
  /** Below, lanes are said to differ. Several figures are tested, so that it is less than 0.05. */
  public static final double SIGNIFICANT = 0.01;

  /** Fewer trials in a lane do not follow the distribution that is asked. */
  private static final int FEWEST = 5;

  /** Empty where there is one lane, or one with too few trials. */
  public static Optional<LaneEffect> of(Figure figure, Cell cell) {
    Collection<List<Double>> lanes =
        cell.trials().stream()
            .filter(trial -> trial.lane().isPresent() && figure.mean(trial).isPresent())
            .collect(
                Collectors.groupingBy(
                    trial -> trial.lane().getAsInt(),
                    TreeMap::new,
                    Collectors.mapping(
                        trial -> figure.mean(trial).getAsDouble(), Collectors.toList())))
            .values();
    if (lanes.size() < 2 || lanes.stream().anyMatch(lane -> lane.size() < FEWEST)) {
      return Optional.empty();
    }
    OptionalDouble pValue = pValue(List.copyOf(lanes));
    return pValue.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LaneEffect(
                cell.function(), cell.memoryMb(), figure, lanes.size(), pValue.getAsDouble()));
  }

  /** Of at least two groups; empty where all values are equal. */
  static OptionalDouble pValue(List<List<Double>> groups) {
    double[] all = groups.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).toArray();
    double[] ranks = new NaturalRanking().apply(all);
    double n = all.length;
    double sum = 0;
    int at = 0;
    for (List<Double> group : groups) {
      double own = 0;
      for (int i = 0; i < group.size(); i++) {
        own += ranks[at++];
      }
      sum += own * own / group.size();
    }
    double statistic = 12 / (n * (n + 1)) * sum - 3 * (n + 1);
    double tied = 1 - ties(all) / (n * n * n - n);
    return tied <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            ChiSquaredDistribution.of(groups.size() - 1.0).survivalProbability(statistic / tied));
  }

  private static double ties(double[] values) {
    return Arrays.stream(values)
        .boxed()
        .collect(Collectors.groupingBy(value -> value, Collectors.counting()))
        .values()
        .stream()
        .mapToDouble(count -> Math.pow(count, 3) - count)
        .sum();
  }

  public boolean significant() {
    return pValue < SIGNIFICANT;
  }
}
