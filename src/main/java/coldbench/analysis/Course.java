package coldbench.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Warm calls by their place in the sandbox, over all trials of a cell: what a compiler makes of the
 * first ones and a collection of single ones.
 *
 * @param points in the order of the calls
 */
public record Course(List<Point> points) {
  /** Of fewer calls their order tells nothing. */
  public static final int FEWEST_CALLS = 20;

  private static final int MOST_POINTS = 250;

  public Course {
    points = List.copyOf(points);
  }

  /**
   * Some calls in a row.
   *
   * @param first the first one's place, from 1
   * @param last the last one's
   * @param medianMs duration, over all trials
   * @param mostMs the slowest of them
   * @param slowest its place
   */
  public record Point(int first, int last, double medianMs, double mostMs, int slowest) {}

  /** Without a point where trials have too few calls. */
  public static Course of(Cell cell) {
    int calls = cell.trials().stream().mapToInt(trial -> trial.warm().size()).max().orElse(0);
    if (calls < FEWEST_CALLS) {
      return new Course(List.of());
    }
    int together = (calls - 1) / MOST_POINTS + 1;
    List<Point> points = new ArrayList<>();
    for (int from = 0; from < calls; from += together) {
      points.add(point(cell, from, Math.min(calls, from + together)));
    }
    return new Course(points);
  }

  private static Point point(Cell cell, int from, int to) {
    double[] durations =
        cell.trials().stream()
            .flatMapToDouble(
                trial ->
                    trial
                        .warm()
                        .subList(
                            Math.min(from, trial.warm().size()), Math.min(to, trial.warm().size()))
                        .stream()
                        .mapToDouble(Sample::durationMs))
            .toArray();
    double most = Arrays.stream(durations).max().orElseThrow();
    int slowest = from;
    while (!hasAt(cell, slowest, most)) {
      slowest++;
    }
    OptionalDouble median = Spread.of(durations).quantile(0.5);
    return new Point(from + 1, to, median.orElse(most), most, slowest + 1);
  }

  private static boolean hasAt(Cell cell, int call, double ms) {
    return cell.trials().stream()
        .anyMatch(trial -> trial.warm().size() > call && trial.warm().get(call).durationMs() == ms);
  }
}
