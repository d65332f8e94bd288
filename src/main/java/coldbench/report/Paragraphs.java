package coldbench.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Text filled into the lines of a screen. */
final class Paragraphs {
  private final PrintWriter out;
  private final Screen screen;

  Paragraphs(PrintWriter out, Screen screen) {
    this.out = out;
    this.screen = screen;
  }

  /**
   * Prints words; the lines after the first one are indented as far as its head. A head that takes
   * half of the screen has a line of its own.
   */
  void print(String text, String head, Style style) {
    if (head.length() > screen.columns() / 2) {
      out.println(style.of(head.stripTrailing(), screen));
      print(text, "    ", style);
      return;
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(head);
    boolean empty = true;
    for (String word : text.split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > screen.columns()) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(head.length()));
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
    lines.forEach(each -> out.println(style.of(each, screen)));
  }

  /** Text with blanks behind it, up to a width. */
  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
