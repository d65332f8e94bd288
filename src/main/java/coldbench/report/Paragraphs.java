package coldbench.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Text filled into the lines of a screen. */
public final class Paragraphs {
  private final PrintWriter out;
  private final Screen screen;

  public Paragraphs(PrintWriter out, Screen screen) {
    this.out = out;
    this.screen = screen;
  }

  /**
   * Prints words; the lines after the first one are indented as far as its head. A head that takes
   * half of the screen, or leaves too little for a word, has a line of its own.
   */
  public void print(String text, String head, Style style) {
    int widest = Stream.of(text.split(" ", -1)).mapToInt(String::length).max().orElse(0);
    boolean narrow = !head.isBlank() && head.length() + widest > screen.columns();
    if (narrow || head.length() > screen.columns() / 2) {
      out.println(style.of(head.stripTrailing(), screen));
      print(text, "    ", style);
      return;
    }
    filled(text, head, screen.columns()).forEach(each -> out.println(style.of(each, screen)));
  }

  /** A line that stays whole, so that a path or a command in it can be copied. */
  void whole(String line, Style style) {
    out.println(style.of(line, screen));
  }

  /** Words in lines of so many columns, those after the first one indented as far as the head. */
  public static List<String> filled(String text, String head, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(head);
    boolean empty = true;
    for (String word : text.split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > columns) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(head.length()));
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
    return lines;
  }

  /** Text with blanks behind it, up to a width. */
  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
