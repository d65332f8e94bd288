package coldbench.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An experiment with its verdicts and its prices: what every kind of report shows. All verdicts of
 * one report are corrected together.
 */
public final class Findings {
  /** With more functions than this each is set against each, and they are ranked. */
  private static final int MOST_PAIRED = 3;

  /** What is told of two functions that are alike but for a few settings. */
  public static final List<Figure> DIFFERING =
      List.of(Figure.COLD, Figure.INIT, Figure.FIRST, Figure.WARM);

  private final Experiment experiment;
  private final Pricing pricing;
  private final Margin margin;
  private final Costs costs;
  private final List<Budget.Result> budget;
  private final Map<Key, Verdict> verdicts = new HashMap<>();
  private final Map<Key, Optional<Ratio>> ratios = new HashMap<>();
  private int judged;

  private Findings(Experiment experiment, Pricing pricing, Margin margin, Budget budget) {
    this.experiment = experiment;
    this.pricing = pricing;
    this.margin = margin;
    this.costs = new Costs(experiment, pricing);
    this.budget = budget.of(experiment);
  }

  /** Of the experiments of one report, without a budget. */
  public static List<Findings> of(List<Experiment> experiments, Pricing pricing, Margin margin) {
    return of(experiments, pricing, margin, Budget.NONE);
  }

  /** Of the experiments of one report. */
  public static List<Findings> of(
      List<Experiment> experiments, Pricing pricing, Margin margin, Budget budget) {
    List<Findings> all =
        experiments.stream().map(each -> new Findings(each, pricing, margin, budget)).toList();
    List<Findings> owners = new ArrayList<>();
    List<Comparison> comparisons = new ArrayList<>();
    for (Findings findings : all) {
      for (Comparison comparison : findings.comparisons()) {
        owners.add(findings);
        comparisons.add(comparison);
      }
    }
    List<Judgement> judgements =
        Judgement.of(
            comparisons.stream()
                .map(each -> new Judgement.Asked(each.ratio(), each.differenceMs()))
                .toList(),
            margin);
    for (int i = 0; i < judgements.size(); i++) {
      owners.get(i).put(new Verdict(comparisons.get(i), judgements.get(i)));
    }
    int judged = (int) judgements.stream().filter(each -> each.holm().isPresent()).count();
    all.forEach(findings -> findings.judged = judged);
    return all;
  }

  private void put(Verdict verdict) {
    verdicts.put(Key.of(verdict.comparison()), verdict);
  }

  private List<Comparison> comparisons() {
    List<String> labels = experiment.compared().stream().map(FunctionDescription::label).toList();
    List<Comparison> all = new ArrayList<>();
    for (int memoryMb : experiment.memoryMb()) {
      for (Figure figure : Figure.JUDGED) {
        for (int base = 0; base < (ranked(labels.size()) ? labels.size() : 1); base++) {
          for (String function : labels.subList(base + 1, labels.size())) {
            compare(figure, function, labels.get(base), memoryMb).ifPresent(all::add);
          }
        }
      }
    }
    for (int memoryMb : experiment.memoryMb()) {
      for (OnBoth each : onBoth()) {
        for (Figure figure : Figure.JUDGED) {
          compare(figure, each.arm64(), each.x8664(), memoryMb)
              .filter(asked -> all.stream().noneMatch(other -> isSamePair(asked, other)))
              .ifPresent(all::add);
        }
      }
    }
    return all;
  }

  private static boolean isSamePair(Comparison one, Comparison two) {
    return Key.of(one).equals(Key.of(two)) || Key.of(one).equals(Key.of(two.inverse()));
  }

  /**
   * One function on both processors.
   *
   * @param stem what their labels have in common
   * @param arm64 its label there
   * @param x8664 its label there
   */
  public record OnBoth(String stem, String arm64, String x8664) {}

  /** Each function that was measured on both processors, at the same work. */
  public List<OnBoth> onBoth() {
    List<OnBoth> all = new ArrayList<>();
    for (FunctionDescription arm : experiment.functions()) {
      for (FunctionDescription x86 : experiment.functions()) {
        if (arm.architecture().equals("arm64")
            && x86.architecture().equals("x86_64")
            && arm.isOnProcessor()
            && x86.isOnProcessor()
            && arm.stem().equals(x86.stem())
            && arm.event().equals(x86.event())) {
          all.add(new OnBoth(arm.stem(), arm.label(), x86.label()));
        }
      }
    }
    return all;
  }

  /**
   * Each function that is like another one against that, in every figure of {@link #DIFFERING} that
   * both have. The intervals are each at 95 %, since it is asked how large a difference is and not
   * whether there is one.
   */
  public List<Comparison> differences(int memoryMb) {
    List<Comparison> all = new ArrayList<>();
    for (FunctionDescription function : experiment.functions()) {
      function
          .like()
          .filter(like -> experiment.function(like).isPresent())
          .ifPresent(
              like ->
                  DIFFERING.forEach(
                      figure ->
                          compare(figure, function.label(), like, memoryMb).ifPresent(all::add)));
    }
    return all;
  }

  private Optional<Comparison> compare(Figure figure, String function, String base, int memoryMb) {
    return Comparison.of(
        figure, experiment.cell(function, memoryMb), experiment.cell(base, memoryMb));
  }

  public Experiment experiment() {
    return experiment;
  }

  public Pricing pricing() {
    return pricing;
  }

  public Margin margin() {
    return margin;
  }

  /** What became of the limits, if there are any. */
  public List<Budget.Result> budget() {
    return budget;
  }

  public Costs costs() {
    return costs;
  }

  /** Whether the functions are so many that they are ranked and not told pair by pair. */
  public boolean ranked() {
    return ranked(experiment.compared().size());
  }

  private static boolean ranked(int functions) {
    return functions > MOST_PAIRED;
  }

  /** How many pairs of so many functions are judged in each figure. */
  static int pairs(int functions) {
    return ranked(functions) ? functions * (functions - 1) / 2 : functions - 1;
  }

  /** How many verdicts of the report were corrected together. */
  public int judged() {
    return judged;
  }

  /** Every function against the baseline, cold and warm, at one memory size. */
  public List<Verdict> verdicts(int memoryMb) {
    List<Verdict> all = new ArrayList<>();
    for (FunctionDescription function : experiment.compared()) {
      for (Figure figure : Figure.JUDGED) {
        verdict(figure, function.label(), experiment.baseline(), memoryMb).ifPresent(all::add);
      }
    }
    return all;
  }

  /** One function against another one; empty for itself, and where no block has both. */
  public Optional<Verdict> verdict(Figure figure, String function, String base, int memoryMb) {
    Verdict found = verdicts.get(new Key(figure, memoryMb, function, base));
    return found != null
        ? Optional.of(found)
        : Optional.ofNullable(verdicts.get(new Key(figure, memoryMb, base, function)))
            .map(Verdict::inverse);
  }

  /** Any figure against the baseline's: the verdict's ratio where there is one, else at 95 %. */
  public Optional<Ratio> ratio(Figure figure, String function, int memoryMb) {
    return ratios.computeIfAbsent(
        new Key(figure, memoryMb, function, experiment.baseline()),
        key ->
            verdict(figure, function, key.baseline, memoryMb)
                .map(Verdict::ratio)
                .or(
                    () ->
                        compare(figure, function, key.baseline, memoryMb).map(Comparison::ratio)));
  }

  private record Key(Figure figure, int memoryMb, String function, String baseline) {
    static Key of(Comparison comparison) {
      return new Key(
          comparison.figure(), comparison.memoryMb(), comparison.function(), comparison.baseline());
    }
  }
}
