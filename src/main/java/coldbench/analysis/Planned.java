package coldbench.analysis;

import coldbench.analysis.Pairs.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * A ratio that a run is to show: how much it varies from block to block, and what follows from
 * that. The level is that of the report's first step after Holm: 5 % by all its verdicts.
 *
 * @param deviation of the blocks' logarithms
 * @param verdicts that the report will give
 */
public record Planned(
    String function, int memoryMb, Figure figure, double deviation, int verdicts) {
  /**
   * What runs of twenty rounds on a machine of its own had, for both figures. What Lambda has is
   * not known.
   */
  public static final double TYPICAL = 0.25;

  private static final double LEVEL = 0.05;

  /**
   * Each function against the first of its scenario, as a run measured them; those with too few
   * blocks left out.
   */
  public static List<Planned> of(Run run) {
    List<Experiment> scenarios = Experiments.of(List.of(run), Optional.empty());
    int verdicts =
        scenarios.stream()
            .mapToInt(
                each ->
                    Findings.verdicts(
                        each.functions().size(), each.memoryMb().size(), run.warm() > 0))
            .sum();
    return scenarios.stream().flatMap(each -> of(each, verdicts).stream()).toList();
  }

  private static List<Planned> of(Experiment experiment, int verdicts) {
    List<String> labels = experiment.functions().stream().map(FunctionDescription::label).toList();
    List<Planned> all = new ArrayList<>();
    for (int memoryMb : experiment.memoryMb()) {
      Cell base = experiment.cell(experiment.baseline(), memoryMb);
      for (Figure figure : Figure.JUDGED) {
        for (String label : labels.subList(1, labels.size())) {
          double[] logs =
              Pairs.of(experiment.cell(label, memoryMb), base, cell -> cell.comparable(figure))
                  .stream()
                  .mapToDouble(Planned::log)
                  .toArray();
          if (logs.length >= Ratio.FEWEST) {
            double deviation = StandardDeviation.of(logs).getAsDouble();
            all.add(new Planned(label, memoryMb, figure, deviation, verdicts));
          }
        }
      }
    }
    return all;
  }

  private static double log(Pair pair) {
    return Math.log(pair.function() / pair.baseline());
  }

  /** The same of a run that nothing is known of yet. */
  public static List<Planned> typical(List<String> labels, List<Integer> memoryMb, boolean warm) {
    List<Planned> all = new ArrayList<>();
    int verdicts = Findings.verdicts(labels.size(), memoryMb.size(), warm);
    for (int size : memoryMb) {
      for (Figure figure : warm ? Figure.JUDGED : List.of(Figure.COLD)) {
        for (String label : labels.subList(1, labels.size())) {
          all.add(new Planned(label, size, figure, TYPICAL, verdicts));
        }
      }
    }
    return all;
  }

  /** Rounds that show the ratio in four of five runs; empty where a million would not. */
  public OptionalInt rounds(double ratio) {
    return deviation == 0
        ? OptionalInt.of(Ratio.FEWEST)
        : Power.pairs(Math.log(ratio), deviation, LEVEL / verdicts);
  }

  /** The least ratio that so many rounds show in four of five runs; empty of too few. */
  public OptionalDouble ratio(int rounds) {
    OptionalDouble effect =
        deviation == 0 ? OptionalDouble.of(0) : Power.effect(deviation, rounds, LEVEL / verdicts);
    return effect.isPresent() ? OptionalDouble.of(Math.exp(effect.getAsDouble())) : effect;
  }
}
