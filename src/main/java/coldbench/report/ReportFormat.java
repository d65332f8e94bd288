package coldbench.report;

import java.io.IOException;
import java.io.Writer;

/**
 * A way to write a report. A new one is a class of its own and an option of the command.
 *
 * @param <T> what is reported: the findings of a report, or the changes between two runs
 */
public interface ReportFormat<T> {
  /**
   * Writes all of it, and does not close the writer.
   *
   * @throws IOException if that cannot be written to
   */
  void write(T subject, Writer out) throws IOException;
}
