package coldbench.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

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
  private final Map<PairKey, Judgement> judgements = new HashMap<>();
  private final Map<Key, Optional<Ratio>> ratios = new HashMap<>();
  private final List<Recommendation> sizes;
  private final Map<String, List<Integer>> equalSizes = new HashMap<>();
  private final Processors models;
  private final List<Processors.ModelDifference> modelDifferences = new ArrayList<>();
  private int judged;

  private Findings(Experiment experiment, Pricing pricing, Margin margin, Budget budget) {
    this.experiment = experiment;
    this.pricing = pricing;
    this.margin = margin;
    this.costs = new Costs(experiment, pricing);
    this.budget = budget.of(experiment);
    this.sizes = Recommendation.of(this);
    this.models = Processors.of(experiment);
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
    List<Question> questions =
        all.stream().flatMap(findings -> findings.questions().stream()).toList();
    List<Judgement> judgements =
        Judgement.of(questions.stream().map(Question::asked).toList(), margin);
    for (int i = 0; i < judgements.size(); i++) {
      questions.get(i).answer.accept(judgements.get(i));
    }
    int judged = (int) judgements.stream().filter(each -> each.holm().isPresent()).count();
    all.forEach(findings -> findings.judged = judged);
    return all;
  }

  /** One of all that a report judges, and what becomes of its answer. */
  private record Question(Judgement.Asked asked, Consumer<Judgement> answer) {
    static Question of(Ratio ratio, Consumer<Judgement> answer) {
      return new Question(new Judgement.Asked(ratio, Optional.empty()), answer);
    }
  }

  private List<Question> questions() {
    List<Question> all = new ArrayList<>();
    for (Comparison each : comparisons()) {
      all.add(
          new Question(
              new Judgement.Asked(each.ratio(), each.differenceMs()),
              judgement -> verdicts.put(Key.of(each), new Verdict(each, judgement))));
    }
    for (PairKey pair : pairs()) {
      ratio(pair)
          .ifPresent(
              ratio -> all.add(Question.of(ratio, judgement -> judgements.put(pair, judgement))));
    }
    for (Recommendation size : sizes) {
      for (Recommendation.Neighbours each : size.neighbours(this)) {
        all.add(Question.of(each.ratio(), judgement -> equal(each, judgement)));
      }
    }
    for (Processors.Asked each : models.asked(experiment)) {
      all.add(
          Question.of(
              each.ratio(), judgement -> modelDifferences.add(models.judged(each, judgement))));
    }
    return all;
  }

  private void equal(Recommendation.Neighbours sizes, Judgement judgement) {
    if (judgement.equal()) {
      equalSizes.computeIfAbsent(sizes.function(), key -> new ArrayList<>()).add(sizes.lowerMb());
    }
  }

  /** Two functions whose bills or memory are set against each other. */
  private record PairKey(Ranking.By by, int memoryMb, String function, String baseline) {
    PairKey inverse() {
      return new PairKey(by, memoryMb, baseline, function);
    }
  }

  /** Of few functions each bill against the baseline's; of many all bills and all memory. */
  private List<PairKey> pairs() {
    List<String> labels = experiment.functions().stream().map(FunctionDescription::label).toList();
    Set<PairKey> all = new LinkedHashSet<>();
    for (int memoryMb : experiment.memoryMb()) {
      for (Ranking.By by : ranked() ? Ranking.By.UNTIMED : List.of(Ranking.By.PRICE)) {
        for (int base = 0; base < bases(labels); base++) {
          for (String function : labels.subList(base + 1, labels.size())) {
            all.add(new PairKey(by, memoryMb, function, labels.get(base)));
          }
        }
      }
      for (OnBoth each : onBoth()) {
        PairKey pair = new PairKey(Ranking.By.PRICE, memoryMb, each.arm64(), each.x8664());
        if (!all.contains(pair.inverse())) {
          all.add(pair);
        }
      }
    }
    return List.copyOf(all);
  }

  private static int bases(List<String> labels) {
    return ranked(labels.size()) ? labels.size() : 1;
  }

  private Optional<Ratio> ratio(PairKey pair) {
    return pair.by == Ranking.By.PRICE
        ? costs.ratio(pair.function, pair.baseline, pair.memoryMb, pricing.coldShare())
        : Comparison.ofMemory(
            experiment.cell(pair.function, pair.memoryMb),
            experiment.cell(pair.baseline, pair.memoryMb));
  }

  private List<Comparison> comparisons() {
    List<String> labels = experiment.functions().stream().map(FunctionDescription::label).toList();
    List<Comparison> all = new ArrayList<>();
    for (int memoryMb : experiment.memoryMb()) {
      for (Figure figure : Figure.JUDGED) {
        for (int base = 0; base < bases(labels); base++) {
          // A difference is told of the baseline's only, or asked for by the margin.
          boolean withDifference = base == 0 || margin instanceof Margin.Milliseconds;
          for (String function : labels.subList(base + 1, labels.size())) {
            Cell cell = experiment.cell(function, memoryMb);
            Cell other = experiment.cell(labels.get(base), memoryMb);
            (withDifference
                    ? Comparison.of(figure, cell, other)
                    : Comparison.ofRatio(figure, cell, other))
                .map(this::told)
                .ifPresent(all::add);
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

  /** Each function that was measured on both processors. */
  public List<OnBoth> onBoth() {
    List<OnBoth> all = new ArrayList<>();
    for (FunctionDescription arm : experiment.functions()) {
      for (FunctionDescription x86 : experiment.functions()) {
        if (arm.architecture().equals("arm64")
            && x86.architecture().equals("x86_64")
            && arm.isOnProcessor()
            && x86.isOnProcessor()
            && arm.stem().equals(x86.stem())) {
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
            figure, experiment.cell(function, memoryMb), experiment.cell(base, memoryMb))
        .map(this::told);
  }

  private Comparison told(Comparison comparison) {
    return comparison.figure().unit() == Figure.Unit.MB
        ? comparison
        : comparison.of(experiment.told(comparison.ratio()));
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

  /** Where functions cost the same: each two of few, of many those that are the cheapest there. */
  public List<Costs.BreakEven> breakEvens(int memoryMb) {
    return ranked() ? costs().breakEvensOfCheapest(memoryMb) : costs().breakEvens(memoryMb);
  }

  /** Whether the functions are so many that they are ranked and not told pair by pair. */
  public boolean ranked() {
    return ranked(experiment.functions().size());
  }

  private static boolean ranked(int functions) {
    return functions > MOST_PAIRED;
  }

  /**
   * How many verdicts a report gives of functions that do the same work, on one kind of processor:
   * each pair's cold starts, warm calls and bills, of many functions memory, and of several memory
   * sizes each with the next.
   *
   * @param warm whether there are warm calls, without which there is no bill
   */
  static int verdicts(int functions, int memorySizes, boolean warm) {
    int pairs = ranked(functions) ? functions * (functions - 1) / 2 : functions - 1;
    int ofPair = (warm ? 3 : 1) + (ranked(functions) ? 1 : 0);
    return pairs * ofPair * memorySizes + (warm ? functions * (memorySizes - 1) : 0);
  }

  /**
   * One function against another one in what it takes; empty for itself, where no block has both,
   * and for what is not judged: of few functions memory, and bills but the baseline's.
   */
  public Optional<Judgement> judgement(Ranking.By by, String function, String base, int memoryMb) {
    if (by.figure().isPresent()) {
      return verdict(by.figure().get(), function, base, memoryMb).map(Verdict::judgement);
    }
    PairKey pair = new PairKey(by, memoryMb, function, base);
    return Optional.ofNullable(judgements.get(pair))
        .or(() -> Optional.ofNullable(judgements.get(pair.inverse())).map(Judgement::inverse));
  }

  /** How many times another function's bill a function's is; empty where that is not judged. */
  public Optional<Ratio> billRatio(String function, String base, int memoryMb) {
    return judgement(Ranking.By.PRICE, function, base, memoryMb).map(Judgement::corrected);
  }

  /** The memory size to give each function. */
  public List<Recommendation> recommendations() {
    return sizes.stream()
        .map(each -> each.withEqual(equalSizes.getOrDefault(each.function(), List.of())))
        .toList();
  }

  /** What the sandboxes ran on. */
  public Processors processors() {
    return models.with(modelDifferences);
  }

  /** How many verdicts of the report were corrected together. */
  public int judged() {
    return judged;
  }

  /** Every function against the baseline, cold and warm, at one memory size. */
  public List<Verdict> verdicts(int memoryMb) {
    List<Verdict> all = new ArrayList<>();
    for (FunctionDescription function : experiment.functions()) {
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
