package coldbench.report;

import coldbench.report.Table.Column;
import coldbench.report.Table.Kind;
import coldbench.report.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table in characters, broken into several below each other where the screen is too narrow. */
final class TextTable {
  private static final String GAP = "  ";

  private final Table table;
  private final Screen screen;
  private final int labelWidth;

  /** Whether a line's label stands above its values, since there is no place beside it. */
  private final boolean stacked;

  TextTable(Table table, Screen screen) {
    this.table = table;
    this.screen = screen;
    int label = table.rows().stream().mapToInt(row -> row.label().length()).max().orElse(0);
    this.stacked = label + GAP.length() + widest() > screen.columns();
    this.labelWidth = stacked ? 0 : label;
  }

  private int widest() {
    return IntStream.range(0, table.columns().size()).map(this::width).max().orElse(0);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (List<Integer> part : parts()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      if (part.stream().anyMatch(i -> !table.columns().get(i).name().isEmpty())) {
        lines.add(line("", part, i -> table.columns().get(i).name(), Style.DIM));
      }
      if (part.stream().anyMatch(i -> !table.columns().get(i).under().isEmpty())) {
        lines.add(line("", part, i -> table.columns().get(i).under(), Style.DIM));
      }
      for (Row row : table.rows()) {
        if (part.stream().allMatch(i -> row.values().get(i).isEmpty())) {
          continue;
        }
        if (stacked) {
          lines.add(row.label());
        }
        lines.add(line(stacked ? "" : row.label(), part, i -> row.values().get(i), Style.PLAIN));
      }
    }
    return lines;
  }

  /**
   * Columns that fit beside each other; what others published stays together, and a figure with its
   * ratio.
   */
  private List<List<Integer>> parts() {
    List<List<Integer>> parts = new ArrayList<>();
    List<Integer> part = new ArrayList<>();
    int used = labelWidth;
    for (int i = 0; i < table.columns().size(); i++) {
      int needed = GAP.length() + width(i);
      if (!part.isEmpty()
          && used + (startsPublished(i) ? publishedWidth() : needed + ratioWidth(i))
              > screen.columns()) {
        parts.add(part);
        part = new ArrayList<>();
        used = labelWidth;
      }
      part.add(i);
      used += needed;
    }
    parts.add(part);
    return parts;
  }

  private int ratioWidth(int i) {
    boolean ratio =
        i + 1 < table.columns().size() && Table.isRatioOfTheOneBefore(table.columns(), i + 1);
    return ratio ? GAP.length() + width(i + 1) : 0;
  }

  private boolean startsPublished(int i) {
    return published(i) && !published(i - 1);
  }

  private boolean published(int i) {
    return i >= 0 && table.columns().get(i).kind() == Kind.PUBLISHED;
  }

  private int publishedWidth() {
    int width = 0;
    for (int i = 0; i < table.columns().size(); i++) {
      width += published(i) ? GAP.length() + width(i) : 0;
    }
    return width;
  }

  private int width(int i) {
    Column column = table.columns().get(i);
    int widest = Math.max(column.name().length(), column.under().length());
    for (Row row : table.rows()) {
      widest = Math.max(widest, row.values().get(i).length());
    }
    return widest;
  }

  private interface Cells {
    String at(int column);
  }

  private String line(String label, List<Integer> part, Cells cells, Style style) {
    StringBuilder line = new StringBuilder(style.of(pad(label, labelWidth, false), screen));
    for (int i : part) {
      String value = pad(cells.at(i), width(i), true);
      line.append(GAP).append(styleOf(i, style).of(value, screen));
    }
    return line.toString().stripTrailing();
  }

  private Style styleOf(int i, Style style) {
    return switch (table.columns().get(i).kind()) {
      case MEASURED -> style;
      case RATIO -> style == Style.PLAIN ? Style.BOLD : style;
      case PUBLISHED -> Style.DIM;
    };
  }

  private static String pad(String text, int width, boolean right) {
    return right
        ? " ".repeat(Math.max(0, width - text.length())) + text
        : Paragraphs.pad(text, width);
  }
}
