package coldbench.cli;

import coldbench.report.Paragraphs;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/**
 * Help as wide as the screen. Below 55 columns picocli has no layout: there its lines are made
 * without an end, and what stands beside a name goes below it.
 */
final class HelpWidth {
  private static final int NARROWEST_OF_PICOCLI = 55;
  private static final int WIDEST = 80;
  private static final int ENDLESS = 4000;
  private static final Pattern NAME_AND_TEXT = Pattern.compile("^( +\\S.*?) {2,}(\\S.*)$");

  private HelpWidth() {}

  /** For the tool and those of the commands that it has. */
  static void set(CommandLine tool, int columns) {
    if (columns >= NARROWEST_OF_PICOCLI) {
      tool.setUsageHelpWidth(Math.min(WIDEST, columns));
      return;
    }
    tool.setUsageHelpWidth(ENDLESS);
    tool.setColorScheme(Help.defaultColorScheme(Ansi.OFF));
    narrow(tool, columns);
    tool.getSubcommands().values().forEach(command -> narrow(command, columns));
  }

  private static void narrow(CommandLine command, int columns) {
    command
        .getHelpSectionMap()
        .replaceAll((key, section) -> help -> narrow(section.render(help), columns));
  }

  static String narrow(String text, int columns) {
    return text.lines()
        .flatMap(line -> lines(line, columns).stream())
        .map(line -> line + System.lineSeparator())
        .collect(Collectors.joining());
  }

  private static List<String> lines(String line, int columns) {
    Matcher parts = NAME_AND_TEXT.matcher(line);
    if (line.length() > columns && parts.matches()) {
      List<String> all = new ArrayList<>(List.of(parts.group(1)));
      all.addAll(Paragraphs.filled(parts.group(2), "        ", columns));
      return all;
    }
    String indent = " ".repeat(line.length() - line.stripLeading().length());
    return Paragraphs.filled(line.strip(), indent, columns);
  }
}
