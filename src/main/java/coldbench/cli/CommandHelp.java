package coldbench.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What all help texts have in common: commands in groups, an example each, the exit codes. */
final class CommandHelp {
  private static final String EXIT_CODES =
      "Exit codes: 0 complete; 1 incomplete or failed, what was measured is kept; 2 wrong usage,"
          + " nothing was started.";

  /** The commands of a group with the arguments of their examples. */
  record Group(String title, List<String> examples) {
    List<String> commands() {
      return examples.stream().map(example -> example.split(" ", 2)[0]).toList();
    }
  }

  static final List<Group> GROUPS =
      List.of(
          new Group(
              "Measure on this machine",
              List.of(
                  "plan --detect 1.1 --from results/runs/local-20260314-092653",
                  "local --rounds 20 --memory 128,512 --with mine.json",
                  "resume results/runs/local-20260314-092653",
                  "serve --auth NONE --port 9000",
                  "url --count 1000 http://127.0.0.1:8080/?n=40",
                  "bench-runtime --rounds 50")),
          new Group(
              "Look at results",
              List.of(
                  "report --html report.html",
                  "compare results/runs/a results/runs/b --fail-above 1.1",
                  "history --env nightly --html history.html",
                  "runs results")),
          new Group(
              "Measure in an AWS account, after 'npx cdk deploy'",
              List.of(
                  "run --env dev --rounds 20",
                  "fetch --env dev --run run-20260314-092653",
                  "stop --env dev")),
          new Group(
              "Write a native Java function",
              List.of(
                  "new orders --event sqs",
                  "build orders",
                  "invoke orders --event sqs",
                  "deploy orders --env dev",
                  "destroy orders --env dev")),
          new Group(
              "Develop and set up",
              List.of(
                  "import orders-api --dir mine",
                  "definition --resolved",
                  "asl definition.json input.json --mocks mocks.json",
                  "doctor",
                  "completion",
                  "help local")));

  private CommandHelp() {}

  /** The names of all commands. */
  static List<String> commands() {
    return GROUPS.stream().flatMap(group -> group.commands().stream()).toList();
  }

  /** To the tool and to those of the commands that it has. */
  static void addTo(CommandLine tool) {
    tool.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandHelp::list);
    tool.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
    append(tool, "", "'${ROOT-COMMAND-NAME} help COMMAND' tells more.", EXIT_CODES);
    GROUPS.stream()
        .flatMap(group -> group.examples().stream())
        .forEach(
            example -> {
              CommandLine command = tool.getSubcommands().get(example.split(" ", 2)[0]);
              if (command == null) {
                return;
              }
              if (Stream.of(command.getCommandSpec().usageMessage().footer())
                  .noneMatch(line -> line.startsWith("Exit codes:"))) {
                append(command, "", EXIT_CODES);
              }
              append(command, "", "Example: ${ROOT-COMMAND-NAME} " + example);
            });
  }

  private static void append(CommandLine command, String... lines) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.sortOptions(false);
    List<String> footer = new ArrayList<>(List.of(usage.footer()));
    footer.addAll(List.of(lines));
    usage.footer(footer.toArray(String[]::new));
  }

  private static String list(Help help) {
    StringBuilder text = new StringBuilder();
    for (Group group : GROUPS) {
      Map<String, Help> commands = new LinkedHashMap<>();
      group.commands().forEach(name -> commands.put(name, help.subcommands().get(name)));
      text.append("%n%s:%n".formatted(group.title())).append(help.commandList(commands));
    }
    return text.toString();
  }
}
