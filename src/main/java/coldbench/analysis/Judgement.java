package coldbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a ratio shows, as one of all that a report judges.
 *
 * @param ratio with its interval at 95 %, and its own p value
 * @param holm the p value after Holm's correction over all of them; empty without an interval
 * @param interval of the ratio, at the level that the correction leaves
 * @param differenceMs likewise of the difference
 * @param margin inside which both are taken for equal
 */
public record Judgement(
    Ratio ratio,
    OptionalDouble holm,
    Optional<Interval> interval,
    Optional<Interval> differenceMs,
    Margin margin) {

  /** What may be said. */
  public enum Outcome {
    TOO_FEW,
    EQUAL,
    DIFFERENT,
    NOT_DISTINGUISHABLE
  }

  /** What is to be judged. */
  record Asked(Ratio ratio, Optional<Difference> difference) {}

  /** Judges all of a report together; the judgements stand in the order of what was asked. */
  static List<Judgement> of(List<Asked> asked, Margin margin) {
    List<Asked> judged = asked.stream().filter(each -> each.ratio.interval().isPresent()).toList();
    Holm holm =
        new Holm(judged.stream().mapToDouble(each -> each.ratio.pValue().orElse(1)).toArray());
    double[] adjusted = holm.adjusted();
    double[] levels = holm.levels();
    List<Judgement> all = new ArrayList<>();
    int next = 0;
    for (Asked each : asked) {
      if (each.ratio.interval().isEmpty()) {
        all.add(
            new Judgement(
                each.ratio, OptionalDouble.empty(), Optional.empty(), Optional.empty(), margin));
      } else {
        double level = levels[next];
        all.add(
            new Judgement(
                each.ratio,
                OptionalDouble.of(adjusted[next]),
                each.ratio.interval(level),
                each.difference.map(difference -> difference.interval(level)),
                margin));
        next++;
      }
    }
    return all;
  }

  /** Equality goes first: a difference that is shown inside of the margin is of no matter. */
  public Outcome outcome() {
    if (interval.isEmpty()) {
      return Outcome.TOO_FEW;
    }
    if (equal()) {
      return Outcome.EQUAL;
    }
    return shown() ? Outcome.DIFFERENT : Outcome.NOT_DISTINGUISHABLE;
  }

  /** Whether the interval excludes that both are the same. */
  public boolean shown() {
    return interval.filter(range -> !range.contains(1)).isPresent();
  }

  /** Whether the whole interval lies inside the margin. */
  public boolean equal() {
    if (margin instanceof Margin.Milliseconds milliseconds) {
      return differenceMs.filter(milliseconds::holds).isPresent();
    }
    return margin instanceof Margin.Percent percent && interval.filter(percent::holds).isPresent();
  }

  /** The ratio with the corrected interval. */
  public Ratio corrected() {
    return ratio.within(interval);
  }

  /** The other way round. */
  Judgement inverse() {
    return new Judgement(
        ratio.inverse(),
        holm,
        interval.map(Interval::inverse),
        differenceMs.map(range -> new Interval(-range.high(), -range.low())),
        margin);
  }
}
