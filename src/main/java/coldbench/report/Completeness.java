package coldbench.report;

import coldbench.analysis.Failure;
import coldbench.analysis.Run;
import coldbench.analysis.Run.NotRestored;
import coldbench.analysis.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is missing in a run, failed or did not fit: nothing of it may be read past. */
public final class Completeness {
  private static final int FAILURES_SHOWN = 20;

  private Completeness() {}

  /** Empty for a complete run; else one line for each thing, the counts first. */
  public static List<String> of(Run run) {
    if (run.complete()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(counts(run));
    List<Trial> failed = run.failed();
    for (Trial trial : failed.subList(0, Math.min(failed.size(), FAILURES_SHOWN))) {
      lines.add(failed(trial));
    }
    if (failed.size() > FAILURES_SHOWN) {
      lines.add("and " + (failed.size() - FAILURES_SHOWN) + " more failed trials");
    }
    Optional<Run.Ending> ending = run.ending();
    if (ending.isPresent()) {
      ending.get().failure().ifPresent(why -> lines.add("the run ended early: " + show(why)));
      for (NotRestored each : ending.get().notRestored()) {
        lines.add(
            "the configuration of "
                + each.function()
                + " was not restored ("
                + show(each.failure())
                + "); deploy again to restore it");
      }
    }
    run.misfits().forEach(misfit -> lines.add("does not fit: " + misfit));
    return lines;
  }

  private static String counts(Run run) {
    String end =
        run.ending().isPresent() ? "" : ", interrupted or still running (it has no summary.json)";
    return String.format(
        Locale.ROOT,
        "Run %s is incomplete: %d of %d trials measured, %d failed, %d missing%s",
        run.name(),
        run.measured(),
        run.planned(),
        run.failed().size(),
        run.missing(),
        end);
  }

  private static String failed(Trial trial) {
    String why = trial.failure().map(Completeness::show).orElse("");
    return String.format(
        Locale.ROOT,
        "failed: %s at %d MB, round %d: %s",
        trial.function(),
        trial.block().memoryMb(),
        trial.block().round(),
        why);
  }

  private static String show(Failure failure) {
    String cause = failure.cause().replaceAll("\\p{Cntrl}+", " ").strip();
    return failure.name() + ": " + cause;
  }
}
