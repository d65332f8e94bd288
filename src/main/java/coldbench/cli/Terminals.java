package coldbench.cli;

import coldbench.report.Paragraphs;
import coldbench.report.Screen;
import java.io.PrintWriter;
import java.util.Map;
import java.util.OptionalInt;
import picocli.CommandLine.Help.Ansi;

/** Finds out where the output goes. */
final class Terminals {
  private static final int NARROWEST = 40;
  private static final int WIDEST = 200;
  private static final int USUAL = 80;

  private Terminals() {}

  /**
   * Colours only on a terminal, and not where NO_COLOR, a dumb TERM or picocli.ansi asks for none;
   * as wide as COLUMNS says, which the launcher sets from the terminal.
   */
  static Screen screen(Map<String, String> environment) {
    return new Screen(columns(environment.getOrDefault("COLUMNS", "")), Ansi.AUTO.enabled());
  }

  /** Text for the terminal that this process was started on. */
  static Paragraphs paragraphs(PrintWriter out) {
    return new Paragraphs(out, screen(System.getenv()));
  }

  /** Whether progress is seen as it is written; the launcher looks at standard error. */
  static boolean isTerminal() {
    return Boolean.getBoolean("coldbench.terminal");
  }

  /** The columns of a terminal that progress goes to, if it goes to one. */
  static OptionalInt progressColumns() {
    String told = System.getenv().getOrDefault("COLUMNS", "");
    return isTerminal()
        ? OptionalInt.of(told.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(told) : USUAL)
        : OptionalInt.empty();
  }

  private static int columns(String told) {
    return told.matches("[0-9]{1,4}")
        ? Math.max(NARROWEST, Math.min(WIDEST, Integer.parseInt(told)))
        : USUAL;
  }
}
