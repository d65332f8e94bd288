package coldbench.report;

import coldbench.analysis.Change;
import coldbench.analysis.Changes;
import coldbench.analysis.Judgement;
import coldbench.analysis.Ratio;
import coldbench.report.Table.Column;
import coldbench.report.Table.Kind;
import coldbench.report.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What changed from one run to another, as tables and sentences. */
public final class ChangeTable {
  private ChangeTable() {}

  /** One for every function and memory size. */
  static List<Table> all(Changes changes) {
    return changes.all().stream()
        .map(change -> Map.entry(change.function(), change.memoryMb()))
        .distinct()
        .map(
            key ->
                of(
                    key.getKey().title(),
                    key.getValue(),
                    changes.all().stream()
                        .filter(change -> change.function().equals(key.getKey()))
                        .filter(change -> change.memoryMb() == key.getValue())
                        .toList()))
        .toList();
  }

  /** Geometric means of both runs, their quotient with its interval, and what it shows. */
  private static Table of(String function, int memoryMb, List<Change> changes) {
    List<Row> rows = new ArrayList<>();
    for (Change change : changes) {
      Format format = Format.of(change.figure()) == Format.MB ? Format.MB : Format.MS;
      rows.add(
          new Row(
              change.figure().titleWithUnit(),
              List.of(
                  format.of(change.before()),
                  format.of(change.after()),
                  Line.show(corrected(change)),
                  change.judgement().map(ChangeTable::word).orElse(""))));
    }
    return new Table(
        Table.Subject.CHANGE,
        function + " at " + SweepText.mb(memoryMb),
        List.of(
            new Column(Kind.MEASURED, "A", ""),
            new Column(Kind.MEASURED, "B", ""),
            new Column(Kind.RATIO, "B ÷ A", ""),
            new Column(Kind.RATIO, "B is", "")),
        rows,
        List.of());
  }

  /** The interval that its judgement rests on. */
  static Ratio corrected(Change change) {
    return change.judgement().map(Judgement::corrected).orElse(change.ratio());
  }

  private static String word(Judgement judgement) {
    return switch (judgement.outcome()) {
      case TOO_FEW -> "too few samples";
      case EQUAL -> "equal within " + judgement.margin();
      case DIFFERENT -> judgement.ratio().value() > 1 ? "slower" : "faster";
      case NOT_DISTINGUISHABLE -> "no difference shown";
    };
  }

  /** What is shown to have changed, or that nothing is: the summary, a sentence each. */
  static List<String> summary(Changes changes) {
    List<String> shown =
        changes.all().stream()
            .filter(Change::shown)
            .filter(change -> outcome(change) == Judgement.Outcome.DIFFERENT)
            .map(ChangeTable::sentence)
            .toList();
    if (!shown.isEmpty()) {
      return shown;
    }
    if (changes.all().stream().anyMatch(Change::unjudged)) {
      return List.of("Too few rounds to show a difference.");
    }
    List<Change> judged =
        changes.all().stream().filter(change -> change.judgement().isPresent()).toList();
    return List.of(
        judged.stream().allMatch(change -> outcome(change) == Judgement.Outcome.EQUAL)
            ? "Cold starts and warm calls are equal within "
                + judged.get(0).judgement().map(each -> each.margin().toString()).orElse("")
                + "."
            : "No difference is shown.");
  }

  private static Judgement.Outcome outcome(Change change) {
    return change.judgement().map(Judgement::outcome).orElse(Judgement.Outcome.TOO_FEW);
  }

  /** For example {@code java's cold total at 128 MB is 1.23× what it was (1.15–1.31)}. */
  public static String sentence(Change change) {
    Ratio ratio = corrected(change);
    return "%s's %s at %s is %s what it was (%s)"
        .formatted(
            change.function().title(),
            change.figure().title(),
            SweepText.mb(change.memoryMb()),
            new RatioText(ratio).times(),
            new RatioText(ratio)
                .ends()
                .orElse(ratio.count() + " samples, too few for an interval"));
  }

  /** Said below the tables. */
  static String method(Changes changes) {
    return "A and B are geometric means over the trials (of warm calls over each trial's mean) and B"
        + " ÷ A is their quotient, with its 95 % confidence interval (BCa bootstrap of both runs,"
        + " fixed seed)"
        + (changes.judged() > 1
            ? "; where B is judged it is widened by Holm's correction for "
                + changes.judged()
                + " verdicts."
            : ".");
  }
}
