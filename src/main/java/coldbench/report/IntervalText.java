package coldbench.report;

import coldbench.analysis.Findings;
import coldbench.analysis.Interval;
import coldbench.analysis.Ratio;
import coldbench.analysis.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * The verdicts' intervals in characters, on one logarithmic scale: {@code |} is where both are
 * equal.
 */
final class IntervalText {
  private static final int NARROWEST_SCALE = 12;
  private static final int WIDEST_SCALE = 48;

  private final Findings findings;
  private final Screen screen;

  IntervalText(Findings findings, Screen screen) {
    this.findings = findings;
    this.screen = screen;
  }

  /** One line for each verdict with an interval, below its label where both are too wide. */
  List<String> lines(int memoryMb) {
    List<Verdict> shown =
        findings.verdicts(memoryMb).stream()
            .filter(verdict -> verdict.ratio().interval().isPresent())
            .toList();
    if (shown.isEmpty()) {
      return List.of();
    }
    Verdicts words = new Verdicts(findings);
    List<String> labels =
        shown.stream()
            .map(
                each ->
                    each.comparison().figure().event()
                        + ", "
                        + words.title(each.comparison().function())
                        + " ÷ "
                        + words.title(each.comparison().baseline()))
            .toList();
    List<String> texts = shown.stream().map(each -> Line.show(each.ratio())).toList();
    int label = widest(labels);
    int beside = screen.columns() - label - widest(texts) - 4;
    boolean below = beside < NARROWEST_SCALE;
    int room = below ? screen.columns() - widest(texts) - 4 : beside;
    int scale = Math.max(NARROWEST_SCALE, Math.min(WIDEST_SCALE, room));
    double low = shown.stream().mapToDouble(each -> low(each.ratio())).min().orElse(1);
    double high = shown.stream().mapToDouble(each -> high(each.ratio())).max().orElse(1);
    Scale line = new Scale(Math.min(low, 1), Math.max(high, 1), scale);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      if (below) {
        lines.addAll(Paragraphs.filled(labels.get(i), "", screen.columns()));
      }
      lines.add(
          (below ? "" : Paragraphs.pad(labels.get(i), label))
              + "  "
              + line.of(shown.get(i).ratio())
              + "  "
              + texts.get(i));
    }
    return lines;
  }

  private static int widest(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  private static double low(Ratio ratio) {
    return ratio.interval().map(Interval::low).orElse(ratio.value());
  }

  private static double high(Ratio ratio) {
    return ratio.interval().map(Interval::high).orElse(ratio.value());
  }

  private record Scale(double low, double high, int width) {
    String of(Ratio ratio) {
      char[] line = " ".repeat(width).toCharArray();
      for (int i = at(IntervalText.low(ratio)); i <= at(IntervalText.high(ratio)); i++) {
        line[i] = '─';
      }
      line[at(1)] = '|';
      line[at(ratio.value())] = '●';
      return new String(line);
    }

    private int at(double value) {
      double share = high == low ? 0.5 : Math.log(value / low) / Math.log(high / low);
      return (int) Math.round(share * (width - 1));
    }
  }
}
