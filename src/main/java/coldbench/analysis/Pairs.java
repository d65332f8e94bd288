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
  static List<Pair> of(Cell function, Cell baseline, Function<Trial, OptionalDouble> value) {
    Map<Key, Double> others = new HashMap<>();
    for (Trial trial : baseline.trials()) {
      value.apply(trial).ifPresent(found -> others.put(new Key(trial.run(), trial.block()), found));
    }
    List<Pair> pairs = new ArrayList<>();
    for (Trial trial : function.trials()) {
      OptionalDouble own = value.apply(trial);
      Double other = others.get(new Key(trial.run(), trial.block()));
      if (own.isPresent() && other != null) {
        pairs.add(new Pair(own.getAsDouble(), other));
      }
    }
    return pairs;
  }
}
