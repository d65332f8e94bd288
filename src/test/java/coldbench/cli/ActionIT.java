package coldbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The step of action.yml, as it stands there, in a repository that is not this one. */
class ActionIT {
  private static final String ENTRY =
      "[{\"label\": \"greeter\", \"code\": \"../build\", \"runtime\": \"python3.13\","
          + " \"handler\": \"greeter.handler\", \"event\": {}, \"expect\": {\"ok\": true}}]";

  @TempDir private Path folder;
  private Path repository;
  private final Map<String, String> inputs = new HashMap<>();

  private record Outcome(int exitCode, String errors, String summary, String outputs) {}

  @BeforeEach
  void aRepositoryWhoseChangeMakesItsFunctionSlower() throws Exception {
    repository = Files.createDirectories(folder.resolve("repository"));
    Files.createDirectories(repository.resolve("bench"));
    Files.writeString(repository.resolve("bench/functions.json"), ENTRY);
    Files.writeString(repository.resolve(".gitignore"), "build/\n");
    git("init", "--quiet");
    source("    return {\"ok\": True}\n");
    commit("base");
    source("    sum(range(8_000_000))\n    return {\"ok\": True}\n");
    commit("slower");
    inputs.put("FUNCTIONS", "bench/functions.json");
    inputs.put("BUILD", "mkdir -p build && cp greeter.py build/");
    inputs.put("WHERE", "local");
    inputs.put("OPTIONS", "--rounds 6 --warm 2 --cpu full");
  }

  private void source(String body) throws IOException {
    Files.writeString(repository.resolve("greeter.py"), "def handler(event, context):\n" + body);
  }

  private void commit(String message) throws Exception {
    git("add", "--all");
    git("-c", "user.name=test", "-c", "user.email=test@localhost", "commit", "-qm", message);
  }

  private void git(String... arguments) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    assertThat(
            new ProcessBuilder(command)
                .directory(repository.toFile())
                .inheritIO()
                .start()
                .waitFor())
        .isZero();
  }

  /** Runs what stands below {@code run:}, with the variables that its {@code env:} would have. */
  private Outcome step() throws Exception {
    String script =
        Files.readAllLines(Project.FOLDER.resolve("action.yml")).stream()
            .dropWhile(line -> !line.strip().equals("run: |"))
            .skip(1)
            .takeWhile(line -> !line.strip().equals("env:"))
            .map(String::strip)
            .collect(Collectors.joining("\n"));
    Path errors = folder.resolve("errors");
    Path summary = folder.resolve("summary.md");
    Path outputs = folder.resolve("outputs");
    // As GitHub starts it:
    // https://docs.github.com/actions/reference/workflow-syntax-for-github-actions
    ProcessBuilder builder =
        new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
            .directory(repository.toFile())
            .redirectError(errors.toFile());
    builder.environment().putAll(inputs);
    builder.environment().put("ACTION", Project.FOLDER.toAbsolutePath().toString());
    builder.environment().put("REPORT", folder.resolve("report.md").toString());
    builder.environment().put("GITHUB_STEP_SUMMARY", summary.toString());
    builder.environment().put("GITHUB_OUTPUT", outputs.toString());
    Process process = builder.start();
    process.getInputStream().readAllBytes();
    int exitCode = process.waitFor();
    return new Outcome(
        exitCode,
        Files.readString(errors, UTF_8),
        Files.exists(summary) ? Files.readString(summary) : "",
        Files.exists(outputs) ? Files.readString(outputs) : "");
  }

  @Test
  void aChangeIsMeasuredBesideItsBaseAndHeldAgainstTheBudget() throws Exception {
    inputs.put("BASE", "HEAD^1");
    inputs.put("BUDGET", "greeter-base:warm=1s,greeter:warm=0.01ms");

    Outcome outcome = step();

    assertThat(outcome.exitCode()).as(outcome.errors()).isEqualTo(1);
    assertThat(outcome.summary())
        .contains("Budget: 1 exceeded, 1 kept", "greeter's warm call, at most 0.01 ms: exceeded")
        .containsPattern("greeter adds [0-9.]+ m?s to greeter-base's warm call")
        .doesNotContain("native Java");
    assertThat(folder.resolve("report.md")).hasContent(outcome.summary());
    assertThat(outcome.outputs()).isEqualTo("report=" + folder.resolve("report.md") + "\n");
    assertThat(repository.resolve(".git/worktrees")).doesNotExist();
  }

  @Tag("long")
  @Test
  void aBudgetThatIsKeptFailsNothing() throws Exception {
    inputs.put("BUDGET", "cold=1000s,warm=1000s,memory=10000MB");

    Outcome outcome = step();

    assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
    assertThat(outcome.summary()).contains("**Budget: 3 kept**");
  }

  @Tag("long")
  @Test
  void withoutABaseAndABudgetThereIsAReportOfTheFunctionsAlone() throws Exception {
    Outcome outcome = step();

    assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
    assertThat(outcome.summary()).contains("greeter's cold start takes ").doesNotContain("-base");
  }

  /** Two rounds are too few for an interval, so that nothing is shown of any limit. */
  @Tag("long")
  @Test
  void whatIsUndecidedIsSaidAndFailsNothing() throws Exception {
    inputs.put("BUDGET", "cold=0.001ms,warm=1s,memory=64MB");
    inputs.put("OPTIONS", "--rounds 2 --warm 2 --cpu full");

    Outcome outcome = step();

    assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
    assertThat(outcome.summary())
        .contains("Budget: 3 undecided", "greeter's cold start, at most 0.001 ms: undecided");
  }

  @Tag("long")
  @Test
  void aBaseThatCannotBeBuiltFailsTheJobAndTheChangeIsReportedAlone() throws Exception {
    inputs.put("BASE", "HEAD^1");
    inputs.put("BUILD", "mkdir -p build && cp greeter.py build/ && grep -q 8_000_000 greeter.py");

    Outcome outcome = step();

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.summary())
        .startsWith(
            "**There is nothing to compare with: the base could not be built, see the log.**")
        .contains("greeter's cold start takes ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FUNCTIONS | ''            | functions is missing, expected the path of a JSON file with entries
          FUNCTIONS | gone.json     | functions is gone.json, which is not there, expected a JSON file with entries
          WHERE     | moon          | where is moon, expected account or local
          BASE      | no-such-thing | base is no-such-thing, which is no commit of this clone
          BUDGET    | cold=5        | --budget has "cold=5", expected cold, init, first or warm with ms or s
          BUDGET    | rust:cold=5ms | --budget has a limit for rust, expected one of greeter
          OPTIONS   | --rounds none | --rounds is "none", expected a whole number
          OPTIONS   | --functions greeter | --own is given with --functions, expected one of them
          """)
  void anInputThatCannotBeUsedEndsTheStepWithItsName(String name, String value, String message)
      throws Exception {
    inputs.put(name, value);

    Outcome outcome = step();

    assertThat(outcome.exitCode()).as(outcome.errors()).isEqualTo(2);
    assertThat(outcome.errors()).contains(message);
    assertThat(outcome.summary()).isEmpty();
  }
}
