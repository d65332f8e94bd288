package coldbench.report;

import coldbench.analysis.Experiment;
import coldbench.analysis.Run;
import coldbench.analysis.Sample;
import coldbench.analysis.Trial;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The samples as CSV (RFC 4180), one line for each measured call; those of failed trials are in it
 * and marked. What was not measured is an empty field.
 */
public final class CsvReport {
  private static final String[] HEADER = {
    "run",
    "function",
    "memory_mb",
    "round",
    "status",
    "kind",
    "call",
    "forced_at",
    "init_ms",
    "restore_ms",
    "duration_ms",
    "billed_ms",
    "max_memory_mb",
    "compute_ms",
    "alloc_ms",
    "total_ms",
    "request_id"
  };

  private CsvReport() {}

  public static void write(List<Experiment> experiments, Appendable out) throws IOException {
    CSVPrinter csv = CSVFormat.RFC4180.builder().setHeader(HEADER).get().print(out);
    for (Experiment experiment : experiments) {
      for (Run run : experiment.runs()) {
        for (Trial trial : run.trials()) {
          write(csv, trial);
        }
      }
    }
    csv.flush();
  }

  private static void write(CSVPrinter csv, Trial trial) throws IOException {
    if (trial.cold().isPresent()) {
      write(csv, trial, "cold", 0, trial.cold().get());
    }
    for (int i = 0; i < trial.warm().size(); i++) {
      write(csv, trial, "warm", i + 1, trial.warm().get(i));
    }
  }

  private static void write(CSVPrinter csv, Trial trial, String kind, int call, Sample sample)
      throws IOException {
    csv.printRecord(
        trial.run(),
        trial.function(),
        trial.block().memoryMb(),
        trial.block().round(),
        trial.complete() ? "complete" : "failed",
        kind,
        call,
        trial.forcedAt().map(Object::toString).orElse(""),
        show(sample.initMs()),
        show(sample.restoreMs()),
        sample.durationMs(),
        sample.billedMs(),
        sample.maxMemoryMb(),
        show(sample.inside().computeMs()),
        show(sample.inside().allocMs()),
        show(sample.inside().totalMs()),
        sample.requestId());
  }

  private static String show(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
  }
}
