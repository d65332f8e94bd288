package coldbench.report;

import coldbench.analysis.Budget;
import coldbench.analysis.Experiment;
import coldbench.analysis.Experiments;
import coldbench.analysis.Findings;
import coldbench.analysis.Margin;
import coldbench.analysis.Pricing;
import coldbench.results.ResultsFolder;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** All runs of a results folder, read together and reported. */
final class Reported {
  private Reported() {}

  static Findings findings(Path results) throws Exception {
    return scenarios(results).get(0);
  }

  static Findings findings(Path results, Budget budget) throws Exception {
    return Findings.of(experiments(results), Pricing.USUAL, Margin.USUAL, budget).get(0);
  }

  static Findings findings(Experiment experiment) {
    return Findings.of(List.of(experiment), Pricing.USUAL, Margin.USUAL).get(0);
  }

  static String in(ReportFormat<List<Findings>> format, Path results) throws Exception {
    StringWriter out = new StringWriter();
    format.write(scenarios(results), out);
    return out.toString();
  }

  static List<Findings> scenarios(Path results) throws Exception {
    return Findings.of(experiments(results), Pricing.USUAL, Margin.USUAL);
  }

  private static List<Experiment> experiments(Path results) throws Exception {
    return Experiments.of(ResultsFolder.open(results).readAll(), Optional.empty());
  }
}
