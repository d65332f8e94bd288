package coldbench.analysis;

import coldbench.analysis.Pairs.Pair;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A function against another one, in one figure at one memory size.
 *
 * @param ratio the function's value by the other's: the geometric mean over the blocks in which
 *     both were measured; of warm calls each trial's mean counts
 * @param differenceMs how much longer the function takes, on average over the same blocks; empty
 *     below {@link Ratio#FEWEST} blocks
 */
public record Comparison(
    Figure figure,
    int memoryMb,
    String function,
    String baseline,
    Ratio ratio,
    Optional<Difference> differenceMs) {

  /** Pairs two cells block by block. Empty where no block has both, or a value is 0. */
  public static Optional<Comparison> of(Figure figure, Cell function, Cell baseline) {
    return of(figure, function, baseline, Comparison::difference);
  }

  /** The same without the difference, whose interval takes as long again. */
  static Optional<Comparison> ofRatio(Figure figure, Cell function, Cell baseline) {
    return of(figure, function, baseline, pairs -> Optional.empty());
  }

  private static Optional<Comparison> of(
      Figure figure,
      Cell function,
      Cell baseline,
      Function<List<Pair>, Optional<Difference>> difference) {
    List<Pair> pairs = Pairs.of(function, baseline, cell -> cell.comparable(figure));
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    double[] ratios = pairs.stream().mapToDouble(p -> p.function() / p.baseline()).toArray();
    return Optional.of(
        new Comparison(
            figure,
            function.memoryMb(),
            function.function(),
            baseline.function(),
            Ratio.ofPairs(ratios),
            difference.apply(pairs)));
  }

  /** How many times another function's peak memory a function's is, block by block. */
  static Optional<Ratio> ofMemory(Cell function, Cell baseline) {
    List<Pair> pairs = Pairs.of(function, baseline, Cell::peaks);
    return pairs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Ratio.ofPairs(pairs.stream().mapToDouble(p -> p.function() / p.baseline()).toArray()));
  }

  private static Optional<Difference> difference(List<Pair> pairs) {
    double[] differences = pairs.stream().mapToDouble(p -> p.function() - p.baseline()).toArray();
    return differences.length < Ratio.FEWEST
        ? Optional.empty()
        : Optional.of(
            new Difference(
                Spread.of(differences).mean(), Bootstrap.ofMean(differences), differences.length));
  }

  /** The same with its ratio told otherwise. */
  Comparison of(Ratio other) {
    return new Comparison(figure, memoryMb, function, baseline, other, differenceMs);
  }

  /** The other way round. */
  public Comparison inverse() {
    return new Comparison(
        figure,
        memoryMb,
        baseline,
        function,
        ratio.inverse(),
        differenceMs.map(Difference::inverse));
  }

  /** Figures of two runs side by side; the same function, nothing of it paired. */
  public static Optional<Ratio> ofRuns(Figure figure, Cell before, Cell after) {
    double[] was = values(figure, before);
    double[] is = values(figure, after);
    return was.length == 0 || is.length == 0
        ? Optional.empty()
        : Optional.of(Ratio.ofGroups(was, is));
  }

  /** Likewise how much more the second run has; empty below {@link Ratio#FEWEST} trials. */
  static Optional<Difference> differenceOfRuns(Figure figure, Cell before, Cell after) {
    double[] was = values(figure, before);
    double[] is = values(figure, after);
    int count = Math.min(was.length, is.length);
    return count < Ratio.FEWEST
        ? Optional.empty()
        : Optional.of(
            new Difference(
                Spread.of(is).mean() - Spread.of(was).mean(),
                Bootstrap.ofDifference(was, is),
                count));
  }

  private static double[] values(Figure figure, Cell cell) {
    return cell.comparable(figure).stream().flatMapToDouble(OptionalDouble::stream).toArray();
  }
}
