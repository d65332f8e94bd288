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

  private record Pair(FunctionDescription function, Figure figure, Cell was, Cell is) {}

  /** What both runs measured; what callers wait for is judged, corrected all together. */
  public static Changes between(Run before, Run after, Margin margin) {
    Experiment one = Experiment.of(List.of(before));
    Experiment two = Experiment.of(List.of(after));
    List<Pair> pairs = new ArrayList<>();
    List<Ratio> ratios = new ArrayList<>();
    for (FunctionDescription function : one.functions()) {
      for (int memoryMb : one.memoryMb()) {
        for (Figure figure : FIGURES) {
          Cell was = one.cell(function.label(), memoryMb);
          Cell is = two.cell(function.label(), memoryMb);
          Comparison.ofRuns(figure, was, is)
              .ifPresent(
                  ratio -> {
                    pairs.add(new Pair(function, figure, was, is));
                    ratios.add(ratio);
                  });
        }
      }
    }
    return new Changes(before, after, judged(pairs, ratios, margin));
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
