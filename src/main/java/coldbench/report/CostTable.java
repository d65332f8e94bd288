package coldbench.report;

import static coldbench.report.Format.DOLLARS;

import coldbench.analysis.Cell;
import coldbench.analysis.Cost;
import coldbench.analysis.Costs;
import coldbench.analysis.Experiment;
import coldbench.analysis.Findings;
import coldbench.analysis.FunctionDescription;
import coldbench.analysis.Place;
import coldbench.analysis.Prices;
import coldbench.analysis.Pricing;
import coldbench.analysis.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** What a million calls cost, as the bill has it, and what of it is compute. */
final class CostTable {
  private final Findings findings;
  private final Costs costs;
  private final Pricing pricing;

  CostTable(Findings findings) {
    this.findings = findings;
    this.costs = findings.costs();
    this.pricing = findings.pricing();
  }

  /** Local durations are not what Lambda bills, so that amounts from them are estimates. */
  static String title(Experiment experiment) {
    return experiment.first().place() instanceof Place.Deployed
        ? "Cost of a million calls, in US dollars"
        : "Cost of a million calls, in US dollars: an estimate from local durations, without"
            + " Lambda's init";
  }

  /** Says what an estimate lacks; empty of a run on Lambda. */
  static Optional<String> caveat(Experiment experiment) {
    return estimate(experiment).isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Amounts are estimates: from durations on this machine, without Lambda's own part of init.");
  }

  /** Marks an amount as one, where there is no place for more words. */
  static String estimate(Experiment experiment) {
    return experiment.first().place() instanceof Place.Deployed ? "" : " (estimate)";
  }

  List<Line> lines() {
    double share = pricing.coldShare();
    List<Line> lines = new ArrayList<>(bill("all calls warm", 0));
    if (share > 0 && share < 1) {
      lines.addAll(bill(Format.PERCENT.of(share) + " of them cold", share));
    }
    lines.addAll(bill("all calls cold", 1));
    lines.add(amount("requests, in each of these", Cost::requests));
    return lines;
  }

  private List<Line> bill(String label, double coldShare) {
    String baseline = findings.experiment().baseline();
    return List.of(
        amount(label, cost -> cost.at(coldShare))
            .with(cell -> ratio(cell, baseline, coldShare).map(Line::show)),
        amount("  compute in it", cost -> cost.computeAt(coldShare)));
  }

  /** The verdict's where there is one, else at 95 %. */
  private Optional<Ratio> ratio(Cell cell, String baseline, double coldShare) {
    return coldShare == pricing.coldShare()
        ? findings.billRatio(cell.function(), baseline, cell.memoryMb())
        : costs.ratio(cell.function(), baseline, cell.memoryMb(), coldShare);
  }

  private Line amount(String label, ToDoubleFunction<Cost> amount) {
    return Line.of(label, DOLLARS, cell -> of(cell, amount));
  }

  private OptionalDouble of(Cell cell, ToDoubleFunction<Cost> amount) {
    return costs
        .of(cell.function(), cell.memoryMb())
        .map(cost -> OptionalDouble.of(amount.applyAsDouble(cost)))
        .orElseGet(OptionalDouble::empty);
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Requests and compute together, as they are billed: from the mean billed durations above, at"
            + " the prices of "
            + pricing.region(findings.experiment().first())
            + " for each function's architecture, given by "
            + (pricing.gbSecond().isPresent() ? "an option" : Prices.ORIGIN)
            + ". A ratio is one of bills, over the blocks that have both.");
    boolean snapStart =
        findings.experiment().functions().stream().anyMatch(FunctionDescription::snapStart);
    if (snapStart) {
      notes.add(
          String.format(
              Locale.ROOT,
              "SnapStart: for Java AWS asks nothing for snapshots. For the others each cold call has"
                  + " $%.10f for a GB of memory restored, which is counted; keeping a snapshot costs"
                  + " $%.10f for a GB-second as long as its version exists, which is not (prices of"
                  + " us-east-1).",
              Prices.SNAPSHOT_RESTORED_GB,
              Prices.SNAPSHOT_KEPT_GB_SECOND));
    }
    return notes;
  }
}
