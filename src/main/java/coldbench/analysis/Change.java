package coldbench.analysis;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a figure of the same function at the same memory size changed from one run to another. The
 * runs' blocks do not belong together, so nothing of it is paired.
 *
 * @param before geometric mean over the first run's trials, of warm calls over each trial's mean
 * @param after likewise of the second one
 * @param ratio {@code after} by {@code before}
 * @param judgement what it shows; only of the figures that are judged
 */
public record Change(
    FunctionDescription function,
    int memoryMb,
    Figure figure,
    double before,
    double after,
    Ratio ratio,
    Optional<Judgement> judgement) {

  /** Whether it is one that a pipeline is to be stopped for: shown, and above the limit. */
  public boolean above(double limit) {
    return shown() && ratio.value() > limit;
  }

  public boolean shown() {
    return judgement.filter(Judgement::shown).isPresent();
  }

  /** Whether it is to be judged and cannot be, for want of samples. */
  public boolean unjudged() {
    return judgement.filter(each -> each.outcome() == Judgement.Outcome.TOO_FEW).isPresent();
  }

  /** The p value after Holm's correction; empty where nothing is judged. */
  public OptionalDouble holm() {
    return judgement.map(Judgement::holm).orElseGet(OptionalDouble::empty);
  }
}
