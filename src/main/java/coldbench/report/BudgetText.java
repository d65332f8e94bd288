package coldbench.report;

import coldbench.analysis.Budget.Outcome;
import coldbench.analysis.Budget.Result;
import coldbench.analysis.Figure;
import coldbench.analysis.Findings;
import coldbench.analysis.Interval;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which limits of a budget are kept, which are not, and of which nothing can be said yet. */
public final class BudgetText {
  private final Findings findings;
  private final Verdicts words;

  public BudgetText(Findings findings) {
    this.findings = findings;
    this.words = new Verdicts(findings);
  }

  /** How many of each kind, in one line; none without a budget. */
  List<String> summary() {
    List<String> counts = new ArrayList<>();
    for (Outcome outcome : List.of(Outcome.EXCEEDED, Outcome.UNDECIDED, Outcome.KEPT)) {
      long count = findings.budget().stream().filter(each -> each.outcome() == outcome).count();
      if (count > 0) {
        counts.add(count + " " + word(outcome));
      }
    }
    return counts.isEmpty() ? List.of() : List.of("Budget: " + String.join(", ", counts));
  }

  /** A sentence for each limit and function. */
  public String sentence(Result result) {
    String where =
        findings.experiment().memoryMb().size() > 1 ? " at " + SweepText.mb(result.memoryMb()) : "";
    String limit =
        "%s's %s%s, at most %s"
            .formatted(
                words.title(result.function()),
                result.limit().item().title(),
                where,
                amount(result, result.limit().most()));
    return "%s: %s (%s)".formatted(limit, word(result.outcome()), measured(result));
  }

  private static String measured(Result result) {
    if (result.mean().isEmpty()) {
      return "nothing was measured of it";
    }
    String mean = number(result, result.mean().getAsDouble());
    return result
        .interval()
        .map(range -> "%s %s, %s".formatted(mean, unit(result), range(result, range)))
        .orElse(
            "%s %s, from %d of the 5 trials that an interval needs"
                .formatted(mean, unit(result), result.trials()));
  }

  private static String range(Result result, Interval range) {
    return "95 %% interval %s–%s%s"
        .formatted(
            number(result, range.low()),
            number(result, range.high()),
            result.outcome() == Outcome.UNDECIDED ? ": run more rounds" : "");
  }

  private static String amount(Result result, double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
        + " "
        + unit(result);
  }

  private static String number(Result result, double value) {
    return result.limit().item().unit() == Figure.Unit.MB
        ? String.format(Locale.ROOT, "%.1f", value)
        : Format.MS.of(value);
  }

  private static String unit(Result result) {
    return result.limit().item().unit().symbol();
  }

  static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  /** Into the JSON report. */
  void write(ArrayNode results) {
    for (Result result : findings.budget()) {
      ObjectNode node = results.addObject();
      node.put("function", result.function()).put("memoryMb", result.memoryMb());
      node.put("item", result.limit().item().writtenAs());
      node.put("limit", result.limit().most()).put("unit", unit(result));
      node.put("trials", result.trials());
      JsonReport.put(node, "mean", result.mean());
      result
          .interval()
          .ifPresent(range -> node.putArray("interval").add(range.low()).add(range.high()));
      node.put("outcome", word(result.outcome()));
    }
  }
}
