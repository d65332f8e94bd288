package coldbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two runs of the same functions, side by side.
 *
 * @param all every figure that both have; empty where they have nothing in common
 */
public record Changes(Run before, Run after, List<Change> all) {
  /** The figures that are compared, in the order in which they are read. */
  private static final List<Figure> FIGURES =
      List.of(
          Figure.INIT,
          Figure.RESTORE,
          Figure.FIRST,
          Figure.COLD,
          Figure.COLD_BILLED,
          Figure.WARM,
          Figure.WARM_BILLED,
          Figure.COLD_MEMORY);

  public Changes {
    all = List.copyOf(all);
  }

  /** What both of two runs measured of a figure. */
  private record Pair(int step, FunctionDescription function, Figure figure, Cell was, Cell is) {}

  /** What both runs measured; what callers wait for is judged, corrected all together. */
  public static Changes between(Run before, Run after, Margin margin) {
    return between(List.of(List.of(before, after)), FIGURES, margin).get(0);
  }

  /**
   * The same of many steps, all of whose judgements are corrected together.
   *
   * @param steps two runs each, the earlier one first
   */
  static List<Changes> between(List<List<Run>> steps, List<Figure> figures, Margin margin) {
    List<Pair> pairs = new ArrayList<>();
    List<Ratio> ratios = new ArrayList<>();
    for (int step = 0; step < steps.size(); step++) {
      for (Pair pair : pairs(step, steps.get(step), figures)) {
        Comparison.ofRuns(pair.figure, pair.was, pair.is)
            .ifPresent(
                ratio -> {
                  pairs.add(pair);
                  ratios.add(ratio);
                });
      }
    }
    List<List<Change>> changes = new ArrayList<>();
    steps.forEach(step -> changes.add(new ArrayList<>()));
    List<Change> judged = judged(pairs, ratios, margin);
    for (int i = 0; i < judged.size(); i++) {
      changes.get(pairs.get(i).step).add(judged.get(i));
    }
    List<Changes> all = new ArrayList<>();
    for (int step = 0; step < steps.size(); step++) {
      all.add(new Changes(steps.get(step).get(0), steps.get(step).get(1), changes.get(step)));
    }
    return all;
  }

  private static List<Pair> pairs(int step, List<Run> runs, List<Figure> figures) {
    Experiment one = Experiment.of(List.of(runs.get(0)));
    Experiment two = Experiment.of(List.of(runs.get(1)));
    List<Pair> pairs = new ArrayList<>();
    for (FunctionDescription function : one.functions()) {
      // A ratio of different work would say nothing.
      boolean sameWork =
          two.function(function.label())
              .filter(other -> other.event().equals(function.event()))
              .isPresent();
      for (int memoryMb : sameWork ? one.memoryMb() : List.<Integer>of()) {
        for (Figure figure : figures) {
          Cell was = one.cell(function.label(), memoryMb);
          Cell is = two.cell(function.label(), memoryMb);
          pairs.add(new Pair(step, function, figure, was, is));
        }
      }
    }
    return pairs;
  }

  private static List<Change> judged(List<Pair> pairs, List<Ratio> ratios, Margin margin) {
    List<Judgement.Asked> asked = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      if (Figure.JUDGED.contains(pair.figure)) {
        asked.add(
            new Judgement.Asked(
                ratios.get(i), Comparison.differenceOfRuns(pair.figure, pair.was, pair.is)));
      }
    }
    List<Judgement> judgements = Judgement.of(asked, margin);
    List<Change> all = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      boolean judged = Figure.JUDGED.contains(pair.figure);
      all.add(
          new Change(
              pair.function,
              pair.was.memoryMb(),
              pair.figure,
              pair.was.typical(pair.figure).orElseThrow(),
              pair.is.typical(pair.figure).orElseThrow(),
              ratios.get(i),
              judged ? Optional.of(judgements.get(next++)) : Optional.empty()));
    }
    return all;
  }

  /** How many judgements were corrected together. */
  public int judged() {
    return (int) all.stream().filter(change -> change.holm().isPresent()).count();
  }
}
