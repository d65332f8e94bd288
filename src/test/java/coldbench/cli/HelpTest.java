package coldbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.results.WrittenRun;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the tool says of itself, and the options that every command has. */
class HelpTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int coldbench(String... arguments) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  static Stream<String> examples() {
    return CommandHelp.GROUPS.stream().flatMap(group -> group.examples().stream());
  }

  @Test
  void everyCommandIsInOneGroupUnderItsOwnName() {
    assertThat(CommandHelp.GROUPS.stream().flatMap(group -> group.commands().stream()))
        .containsExactlyInAnyOrderElementsOf(
            Main.commandLine(new Main()).getSubcommands().keySet());
    assertThat(coldbench("--help")).isZero();
    assertThat(out.toString()).contains("Measure on this machine:", "Look at results:", "  serve ");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theExampleOfACommandIsWhatTheCommandTakes(String example) {
    String[] arguments = example.split(" ", -1);
    assertThat(Main.commandLine(new Main()).parseArgs(arguments).errors()).isEmpty();
    assertThat(coldbench(arguments[0], "--help")).isZero();
    assertThat(out.toString()).contains("Exit codes:", "Example: ./coldbench " + example);
  }

  @Test
  void textsNameTheToolAsItWasCalled() {
    String before = System.getProperty("coldbench.called", "./coldbench");
    System.setProperty("coldbench.called", "tools/coldbench");
    try {
      assertThat(coldbench("--help")).isZero();
      CommandHelp.commands().forEach(name -> coldbench(name, "--help"));
      assertThat(coldbench("runs", folder.toString())).isEqualTo(2);
    } finally {
      System.setProperty("coldbench.called", before);
    }
    assertThat(out.toString())
        .contains("'tools/coldbench help COMMAND'", "Usage: tools/coldbench serve ")
        .contains("(tools/coldbench completion)", "tools/coldbench new makes it")
        .doesNotContain("./coldbench", "${", "null");
    assertThat(err.toString()).contains("tools/coldbench runs --env dev");
  }

  @Test
  void aCommandIsTheSameAloneAndAmongTheOthers() {
    for (String name : CommandHelp.commands()) {
      String alone = usage(Main.commandLine(new Main(), name, "--help"), name);
      assertThat(usage(Main.commandLine(new Main()), name)).isEqualTo(alone);
    }
  }

  private static String usage(CommandLine tool, String command) {
    return tool.getSubcommands().get(command).getUsageMessage();
  }

  /** A phone's terminal; and one that is wider than lines are read. */
  @ParameterizedTest
  @CsvSource({"40, 40", "54, 54", "60, 60", "200, 80"})
  void helpIsNoWiderThanTheScreen(int columns, int widest) {
    CommandLine tool = Main.commandLine(new Main());
    HelpWidth.set(tool, columns);
    List<String> pages = new ArrayList<>(List.of(tool.getUsageMessage(CommandLine.Help.Ansi.OFF)));
    CommandHelp.commands().forEach(name -> pages.add(usage(tool, name)));
    for (String page : pages) {
      assertThat(page.lines())
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(widest));
    }
    assertThat(pages.get(0)).contains("doctor", "completion");
  }

  @Test
  void helpSaysTheSameOfACommandAsItsOwnOption() {
    coldbench("help", "local");
    String help = out.toString();
    out.getBuffer().setLength(0);
    coldbench("local", "--help");
    assertThat(out).hasToString(help);
  }

  @Test
  void completionIsAScriptThatBashCanReadAndThatKnowsTheCommands() throws Exception {
    assertThat(coldbench("completion")).isZero();
    Path script = Files.writeString(folder.resolve("completion"), out.toString());
    String check =
        "source "
            + script
            + " && COMP_WORDS=(coldbench rep) COMP_CWORD=1 COMP_LINE='coldbench rep'"
            + " && _complete_coldbench && echo ${COMPREPLY[*]}";
    Process bash = new ProcessBuilder("bash", "-c", check).redirectErrorStream(true).start();
    assertThat(new String(bash.getInputStream().readAllBytes(), UTF_8).strip()).isEqualTo("report");
  }

  @Test
  void quietLeavesOutAllButErrorsAndWhatBelongsToThem() {
    StringWriter passed = new StringWriter();
    PrintWriter errors = new PrintWriter(new ErrorsOnly(passed), true);
    errors.println("measuring 2 trials");
    errors.println("  12 s");
    errors.printf("coldbench: interrupted%n  go on: resume%n");
    errors.println("Every sample is in results");
    assertThat(passed.toString().lines())
        .containsExactly("coldbench: interrupted", "  go on: resume");
  }

  @Test
  void quietAndColoursAreOptionsOfEveryCommand() {
    for (CommandLine command : Main.commandLine(new Main()).getSubcommands().values()) {
      assertThat(command.getCommandSpec().optionsMap())
          .as(command.getCommandName())
          .containsKeys("--quiet", "--no-color");
    }
  }

  @Test
  void theRunsOfAFolderAreListedTheNewestFirst() throws Exception {
    WrittenRun.usual(folder, "first");
    WrittenRun later = WrittenRun.usual(folder, "second");
    WrittenRun.edit(
        later.folder().resolve("run.json"), json -> json.put("startedAt", "2030-01-01T00:00:00Z"));

    assertThat(coldbench("runs", folder.toString())).isZero();

    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
    assertThat(out.toString().replaceAll("\\s+", " "))
        .matches(
            "second [\\w-]+, 2030-01-01T00:00:00Z, 20 of 20 trials: java, python"
                + " first .* 20 of 20 trials: java, python ");
  }

  /** In a folder with results in it, as somebody works. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "report old                | 0 | native Java",
        "report old new --details  | 0 | native Java",
        "compare old new           | 0 | python",
        "history old new           | 0 | python",
        "plan --from old           | 0 | From the spread of run old",
        "resume old                | 0 | the run old is complete",
        "report odl                | 2 | \"odl\" is neither a folder nor a run in results, expected one of them: ./coldbench runs lists",
        "plan --from odl           | 2 | \"odl\" is neither a folder nor a run",
        "resume odl                | 2 | \"odl\" is neither a folder nor a run",
        "compare old odl           | 2 | \"odl\" is neither a folder nor a run",
        "history odl               | 2 | \"odl\" is neither a folder nor a run",
      })
  void aRunIsGivenByItsNameToWhateverTakesOne(String command, int code, String said)
      throws Exception {
    WrittenRun.usual(folder.resolve("results"), "old");
    WrittenRun later = WrittenRun.usual(folder.resolve("results"), "new");
    WrittenRun.edit(
        later.folder().resolve("run.json"), json -> json.put("startedAt", "2030-01-01T00:00:00Z"));
    List<String> line = new ArrayList<>();
    line.add(ProcessHandle.current().info().command().orElseThrow());
    line.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", absolute(System.getProperty("java.class.path"))));
    line.add(Main.class.getName());
    line.addAll(List.of(command.split(" ", -1)));
    Process process =
        new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true).start();
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).contains(said);
    assertThat(process.waitFor()).isEqualTo(code);
  }

  private static String absolute(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator))
        .map(each -> Path.of(each).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void aRunThatCannotBeReadIsNamedBesideThoseThatCan() throws Exception {
    WrittenRun.usual(folder, "first");
    WrittenRun broken = WrittenRun.usual(folder, "second");
    Files.writeString(broken.folder().resolve("run.json"), "{");

    assertThat(coldbench("runs", folder.toString())).isEqualTo(1);
    assertThat(out.toString()).startsWith("first ");
    assertThat(err.toString()).contains("second", "run.json");
  }

  @Test
  void whereThereAreNoRunsThoseInAnAccountAreHintedAt() {
    assertThat(coldbench("runs", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("./coldbench runs --env dev");
  }

  @Test
  void theOptionsOfARunAreLookedAtBeforeTheAccount() {
    assertThat(coldbench("run", "--rounds=0", "--memory=1", "--out=" + folder)).isEqualTo(2);
    assertThat(err.toString())
        .contains("--rounds is \"0\"", "--memory is \"1\"")
        .doesNotContain("credentials", "AWS");
  }
}
