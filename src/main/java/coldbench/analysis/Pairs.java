package coldbench.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Values of two functions that belong together, since they were measured in the same block. */
final class Pairs {
  /** Both values in one block. */
  record Pair(double function, double baseline) {}

  private record Key(String run, Block block) {}

  private Pairs() {}

  /** Blocks in which both cells have a value. */
  static List<Pair> of(
      Cell function, Cell baseline, Function<Cell, List<OptionalDouble>> valuesOfTrials) {
    Map<Key, Double> others = new HashMap<>();
    List<OptionalDouble> bases = valuesOfTrials.apply(baseline);
    for (int i = 0; i < bases.size(); i++) {
      Trial trial = baseline.trials().get(i);
      bases.get(i).ifPresent(found -> others.put(new Key(trial.run(), trial.block()), found));
    }
    List<Pair> pairs = new ArrayList<>();
    List<OptionalDouble> owns = valuesOfTrials.apply(function);
    for (int i = 0; i < owns.size(); i++) {
      Trial trial = function.trials().get(i);
      OptionalDouble own = owns.get(i);
      Double other = others.get(new Key(trial.run(), trial.block()));
      if (own.isPresent() && other != null) {
        pairs.add(new Pair(own.getAsDouble(), other));
      }
    }
    return pairs;
  }
}
