package coldbench.microbench;

import coldbench.emulator.SandboxTimer.Life;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/** The comparison as text: one line a contender, each figure with its ratio to the first one's. */
public final class RuntimeTable {
  private static final Quantile QUANTILE =
      Quantile.withDefaults().with(EstimationMethod.HF7).withCopy(true);

  private final Map<Contender, List<Life>> lives;
  private final List<Column> columns = new ArrayList<>();

  /** A figure, and how it is printed. */
  private record Column(String title, String format, Map<Contender, OptionalDouble> figures) {}

  /** A figure of a contender. */
  @FunctionalInterface
  private interface Figure {
    OptionalDouble of(Contender contender, List<Life> lives) throws IOException;
  }

  /**
   * Computes all figures.
   *
   * @throws IOException if a package cannot be read
   */
  public RuntimeTable(Map<Contender, List<Life>> lives) throws IOException {
    this.lives = lives;
    add("init ms", "%.2f", (c, l) -> quantile(0.5, l, life -> Stream.of(life.init())));
    add("first ms", "%.2f", (c, l) -> quantile(0.5, l, life -> Stream.of(life.first())));
    add("warm p50 ms", "%.3f", (c, l) -> quantile(0.5, l, life -> life.warm().stream()));
    add("warm p99 ms", "%.3f", (c, l) -> quantile(0.99, l, life -> life.warm().stream()));
    add("peak KB", "%.0f", (c, l) -> l.stream().mapToDouble(Life::peakKb).max());
    add("file KB", "%.1f", (c, l) -> kb(PackageSize.of(c.files()).bytes()));
    add("zip KB", "%.1f", (c, l) -> kb(PackageSize.of(c.files()).zipped()));
    add("build s", "%.1f", (c, l) -> c.buildSeconds());
  }

  private void add(String title, String format, Figure figure) throws IOException {
    Map<Contender, OptionalDouble> figures = new LinkedHashMap<>();
    for (Map.Entry<Contender, List<Life>> entry : lives.entrySet()) {
      figures.put(entry.getKey(), figure.of(entry.getKey(), entry.getValue()));
    }
    columns.add(new Column(title, format, figures));
  }

  private static OptionalDouble quantile(
      double p, List<Life> lives, Function<Life, Stream<Duration>> durations) {
    DoubleStream millis = lives.stream().flatMap(durations).mapToDouble(d -> d.toNanos() / 1e6);
    double[] values = millis.toArray();
    return values.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(QUANTILE.evaluate(values, p));
  }

  private static OptionalDouble kb(long bytes) {
    return OptionalDouble.of(bytes / 1000.0);
  }

  /** Without a line break at the end. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    StringBuilder titles = new StringBuilder(String.format(Locale.ROOT, "%-16s", ""));
    columns.forEach(column -> titles.append(String.format(Locale.ROOT, "%18s", column.title())));
    lines.add(titles.toString().stripTrailing());
    Contender base = lives.keySet().iterator().next();
    for (Contender contender : lives.keySet()) {
      StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-16s", contender.name()));
      for (Column column : columns) {
        line.append(String.format(Locale.ROOT, "%18s", cell(column, contender, base)));
      }
      lines.add(line.toString().stripTrailing());
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static String cell(Column column, Contender contender, Contender base) {
    OptionalDouble figure = column.figures().getOrDefault(contender, OptionalDouble.empty());
    OptionalDouble first = column.figures().getOrDefault(base, OptionalDouble.empty());
    if (figure.isEmpty()) {
      return "-";
    }
    String text = String.format(Locale.ROOT, column.format(), figure.getAsDouble());
    if (contender.equals(base) || first.isEmpty() || first.getAsDouble() == 0) {
      return text;
    }
    double ratio = figure.getAsDouble() / first.getAsDouble();
    return text + String.format(Locale.ROOT, ratio < 10 ? " (%.2fx)" : " (%.0fx)", ratio);
  }
}
