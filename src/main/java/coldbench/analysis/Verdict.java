package coldbench.analysis;

import coldbench.analysis.Judgement.Outcome;

/** A comparison and what it shows. */
public record Verdict(Comparison comparison, Judgement judgement) {
  public Outcome outcome() {
    return judgement.outcome();
  }

  /** The ratio with the corrected interval. */
  public Ratio ratio() {
    return judgement.corrected();
  }

  /** The other way round. */
  public Verdict inverse() {
    return new Verdict(comparison.inverse(), judgement.inverse());
  }
}
