package coldbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The processor models that an experiment's sandboxes ran on, and whether a figure differs between
 * them: Lambda gives one or the other. Its verdicts are among those of the report.
 *
 * @param models the most frequent first
 * @param differences each model against the most frequent one, corrected all together; none where
 *     there is one model only
 */
public record Processors(List<Model> models, List<ModelDifference> differences) {
  public Processors {
    models = List.copyOf(models);
    differences = List.copyOf(differences);
  }

  /** How many trials ran on a model. */
  public record Model(String cpu, int trials) {}

  /**
   * A function's figure on one model against that on another one.
   *
   * @param judgement of its ratio to that on the other one; its blocks do not belong together
   */
  public record ModelDifference(
      String function,
      int memoryMb,
      Figure figure,
      String cpu,
      String other,
      Judgement judgement) {}

  /** Those of all trials that tell; whether they differ is not told yet. */
  static Processors of(Experiment experiment) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    experiment.trials().stream()
        .filter(Trial::complete)
        .flatMap(trial -> trial.cpu().stream())
        .forEach(cpu -> counts.merge(cpu, 1, Integer::sum));
    List<Model> models = new ArrayList<>();
    counts.forEach((cpu, trials) -> models.add(new Model(cpu, trials)));
    models.sort(Comparator.comparingInt(Model::trials).reversed().thenComparing(Model::cpu));
    return new Processors(models, List.of());
  }

  /**
   * A model against the most frequent one.
   *
   * @param ratio of a function's figure on it by that on the other
   */
  record Asked(String function, int memoryMb, Figure figure, String cpu, Ratio ratio) {}

  List<Asked> asked(Experiment experiment) {
    List<Asked> all = new ArrayList<>();
    if (models.isEmpty()) {
      return all;
    }
    String most = models.get(0).cpu();
    for (int memoryMb : experiment.memoryMb()) {
      for (FunctionDescription function : experiment.functions()) {
        Cell cell = experiment.cell(function.label(), memoryMb);
        for (Figure figure : Figure.JUDGED) {
          double[] usual = values(cell, figure, most);
          for (Model model : models.subList(1, models.size())) {
            double[] own = values(cell, figure, model.cpu());
            if (Math.min(usual.length, own.length) >= Ratio.FEWEST) {
              Ratio ratio = Ratio.ofGroups(usual, own);
              all.add(new Asked(function.label(), memoryMb, figure, model.cpu(), ratio));
            }
          }
        }
      }
    }
    return all;
  }

  /** What was asked, answered. */
  ModelDifference judged(Asked each, Judgement judgement) {
    return new ModelDifference(
        each.function, each.memoryMb, each.figure, each.cpu, models.get(0).cpu(), judgement);
  }

  Processors with(List<ModelDifference> judged) {
    return new Processors(models, judged);
  }

  private static double[] values(Cell cell, Figure figure, String cpu) {
    List<OptionalDouble> values = cell.comparable(figure);
    return IntStream.range(0, values.size())
        .filter(i -> cell.trials().get(i).cpu().filter(cpu::equals).isPresent())
        .mapToObj(values::get)
        .flatMapToDouble(OptionalDouble::stream)
        .toArray();
  }

  /** In how many of the blocks that have both the two ran on different models. */
  public static int mixedBlocks(Cell function, Cell baseline) {
    Map<String, String> models = new LinkedHashMap<>();
    baseline.trials().forEach(trial -> trial.cpu().ifPresent(cpu -> models.put(key(trial), cpu)));
    return (int)
        function.trials().stream()
            .filter(
                trial -> {
                  String other = models.get(key(trial));
                  return other != null && trial.cpu().filter(cpu -> !cpu.equals(other)).isPresent();
                })
            .count();
  }

  private static String key(Trial trial) {
    return trial.run() + "/" + trial.block();
  }
}
