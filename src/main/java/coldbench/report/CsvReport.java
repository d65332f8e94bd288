package coldbench.report;

import coldbench.analysis.Findings;
import coldbench.analysis.Sample;
import coldbench.analysis.SampleField;
import coldbench.analysis.Trial;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The samples as CSV (RFC 4180), one line for each measured call; those of failed trials are in it
 * and marked. What was not measured is an empty field.
 */
public final class CsvReport implements ReportFormat<List<Findings>> {
  private static final List<String> BEFORE =
      List.of("run", "function", "memory_mb", "round", "status", "kind", "call", "forced_at");

  @Override
  public void write(List<Findings> findings, Writer out) throws IOException {
    List<String> header = new ArrayList<>(BEFORE);
    Arrays.stream(SampleField.values()).map(SampleField::column).forEach(header::add);
    header.add("request_id");
    header.add("scenario");
    CSVPrinter csv =
        CSVFormat.RFC4180.builder().setHeader(header.toArray(String[]::new)).get().print(out);
    for (Findings each : findings) {
      for (Trial trial : each.experiment().trials()) {
        write(csv, each.experiment().scenario(), trial);
      }
    }
    csv.flush();
  }

  private static void write(CSVPrinter csv, String scenario, Trial trial) throws IOException {
    if (trial.cold().isPresent()) {
      write(csv, scenario, trial, "cold", 0, trial.cold().get());
    }
    for (int i = 0; i < trial.warm().size(); i++) {
      write(csv, scenario, trial, "warm", i + 1, trial.warm().get(i));
    }
  }

  private static void write(
      CSVPrinter csv, String scenario, Trial trial, String kind, int call, Sample sample)
      throws IOException {
    List<Object> values = new ArrayList<>();
    values.add(trial.run());
    values.add(trial.function());
    values.add(trial.block().memoryMb());
    values.add(trial.block().round());
    values.add(trial.complete() ? "complete" : "failed");
    values.add(kind);
    values.add(call);
    values.add(trial.forcedAt().map(Object::toString).orElse(""));
    for (SampleField field : SampleField.values()) {
      values.add(show(field.of(sample)));
    }
    values.add(sample.requestId());
    values.add(scenario);
    csv.printRecord(values);
  }

  /** Never with an exponent, which spreadsheets of some languages take for text. */
  private static String show(OptionalDouble value) {
    String text = value.isPresent() ? Double.toString(value.getAsDouble()) : "";
    return text.indexOf('E') < 0 ? text : new BigDecimal(text).toPlainString();
  }
}
