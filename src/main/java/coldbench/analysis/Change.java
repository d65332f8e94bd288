package coldbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a figure of the same function at the same memory size changed from one run to another. The
 * runs' blocks do not belong together, so nothing of it is paired.
 *
 * @param before the figure's spread in the first run
 * @param after in the second one
 * @param ratio second by first; its samples are trials, of warm calls each trial's mean
 */
public record Change(
    String function, int memoryMb, Figure figure, Spread before, Spread after, Ratio ratio) {

  /** The figures that are compared, in the order in which they are read. */
  public static final List<Figure> FIGURES =
      List.of(
          Figure.INIT,
          Figure.RESTORE,
          Figure.FIRST,
          Figure.COLD,
          Figure.COLD_BILLED,
          Figure.WARM,
          Figure.WARM_BILLED,
          Figure.COLD_MEMORY);

  /** The figures that a pipeline is stopped for: what callers wait for. */
  public static final List<Figure> WATCHED = List.of(Figure.COLD, Figure.WARM);

  /** All changes of what both runs measured; empty where they have nothing in common. */
  public static List<Change> between(Run before, Run after) {
    Experiment one = Experiment.of(List.of(before));
    Experiment two = Experiment.of(List.of(after));
    List<Change> all = new ArrayList<>();
    for (FunctionDescription function : one.functions()) {
      for (int memoryMb : one.memoryMb()) {
        Cell was = one.cell(function.label(), memoryMb);
        Cell is = two.cell(function.label(), memoryMb);
        for (Figure figure : FIGURES) {
          of(figure, was, is).ifPresent(all::add);
        }
      }
    }
    return all;
  }

  private static Optional<Change> of(Figure figure, Cell was, Cell is) {
    Optional<Spread> before = was.spread(figure);
    Optional<Spread> after = is.spread(figure);
    Optional<Ratio> ratio = Comparison.ofRuns(figure, was, is);
    return before.isEmpty() || after.isEmpty() || ratio.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Change(
                was.function(), was.memoryMb(), figure, before.get(), after.get(), ratio.get()));
  }

  /** Whether it is one that a pipeline is to be stopped for: shown, and above the limit. */
  public boolean above(double limit) {
    return WATCHED.contains(figure) && ratio.shown() && ratio.value() > limit;
  }

  /** Whether it is watched and cannot be judged, for want of samples. */
  public boolean unjudged() {
    return WATCHED.contains(figure) && ratio.interval().isEmpty();
  }
}
