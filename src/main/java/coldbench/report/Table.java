package coldbench.report;

import java.util.List;

/**
 * A table as every kind of output shows it.
 *
 * @param subject what it is about
 * @param title the same in words
 * @param columns heads of the values
 * @param rows one for each figure, with a value for each column
 * @param notes sentences below it
 */
public record Table(
    Subject subject, String title, List<Column> columns, List<Row> rows, List<String> notes) {
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** What a table is about. */
  public enum Subject {
    COLD,
    WARM,
    INSIDE,
    PACKAGE,
    CHANGE,
    COST
  }

  /** What a column holds. */
  public enum Kind {
    /** A function that was measured. */
    MEASURED,
    /** How many times the baseline a function's value is. */
    RATIO,
    /** Somebody else's value. */
    PUBLISHED
  }

  /**
   * A column's head.
   *
   * @param name for example {@code java}
   * @param under a second line, for example {@code ÷ java}; empty where there is none
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
