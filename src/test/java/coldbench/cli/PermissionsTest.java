package coldbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.aws.Clients;
import coldbench.aws.Deployment;
import coldbench.aws.RecordedAccount;
import coldbench.deploy.SynthesizedMachine;
import coldbench.results.RunLayout;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** The tables of permissions, held to what the commands call and the template grants. */
class PermissionsTest {
  private static final Path RECORDED = Path.of("src/test/resources/coldbench/results/recorded");
  private static final String RUN = "local-20261123-170356";

  private final RecordedAccount account = new RecordedAccount();
  private final Clients clients = account.clients();

  @TempDir private Path folder;

  /** What a command does with a deployment. */
  private interface Work {
    int with(Clients clients, Deployment deployment) throws Exception;
  }

  @BeforeEach
  void aBucketWithARun() throws Exception {
    Path run = new RunLayout(RUN).folder(RECORDED);
    try (Stream<Path> files = Files.walk(run)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        account.objects.put(
            new RunLayout(RUN).key(run.relativize(file).toString()), Files.readAllBytes(file));
      }
    }
  }

  private Set<String> needs(Object command, Work work, String... options) throws Exception {
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(new StringWriter(), true));
    line.setErr(new PrintWriter(new StringWriter(), true));
    line.parseArgs(options);
    work.with(clients, Deployment.find(clients, "dev"));
    return account.permissions;
  }

  @Test
  void runNeedsWhatTheTableSays() throws Exception {
    RunCommand command = new RunCommand();
    // Under a name of its own and under one by the time, which is looked for in other ways.
    needs(command, (all, to) -> command.run(all, to, folder), "--run", RUN);
    RunCommand unnamed = new RunCommand();

    assertThat(needs(unnamed, (all, to) -> unnamed.run(all, to, folder)))
        .isEqualTo(documented("run"));
  }

  @Test
  void runsNeedsWhatTheTableSays() throws Exception {
    RunsCommand command = new RunsCommand();

    assertThat(needs(command, command::listDeployed)).isEqualTo(documented("runs"));
  }

  @Test
  void fetchNeedsWhatTheTableSays() throws Exception {
    account.executions.put(RUN, ExecutionStatus.SUCCEEDED);
    FetchCommand named = new FetchCommand();
    needs(named, (all, to) -> named.fetch(all, to, folder), "--run", RUN);
    FetchCommand latest = new FetchCommand();

    assertThat(needs(latest, (all, to) -> latest.fetch(all, to, folder)))
        .isEqualTo(documented("fetch"));
  }

  @Test
  void historyNeedsWhatTheTableSays() throws Exception {
    HistoryCommand command = new HistoryCommand();

    assertThat(needs(command, (all, to) -> command.deployed(all, to, folder)))
        .isEqualTo(documented("history"));
  }

  @Test
  void stopNeedsWhatTheTableSays() throws Exception {
    account.functions.values().forEach(function -> function.force(512));
    account.function("snap").versions.add("7");
    account.executions.put("night", ExecutionStatus.RUNNING);
    StopCommand named = new StopCommand();
    needs(named, named::stop, "--run", "night");
    account.executions.put("another", ExecutionStatus.RUNNING);
    StopCommand command = new StopCommand();

    assertThat(needs(command, command::stop)).isEqualTo(documented("stop"));
    assertThat(account.executions).doesNotContainValue(ExecutionStatus.RUNNING);
  }

  /** Whoever describes stacks without a name has to be allowed to list them. */
  @Test
  void theSweepNeedsWhatTheTableSays() throws Exception {
    Set<String> needed = new TreeSet<>();
    String script = Files.readString(Path.of("pipeline/sweep"));
    for (MatchResult call : found("aws cloudformation ([a-z-]+)((?:[^\\n]|\\\\\\n)*)", script)) {
      needed.add(
          call.group(1).equals("delete-stack")
              ? "cloudformation:DeleteStack"
              : "cloudformation:DescribeStacks");
      if (call.group(1).equals("describe-stacks") && !call.group(2).contains("--stack-name")) {
        needed.add("cloudformation:ListStacks");
      }
    }

    assertThat(needed).isEqualTo(documented("pipeline/sweep"));
  }

  @Test
  void thePipelinesRoleMayDoJustWhatItsCommandsNeed() throws Exception {
    Set<String> allowed = new TreeSet<>();
    List<MatchResult> documents =
        found("```json\\n(.*?)```", Files.readString(Path.of("pipeline/README.md")));
    JsonNode policy = new ObjectMapper().readTree(documents.get(1).group(1));
    for (JsonNode statement : policy.path("Statement")) {
      JsonNode actions = statement.path("Action");
      if (actions.isTextual()) {
        allowed.add(actions.textValue());
      }
      actions.forEach(action -> allowed.add(action.textValue()));
    }
    Set<String> needed = new TreeSet<>(Set.of("sts:AssumeRole"));
    for (String command : List.of("run", "fetch", "history", "stop", "pipeline/sweep")) {
      needed.addAll(documented(command));
    }
    // Asked for apart, of those who have functions with SnapStart.
    needed.removeAll(Set.of("lambda:ListVersionsByFunction", "lambda:DeleteFunction"));

    assertThat(allowed).isEqualTo(needed);
  }

  @Test
  void theMachinesRoleIsGrantedJustWhatTheTableSays() throws Exception {
    Set<String> granted = new TreeSet<>();
    for (JsonNode statement : SynthesizedMachine.statementsOfItsRole()) {
      JsonNode actions = statement.path("Action");
      if (actions.isTextual()) {
        granted.add(actions.textValue());
      }
      actions.forEach(action -> granted.add(action.textValue()));
    }

    assertThat(granted).isNotEmpty().isEqualTo(new TreeSet<>(column(table(1), 1, cell -> true)));
  }

  private static Set<String> documented(String command) throws Exception {
    List<List<String>> table = table(0);
    int column = table.get(0).indexOf("`" + command + "`");
    assertThat(column).as(command).isPositive();
    return new TreeSet<>(column(table, column, cell -> cell.equals("x")));
  }

  /** The permissions of the rows whose cell in a column is as wanted. */
  private static List<String> column(
      List<List<String>> table, int column, java.util.function.Predicate<String> wanted) {
    return table.stream()
        .skip(2)
        .filter(row -> wanted.test(row.get(column)))
        .map(row -> row.get(0).replace("`", ""))
        .toList();
  }

  private static List<List<String>> table(int at) throws Exception {
    String text = Files.readString(Path.of("docs/permissions.md"));
    String rows = found("(?m)(?:^\\|[^\\n]*\\n)+", text).get(at).group();
    List<List<String>> table = new ArrayList<>();
    for (String row : rows.lines().toList()) {
      table.add(Stream.of(row.substring(1).split("\\|", -1)).map(String::strip).toList());
    }
    return table;
  }

  private static List<MatchResult> found(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.DOTALL).matcher(text).results().toList();
  }
}
