package coldbench.report;

import coldbench.analysis.Comparison;
import coldbench.analysis.Drift;
import coldbench.analysis.Experiment;
import coldbench.analysis.Figure;
import coldbench.analysis.Findings;
import coldbench.analysis.FunctionDescription;
import coldbench.analysis.Interval;
import coldbench.analysis.LaneEffect;
import coldbench.analysis.Margin;
import coldbench.analysis.Ratio;
import coldbench.analysis.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the numbers say, in words. */
public final class Verdicts {
  private final Findings findings;
  private final Experiment experiment;
  private final Map<String, String> titles;

  public Verdicts(Findings findings) {
    this.findings = findings;
    this.experiment = findings.experiment();
    this.titles =
        experiment.functions().stream()
            .collect(Collectors.toMap(FunctionDescription::label, FunctionDescription::title));
  }

  /** Said below the verdicts. */
  public String method() {
    int judged = findings.judged();
    return "Ratios are taken within each block (one round at one memory size, in which every function is measured once); shown are their geometric mean and, in brackets, its 95 % confidence interval (BCa bootstrap, fixed seed)"
        + (experiment.untilPrecise()
            ? ", of a run until a precision not narrower than what was asked for"
            : "")
        + (judged > 1
            ? ", widened by Holm's correction since "
                + judged
                + (findings.ranked()
                    ? " verdicts are given together, those on prices and memory among them"
                    : " verdicts are given together, those on prices among them")
                + ": the chance that any of them is wrong stays below 5 %."
            : ".");
  }

  /** One sentence for each function but the baseline, cold and warm, at one memory size. */
  public List<String> of(int memoryMb) {
    return findings.verdicts(memoryMb).stream().map(this::sentence).toList();
  }

  /**
   * For example {@code native Java's cold start is 26 times faster than python's (24–29; 10
   * blocks)}.
   */
  String sentence(Verdict verdict) {
    return switch (verdict.outcome()) {
      case TOO_FEW -> tooFew(verdict);
      case EQUAL -> equal(verdict);
      case DIFFERENT -> different(verdict);
      case NOT_DISTINGUISHABLE -> notDistinguishable(verdict);
    };
  }

  private String tooFew(Verdict verdict) {
    Comparison comparison = verdict.comparison();
    return "%s's %s took %s times as long as %s's in %s: too few for a verdict, %s are needed"
        .formatted(
            title(comparison.function()),
            comparison.figure().event(),
            new RatioText(comparison.ratio()).number(),
            title(comparison.baseline()),
            blocks(comparison.ratio()),
            Ratio.FEWEST);
  }

  private String equal(Verdict verdict) {
    Comparison comparison = verdict.comparison();
    boolean inMs = verdict.judgement().margin() instanceof Margin.Milliseconds;
    String range =
        inMs
            ? "%s − %s %s ms"
                .formatted(
                    title(comparison.function()),
                    title(comparison.baseline()),
                    verdict.judgement().differenceMs().map(Verdicts::range).orElse(""))
            : quotient(verdict);
    return "%s's and %s's %ss are equal within %s (%s; %s)"
        .formatted(
            title(comparison.baseline()),
            title(comparison.function()),
            comparison.figure().event(),
            verdict.judgement().margin(),
            range,
            blocks(comparison.ratio()));
  }

  private static String range(Interval interval) {
    return Format.MS.signed(interval.low()) + " to " + Format.MS.signed(interval.high());
  }

  private String notDistinguishable(Verdict verdict) {
    Comparison comparison = verdict.comparison();
    return "%s's and %s's %ss are not distinguishable at this sample size (%s; %s)%s"
        .formatted(
            title(comparison.baseline()),
            title(comparison.function()),
            comparison.figure().event(),
            quotient(verdict),
            blocks(comparison.ratio()),
            needed(comparison.ratio()));
  }

  private String quotient(Verdict verdict) {
    return "%s ÷ %s %s"
        .formatted(
            title(verdict.comparison().function()),
            title(verdict.comparison().baseline()),
            new RatioText(verdict.ratio()).ends().orElse(""));
  }

  private String different(Verdict verdict) {
    Verdict gain = verdict.ratio().value() > 1 ? verdict : verdict.inverse();
    RatioText times = new RatioText(gain.ratio());
    return "%s's %s is %s times faster than %s's (%s%s)"
        .formatted(
            title(gain.comparison().baseline()),
            gain.comparison().figure().event(),
            times.number(),
            title(gain.comparison().function()),
            times.range().map(range -> range + "; ").orElse(""),
            blocks(gain.ratio()));
  }

  private static String blocks(Ratio ratio) {
    return Counted.of(ratio.count(), "block");
  }

  private static String needed(Ratio ratio) {
    if (ratio.needed().isEmpty()) {
      return "";
    }
    int rounds = ratio.needed().getAsInt();
    return rounds > ratio.count()
        ? String.format(Locale.ROOT, "; about %,d rounds would be needed", rounds)
        : "; some more rounds would be needed";
  }

  /** Where a figure moved while the run went on, or differs between lanes. */
  public List<String> drifts(int memoryMb) {
    List<String> sentences = new ArrayList<>();
    for (FunctionDescription function : experiment.functions()) {
      for (Figure figure : Figure.JUDGED) {
        Drift.of(figure, experiment.cell(function.label(), memoryMb))
            .filter(Drift::significant)
            .ifPresent(drift -> sentences.add(sentence(drift)));
        LaneEffect.of(figure, experiment.cell(function.label(), memoryMb))
            .filter(LaneEffect::significant)
            .ifPresent(effect -> sentences.add(sentence(effect)));
      }
    }
    return sentences;
  }

  private String sentence(LaneEffect effect) {
    return String.format(
        Locale.ROOT,
        "Lanes: %s's %s differs between the %d lanes that were measured side by side"
            + " (Kruskal-Wallis, p = %.2g). The ratios compare inside a lane and suffer little.",
        title(effect.function()),
        effect.figure().event(),
        effect.lanes(),
        effect.pValue());
  }

  private String sentence(Drift drift) {
    return String.format(
        Locale.ROOT,
        "Drift: %s's %s moved over the run: the second half's median is %s the first's (Mann-Whitney, p = %.2g). The ratios are taken within blocks and are hardly affected.",
        title(drift.function()),
        drift.figure().event(),
        Format.TIMES.of(drift.ratio()),
        drift.pValue());
  }

  /** What a person reads in place of a label. */
  String title(String label) {
    return titles.getOrDefault(label, label);
  }
}
