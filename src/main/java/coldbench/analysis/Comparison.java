package coldbench.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A function against the baseline, in one figure at one memory size.
 *
 * @param ratios the function's value by the baseline's in each block where both were measured
 * @param ratio of all blocks together
 */
public record Comparison(
    Figure figure,
    int memoryMb,
    String function,
    String baseline,
    List<BlockRatio> ratios,
    Ratio ratio) {
  public Comparison {
    ratios = List.copyOf(ratios);
  }

  /** One block's ratio. */
  public record BlockRatio(String run, Block block, double ratio) {}

  private record Key(String run, Block block) {}

  /**
   * Pairs two cells block by block; of warm calls it takes each trial's mean. Empty where no block
   * has both, or a value is 0.
   */
  public static Optional<Comparison> of(Figure figure, Cell function, Cell baseline) {
    Map<Key, Double> others = new HashMap<>();
    for (Trial trial : baseline.trials()) {
      value(figure, trial)
          .ifPresent(value -> others.put(new Key(trial.run(), trial.block()), value));
    }
    List<BlockRatio> ratios = new ArrayList<>();
    for (Trial trial : function.trials()) {
      OptionalDouble value = value(figure, trial);
      Double other = others.get(new Key(trial.run(), trial.block()));
      if (value.isPresent() && other != null) {
        ratios.add(new BlockRatio(trial.run(), trial.block(), value.getAsDouble() / other));
      }
    }
    if (ratios.isEmpty()) {
      return Optional.empty();
    }
    Ratio ratio = Ratio.ofPairs(ratios.stream().mapToDouble(BlockRatio::ratio).toArray());
    return Optional.of(
        new Comparison(
            figure, function.memoryMb(), function.function(), baseline.function(), ratios, ratio));
  }

  /** Figures of two runs side by side; the same function, nothing of it paired. */
  public static Optional<Ratio> ofRuns(Figure figure, Cell before, Cell after) {
    double[] was = values(figure, before);
    double[] is = values(figure, after);
    return was.length == 0 || is.length == 0
        ? Optional.empty()
        : Optional.of(Ratio.ofGroups(was, is));
  }

  private static double[] values(Figure figure, Cell cell) {
    return cell.trials().stream()
        .map(trial -> value(figure, trial))
        .flatMapToDouble(OptionalDouble::stream)
        .toArray();
  }

  private static OptionalDouble value(Figure figure, Trial trial) {
    OptionalDouble mean = figure.of(trial).average();
    return mean.isPresent() && mean.getAsDouble() > 0 ? mean : OptionalDouble.empty();
  }
}
