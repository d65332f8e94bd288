package coldbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldbench.deploy.ColdbenchApp;
import coldbench.deploy.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** docs/options.md, whose second part is made from the commands. */
class OptionsPageTest {
  private static final String MARK = "<!-- From here on: made by OptionsPageTest. -->\n";

  @Test
  void thePageSaysWhatTheCommandsSayOfThemselves() throws IOException {
    String page = Files.readString(Path.of("docs/options.md"));
    String current =
        page.substring(0, page.indexOf(MARK) + MARK.length())
            + commands(Main.commandLine(new Main(), "--help"))
                .map(OptionsPageTest::section)
                .collect(Collectors.joining());
    assertThat(current).contains("\n## local\n", "\n## doctor\n");
    Path made = Files.writeString(Path.of("target/options.md"), current);

    assertThat(page).as("bring it up to date: cp %s docs/options.md", made).isEqualTo(current);
  }

  @Test
  void everySettingOfTheStackIsThere() throws IOException {
    String page = Files.readString(Path.of("docs/options.md"));

    assertThatThrownBy(() -> ColdbenchApp.labels(Path.of(""), Map.of("no-setting", "")))
        .isInstanceOfSatisfying(
            SettingsException.class,
            refused -> {
              Matcher keys = Pattern.compile("expected (.*):").matcher(refused.getMessage());
              assertThat(keys.find()).as(refused.getMessage()).isTrue();
              assertThat(keys.group(1).split(", "))
                  .contains("env")
                  .allSatisfy(key -> assertThat(page).contains("\n| `" + key + "` |"));
            });
  }

  /** With those of a command that has commands itself. */
  private static Stream<CommandSpec> commands(CommandLine parent) {
    return parent.getSubcommands().values().stream()
        .distinct()
        .filter(command -> !command.getCommandSpec().usageMessage().hidden())
        .flatMap(command -> Stream.concat(Stream.of(command.getCommandSpec()), commands(command)));
  }

  private static String section(CommandSpec command) {
    List<String> rows = new ArrayList<>();
    command.positionalParameters().stream()
        .filter(each -> !each.hidden())
        .forEach(each -> rows.add(row(each)));
    command.options().stream()
        .filter(each -> !each.inherited() && !each.hidden())
        .filter(each -> !each.usageHelp() && !each.versionHelp())
        .forEach(each -> rows.add(row(each)));
    String table = rows.isEmpty() ? "" : "\n| | |\n|---|---|\n" + String.join("", rows);
    return "\n## "
        + command.qualifiedName().replaceFirst("^\\S+ ", "")
        + "\n\n"
        + prose(command.usageMessage().description())
        + "\n"
        + table;
  }

  private static String row(PositionalParamSpec parameter) {
    return row(parameter.paramLabel(), parameter.description());
  }

  private static String row(OptionSpec option) {
    String value =
        option.arity().max() == 0
            ? ""
            : (option.paramLabel().startsWith("=") ? "" : "=") + option.paramLabel();
    return row(String.join(", ", option.names()) + value, option.description());
  }

  private static String row(String name, String[] description) {
    return "| `%s` | %s |\n".formatted(cell(name), cell(prose(description)));
  }

  /** A bar would end the table's cell. */
  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  /** A name in angle brackets would be taken for a tag. */
  private static String prose(String[] lines) {
    return Arrays.stream(lines)
        .map(line -> line.replace("%n", " ").replace("%%", "%").strip())
        .collect(Collectors.joining(" "))
        .replace("<", "&lt;");
  }
}
