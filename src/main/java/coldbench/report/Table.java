package coldbench.report;

import java.util.List;

/**
 * A table as every kind of output shows it.
 *
 * @param subject what it is about
 * @param title the same in words
 * @param columns heads of the values
 * @param rows with a value for each column
 * @param notes sentences below it
 */
public record Table(
    Subject subject, String title, List<Column> columns, List<Row> rows, List<String> notes) {
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** Whether a column has ratios of what the one before it holds, which it stands beside. */
  static boolean isRatioOfTheOneBefore(List<Column> columns, int i) {
    return i > 0
        && columns.get(i).kind() == Kind.RATIO
        && columns.get(i).name().startsWith("÷ ")
        && !columns.get(i - 1).name().isEmpty();
  }

  /** What a table is about. */
  public enum Subject {
    COLD,
    WARM,
    WAIT,
    HANDLER,
    PACKAGE,
    CHANGE,
    HISTORY,
    COST,
    PUBLISHED,
    RANKING,
    SCENARIOS,
    SIZES
  }

  /** What a column holds. */
  public enum Kind {
    /** What was measured. */
    MEASURED,
    /** How many times another value a value is. */
    RATIO,
    /** Somebody else's value. */
    PUBLISHED
  }

  /**
   * A column's head.
   *
   * @param name for example {@code python}
   * @param under a second line, for example {@code ÷ native Java}; empty where there is none
   */
  public record Column(Kind kind, String name, String under) {}

  /**
   * One line.
   *
   * @param values as they are shown, one for each column; empty where there is no value
   */
  public record Row(String label, List<String> values) {
    public Row {
      values = List.copyOf(values);
    }
  }
}
