package coldbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The memory size to give a function: among those whose bill is at most 10 % above the cheapest
 * one's, the smallest that is not shown to be slower than the fastest. More memory is more CPU, so
 * it pays for itself until the function cannot use more.
 *
 * @param memoryMb the size
 * @param cheapestMb where the bill is least
 * @param fastestMb where calls take the least time, whatever they cost
 * @param sizes all that were measured, in their order
 * @param equal neighbours whose calls are shown to take the same time inside the margin
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html">Lambda:
 *     memory and CPU</a>
 */
public record Recommendation(
    String function,
    int memoryMb,
    int cheapestMb,
    int fastestMb,
    List<Size> sizes,
    List<Integer> equal) {
  /** How much more than the least bill is taken for the same. */
  public static final double MOST_DEARER = 1.1;

  public Recommendation {
    sizes = List.copyOf(sizes);
    equal = List.copyOf(equal);
  }

  /**
   * A function at a memory size.
   *
   * @param callMs what a call takes on average at the share of cold calls that is asked for
   * @param dollars the bill for a million of them
   */
  public record Size(int memoryMb, double callMs, double dollars) {}

  public Size size(int wanted) {
    return sizes.stream().filter(size -> size.memoryMb() == wanted).findFirst().orElseThrow();
  }

  /**
   * One for each function that was measured at two sizes at least and has a price; which sizes are
   * equal is not told yet.
   */
  static List<Recommendation> of(Findings findings) {
    return findings.experiment().functions().stream()
        .flatMap(function -> of(findings, function.label()).stream())
        .toList();
  }

  private static Optional<Recommendation> of(Findings findings, String function) {
    double coldShare = findings.pricing().coldShare();
    List<Size> sizes = new ArrayList<>();
    for (int memoryMb : findings.experiment().memoryMb()) {
      double[] calls = calls(findings.experiment().cell(function, memoryMb), coldShare);
      OptionalDouble dollars = findings.costs().at(function, memoryMb, coldShare);
      if (calls.length > 0 && dollars.isPresent()) {
        sizes.add(new Size(memoryMb, Spread.of(calls).mean(), dollars.getAsDouble()));
      }
    }
    if (sizes.size() < 2) {
      return Optional.empty();
    }
    Size cheapest = sizes.stream().min(Comparator.comparingDouble(Size::dollars)).orElseThrow();
    List<Size> payable =
        sizes.stream().filter(size -> size.dollars() <= MOST_DEARER * cheapest.dollars()).toList();
    Size best = payable.stream().min(Comparator.comparingDouble(Size::callMs)).orElseThrow();
    Size wanted =
        payable.stream()
            .filter(size -> size.equals(best) || !slower(findings, function, size, best))
            .min(Comparator.comparingInt(Size::memoryMb))
            .orElseThrow();
    Size fastest = sizes.stream().min(Comparator.comparingDouble(Size::callMs)).orElseThrow();
    return Optional.of(
        new Recommendation(
            function,
            wanted.memoryMb(),
            cheapest.memoryMb(),
            fastest.memoryMb(),
            sizes,
            List.of()));
  }

  /** Shown to be; with too few trials the mean alone decides. */
  private static boolean slower(Findings findings, String function, Size size, Size best) {
    Ratio ratio = ratio(findings, function, best, size);
    return ratio.interval().isEmpty() ? ratio.value() > 1 : ratio.shown() && ratio.value() > 1;
  }

  /**
   * A size and the next larger one, which may be equal.
   *
   * @param ratio of what a call takes at the larger one by the lower one
   */
  record Neighbours(String function, int lowerMb, Ratio ratio) {}

  List<Neighbours> neighbours(Findings findings) {
    List<Neighbours> all = new ArrayList<>();
    for (int i = 0; i + 1 < sizes.size(); i++) {
      Size lower = sizes.get(i);
      all.add(
          new Neighbours(
              function, lower.memoryMb(), ratio(findings, function, lower, sizes.get(i + 1))));
    }
    return all;
  }

  /** The same with the sizes that are shown to be equal to their next larger ones. */
  Recommendation withEqual(List<Integer> lowerMb) {
    return new Recommendation(function, memoryMb, cheapestMb, fastestMb, sizes, lowerMb);
  }

  private static Ratio ratio(Findings findings, String function, Size one, Size other) {
    double coldShare = findings.pricing().coldShare();
    Experiment experiment = findings.experiment();
    return Ratio.ofGroups(
        calls(experiment.cell(function, one.memoryMb()), coldShare),
        calls(experiment.cell(function, other.memoryMb()), coldShare));
  }

  /** What a call takes on average, in each trial. */
  private static double[] calls(Cell cell, double coldShare) {
    List<OptionalDouble> cold = cell.means(Figure.COLD);
    List<OptionalDouble> warm = cell.means(Figure.WARM);
    return IntStream.range(0, warm.size())
        .filter(i -> warm.get(i).isPresent() && cold.get(i).isPresent())
        .mapToDouble(
            i ->
                coldShare * cold.get(i).getAsDouble() + (1 - coldShare) * warm.get(i).getAsDouble())
        .toArray();
  }
}
