package coldbench.report;

import coldbench.analysis.Budget;
import coldbench.analysis.Experiment;
import coldbench.analysis.Findings;
import coldbench.analysis.Margin;
import coldbench.analysis.Pricing;
import coldbench.results.ResultsFolder;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;

/** All runs of a results folder, read together and reported. */
final class Reported {
  private Reported() {}

  static Findings findings(Path results) throws Exception {
    return findings(Experiment.of(ResultsFolder.open(results).readAll()));
  }

  static Findings findings(Path results, Budget budget) throws Exception {
    Experiment experiment = Experiment.of(ResultsFolder.open(results).readAll());
    return Findings.of(List.of(experiment), Pricing.USUAL, Margin.USUAL, budget).get(0);
  }

  static Findings findings(Experiment experiment) {
    return Findings.of(List.of(experiment), Pricing.USUAL, Margin.USUAL).get(0);
  }

  static String in(ReportFormat<List<Findings>> format, Path results) throws Exception {
    StringWriter out = new StringWriter();
    format.write(List.of(findings(results)), out);
    return out.toString();
  }
}
