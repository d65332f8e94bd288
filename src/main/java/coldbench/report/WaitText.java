package coldbench.report;

import coldbench.analysis.Cell;
import coldbench.analysis.Experiment;
import coldbench.analysis.Figure;
import coldbench.analysis.Findings;
import coldbench.analysis.FunctionDescription;
import coldbench.analysis.Place;
import coldbench.analysis.Unreported;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the caller waits for, and which part of it lies outside the REPORT line. */
final class WaitText {
  private final Experiment experiment;
  private final Verdicts words;

  WaitText(Findings findings) {
    this.experiment = findings.experiment();
    this.words = new Verdicts(findings);
  }

  /** The lines of its table. */
  static List<Line> lines() {
    return List.of(
        mean("cold call ms, mean", Figure.COLD_WAIT),
        mean("warm call ms, mean", Figure.WARM_WAIT),
        new Line(
            "outside the REPORT line ms",
            cell ->
                cell.unreported()
                    .map(each -> OptionalDouble.of(each.meanMs()))
                    .orElseGet(OptionalDouble::empty),
            cell -> cell.unreported().map(WaitText::show).orElse(""),
            cell -> Optional.empty()));
  }

  private static Line mean(String label, Figure figure) {
    return Line.of(label, Format.MS, figure, spread -> OptionalDouble.of(spread.mean()));
  }

  private static String show(Unreported part) {
    return Format.MS.signed(part.meanMs())
        + part.interval().map(range -> " (" + Format.MS.range(range) + ")").orElse("");
  }

  /** Said below the table. */
  List<String> notes(int memoryMb) {
    String machine =
        experiment.first().place() instanceof Place.Deployed ? "Step Functions" : "the interpreter";
    List<String> notes = new ArrayList<>();
    notes.add(
        ("Wall time of a call as the state machine saw it, with what %s itself takes. Outside"
                + " the REPORT line: (cold call − warm call) − (cold total − warm duration), in which that"
                + " cancels; its mean with a 95 %% confidence interval.")
            .formatted(machine));
    notes.addAll(ahead(memoryMb));
    return notes;
  }

  /** One sentence for each function of which cold starts were made ahead. */
  List<String> ahead(int memoryMb) {
    List<String> sentences = new ArrayList<>();
    for (FunctionDescription function : experiment.functions()) {
      Cell cell = experiment.cell(function.label(), memoryMb);
      int ahead = Unreported.ahead(cell);
      if (ahead > 0) {
        sentences.add(
            ("%s: %d of %d cold starts had a sandbox that was made ahead of the call (proactive"
                    + " initialization): their caller did not wait for their init.")
                .formatted(words.title(function.label()), ahead, cell.trials().size()));
      }
    }
    return sentences;
  }

  /** For each function how much longer its caller waits than its REPORT line says, and why. */
  List<String> sentences(int memoryMb) {
    String caller =
        experiment.memoryMb().size() > 1
            ? "At " + SweepText.mb(memoryMb) + " the caller"
            : "The caller";
    List<String> sentences = new ArrayList<>();
    for (FunctionDescription function : experiment.functions()) {
      experiment
          .cell(function.label(), memoryMb)
          .unreported()
          .filter(part -> part.interval().isPresent())
          .ifPresent(
              part ->
                  sentences.add(
                      "%s of a cold %s waits %s ms more than its REPORT line says (%s, 95 %%)."
                          .formatted(
                              caller,
                              words.title(function.label()),
                              Format.MS.signed(part.meanMs()),
                              part.interval().map(Format.MS::range).orElse(""))));
    }
    if (!sentences.isEmpty() && experiment.first().place() instanceof Place.Local) {
      sentences.add(
          "That is what this machine takes to make a sandbox (folders, cgroups, a process), and no"
              + " time of the functions'; on Lambda it is another one: to start a micro-VM and fetch"
              + " the package.");
    }
    return sentences;
  }

  static void write(ObjectNode cell, Cell measured) {
    measured
        .unreported()
        .ifPresent(
            part -> {
              ObjectNode node = cell.putObject("unreportedMs");
              node.put("count", part.count()).put("mean", part.meanMs());
              JsonReport.put(node, part.interval());
            });
    cell.put("madeAhead", Unreported.ahead(measured));
  }
}
