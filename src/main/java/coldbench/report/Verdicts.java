package coldbench.report;

import coldbench.analysis.Comparison;
import coldbench.analysis.Drift;
import coldbench.analysis.Experiment;
import coldbench.analysis.Figure;
import coldbench.analysis.FunctionDescription;
import coldbench.analysis.Interval;
import coldbench.analysis.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the numbers say, in words. */
public final class Verdicts {
  /** Said below the verdicts. */
  public static final String METHOD =
      "From the ratio inside each block (one round at one memory size); in brackets the 95 %"
          + " confidence interval of their geometric mean (BCa bootstrap, fixed seed).";

  private static final List<Figure> JUDGED = List.of(Figure.COLD, Figure.WARM);

  private Verdicts() {}

  /**
   * One sentence for each function but the baseline, cold and warm, at one memory size, and one for
   * each that does other work.
   */
  public static List<String> of(Experiment experiment, int memoryMb) {
    List<String> sentences = new ArrayList<>();
    for (FunctionDescription function : experiment.functions()) {
      if (experiment.isCompared(function)) {
        for (Figure figure : JUDGED) {
          comparison(experiment, figure, function.label(), memoryMb)
              .ifPresent(comparison -> sentences.add(sentence(comparison)));
        }
      }
    }
    experiment.functions().stream()
        .filter(function -> !function.label().equals(experiment.baseline()))
        .filter(function -> !experiment.isCompared(function))
        .forEach(function -> sentences.add(otherWork(experiment.baseline(), function)));
    return sentences;
  }

  private static String otherWork(String baseline, FunctionDescription function) {
    return "%s handles another event than %s, which is other work: no ratio is given"
        .formatted(function.label(), baseline);
  }

  static Optional<Comparison> comparison(
      Experiment experiment, Figure figure, String function, int memoryMb) {
    return Comparison.of(
        figure,
        experiment.cell(function, memoryMb),
        experiment.cell(experiment.baseline(), memoryMb));
  }

  /** For example {@code java's cold start is 26 times faster than python's (24–29; 10 blocks)}. */
  static String sentence(Comparison comparison) {
    Ratio ratio = comparison.ratio();
    String what = comparison.figure() == Figure.COLD ? "cold start" : "warm call";
    if (ratio.interval().isEmpty()) {
      return "%s's %s took %s times as long as %s's in %d blocks: too few for a verdict, %d are needed"
          .formatted(
              comparison.function(),
              what,
              number(ratio.value()),
              comparison.baseline(),
              ratio.count(),
              Ratio.FEWEST);
    }
    if (!ratio.shown()) {
      return "%s's and %s's %ss are not distinguishable at this sample size (%s%s; %d blocks)%s"
          .formatted(
              comparison.baseline(),
              comparison.function(),
              what,
              comparison.function() + " ÷ " + comparison.baseline() + " ",
              range(ratio.interval().get()),
              ratio.count(),
              needed(ratio));
    }
    boolean baselineWins = ratio.value() > 1;
    Ratio gain = baselineWins ? ratio : ratio.inverse();
    return "%s's %s is %s than %s's (%s; %d blocks)"
        .formatted(
            baselineWins ? comparison.baseline() : comparison.function(),
            what,
            faster(gain.value()),
            baselineWins ? comparison.function() : comparison.baseline(),
            gain.interval().map(Verdicts::range).orElse(""),
            ratio.count());
  }

  private static String needed(Ratio ratio) {
    if (ratio.needed().isEmpty()) {
      return "";
    }
    int rounds = ratio.needed().getAsInt();
    return rounds > ratio.count()
        ? "; about %,d rounds would be needed".formatted(rounds)
        : "; some more rounds would be needed";
  }

  /** Where a figure moved while the run went on. */
  public static List<String> drifts(Experiment experiment, int memoryMb) {
    List<String> sentences = new ArrayList<>();
    for (FunctionDescription function : experiment.functions()) {
      for (Figure figure : JUDGED) {
        Drift.of(figure, experiment.cell(function.label(), memoryMb))
            .filter(Drift::significant)
            .ifPresent(drift -> sentences.add(sentence(drift)));
      }
    }
    return sentences;
  }

  private static String sentence(Drift drift) {
    return String.format(
        Locale.ROOT,
        "Drift: %s's %s moved over the run: the second half's median is %s the first's"
            + " (Mann-Whitney, p = %.2g). The ratios compare inside blocks and suffer little.",
        drift.function(),
        drift.figure() == Figure.COLD ? "cold start" : "warm call",
        Format.TIMES.of(drift.ratio()),
        drift.pValue());
  }

  private static String faster(double times) {
    return number(times) + " times faster";
  }

  private static String range(Interval interval) {
    return number(interval.low()) + "–" + number(interval.high());
  }

  private static String number(double value) {
    String times = Format.TIMES.of(value);
    return times.substring(0, times.length() - 1);
  }
}
