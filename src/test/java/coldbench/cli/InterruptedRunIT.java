package coldbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Somebody ends the tool in the middle of a run. */
class InterruptedRunIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path results;

  @Test
  void afterCtrlCTheFunctionsAreEndedAndFinishedTrialsCanBeReported() throws Exception {
    Project.stack();
    Process tool = startAndWaitForTwoTrials(1000);
    List<ProcessHandle> children = tool.descendants().toList();

    signal("-INT", tool);
    String said = new String(tool.getInputStream().readAllBytes(), UTF_8);
    assertThat(tool.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(tool.exitValue()).isEqualTo(130);
    assertThat(said)
        .contains("interrupted, ", " trials are kept")
        .contains("./coldbench resume " + results, "./coldbench report " + results)
        .doesNotContain("null");
    assertThat(children).noneMatch(ProcessHandle::isAlive);
    assertFinishedTrialsAreWhole();
    assertReportSaysWhatIsMissing();
  }

  @Test
  void afterAKillNothingIsLeftRunningAndFinishedTrialsCanBeReported() throws Exception {
    Project.stack();
    Process tool = startAndWaitForTwoTrials(1000);
    List<ProcessHandle> children = tool.descendants().toList();

    signal("-KILL", tool);
    assertThat(tool.waitFor(60, TimeUnit.SECONDS)).isTrue();

    for (ProcessHandle child : children) {
      child.onExit().get(60, TimeUnit.SECONDS);
    }
    assertFinishedTrialsAreWhole();
    assertReportSaysWhatIsMissing();
  }

  @Test
  void resumeMeasuresOnlyWhatIsMissing() throws Exception {
    Project.stack();
    Process tool = startAndWaitForTwoTrials(4);
    signal("-KILL", tool);
    assertThat(tool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    Map<Path, String> before = finishedTrials();
    String startedAt = read("run.json").path("startedAt").asText();

    Path history = results.resolve("history.json");

    Project.Outcome resumed =
        Project.coldbench("resume", results.toString(), "--history=" + history);

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(JSON.readTree(history.toFile()).path("childExecutions"))
        .as("the blocks, also those of which nothing is missing")
        .hasSize(4);
    assertThat(resumed.err()).contains("measuring " + (8 - before.size()) + " trials");
    assertThat(trials()).hasSize(8).containsAllEntriesOf(before);
    assertThat(read("summary.json").path("complete").asInt()).isEqualTo(8);
    assertThat(read("summary.json").path("startedAt").asText()).isEqualTo(startedAt);
    assertThat(read("run.json").path("startedAt").asText()).isEqualTo(startedAt);
    assertThat(Project.coldbench("resume", results.toString()).err())
        .contains("is complete, there is nothing to resume");
  }

  @Tag("emulator")
  @EnabledIfSystemProperty(named = "os.arch", matches = "amd64")
  @Test
  void afterCtrlCNothingIsLeftOfTheTableEither() throws Exception {
    Project.Outcome build = Project.coldbench("build", "examples/table/java", "--arch", "x86_64");
    assertThat(build.exitCode()).as(build.err()).isZero();
    Process tool =
        startAndWaitForTwoTrials(
            1000, "--with=examples/table/table.json", "--functions=table-java,table-java-late");
    List<ProcessHandle> children = tool.descendants().toList();
    ProcessHandle dynamo =
        children.stream()
            .filter(each -> each.info().commandLine().orElse("").contains("ServerRunner"))
            .findFirst()
            .orElseThrow();
    Path work = Path.of("/proc", Long.toString(dynamo.pid()), "cwd").toRealPath().getParent();
    assertThat(work).isDirectory();

    signal("-INT", tool);
    tool.getInputStream().readAllBytes();
    assertThat(tool.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(tool.exitValue()).isEqualTo(130);
    for (ProcessHandle child : children) {
      child.onExit().get(60, TimeUnit.SECONDS);
    }
    assertThat(work).doesNotExist();
    assertFinishedTrialsAreWhole();
  }

  /** As the message of an interrupted run says it: with the same options. */
  @Tag("long")
  @Test
  void whatStandsBesideItsBaseIsResumedWithIt(@TempDir Path base) throws Exception {
    Path python = Files.createDirectories(base.resolve("python-fn/function"));
    Files.copy(Project.FOLDER.resolve("python-fn/function/app.py"), python.resolve("app.py"));
    String[] beside = {"--with=bare", "--base=" + base};
    Process tool =
        startAndWaitForTwoTrials(
            3, beside[0], beside[1], "--functions=bare,python,python-base", "--warm=1");
    signal("-INT", tool);
    String said = new String(tool.getInputStream().readAllBytes(), UTF_8);
    assertThat(tool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said).contains("./coldbench resume ", " --with bare --base " + base);
    Map<Path, String> before = trials();

    Project.Outcome without = Project.coldbench("resume", results.toString());
    Project.Outcome resumed = Project.coldbench("resume", results.toString(), beside[0], beside[1]);

    assertThat(without.exitCode()).isEqualTo(2);
    assertThat(without.err()).contains("the package of bare has changed");
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(trials()).hasSize(9).containsAllEntriesOf(before);
    assertThat(read("run.json").path("functions"))
        .extracting(each -> each.path("label").asText() + " " + each.path("like").asText())
        .contains("python python-base");
    assertThat(read("summary.json").path("complete").asInt()).isEqualTo(9);
  }

  @Test
  void aRunOfAnotherMachineOrPythonIsNotTakenUpAgain() throws Exception {
    Project.stack();
    Process tool = startAndWaitForTwoTrials(4);
    signal("-KILL", tool);
    assertThat(tool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    Path environment = run().resolve("environment.json");
    String other = Files.readString(environment).replace("CPython 3", "CPython 2");
    Files.writeString(environment, other);
    Map<Path, String> before = trials();

    Project.Outcome resumed = Project.coldbench("resume", results.toString());

    assertThat(resumed.exitCode()).isEqualTo(2);
    assertThat(resumed.err()).contains("runtimes was", "CPython 2", "start a new run");
    assertThat(trials()).isEqualTo(before);
  }

  /**
   * The trials that are not measured again: of the two that were told, the kill may have come
   * between the second and its line of the journal.
   */
  private Map<Path, String> finishedTrials() throws Exception {
    Set<String> journaled = new HashSet<>();
    for (String line : Files.readAllLines(run().resolve("journal.jsonl"))) {
      journaled.add(JSON.readTree(line).path("trial").asText() + ".json");
    }
    Path folder = run().resolve("trials");
    Map<Path, String> trials = trials();
    trials.keySet().removeIf(file -> !journaled.contains(folder.relativize(file).toString()));
    assertThat(trials).isNotEmpty().hasSize(journaled.size());
    return trials;
  }

  /** All trials, with what is in them. */
  private Map<Path, String> trials() throws Exception {
    Map<Path, String> trials = new TreeMap<>();
    try (Stream<Path> files = Files.walk(run().resolve("trials"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
        trials.put(file, Files.readString(file));
      }
    }
    return trials;
  }

  private Path run() throws Exception {
    try (Stream<Path> runs = Files.list(results.resolve("runs"))) {
      return runs.findFirst().orElseThrow();
    }
  }

  private JsonNode read(String object) throws Exception {
    return JSON.readTree(run().resolve(object).toFile());
  }

  private Process startAndWaitForTwoTrials(int rounds, String... options) throws Exception {
    // Where the tests were started in the background, SIGINT is ignored, and that is inherited.
    List<String> command =
        new ArrayList<>(
            List.of(
                "env",
                "--default-signal=INT",
                "java",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dcoldbench.home=" + Project.FOLDER,
                "coldbench.cli.Main",
                "local",
                "--rounds=" + rounds,
                "--out=" + results));
    command.addAll(List.of(options));
    Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader output = tool.inputReader(UTF_8);
    String line;
    do {
      line = output.readLine();
      assertThat(line).as("the tool ended before its second trial").isNotNull();
    } while (!line.startsWith("2/"));
    return tool;
  }

  private static void signal(String signal, Process process) throws Exception {
    String pid = Long.toString(process.pid());
    assertThat(new ProcessBuilder("kill", signal, pid).start().waitFor()).isZero();
  }

  private void assertFinishedTrialsAreWhole() throws Exception {
    try (Stream<Path> files = Files.walk(results)) {
      List<Path> trials =
          files
              .filter(file -> file.toString().contains("/trials/") && Files.isRegularFile(file))
              .toList();
      assertThat(trials).hasSizeGreaterThanOrEqualTo(2);
      for (Path trial : trials) {
        if (trial.toString().endsWith(".json")) {
          assertThat(JSON.readTree(trial.toFile()).path("status").asText()).isEqualTo("complete");
        }
      }
    }
  }

  private void assertReportSaysWhatIsMissing() {
    Project.Outcome report = Project.coldbench("report", "--details", results.toString());
    assertThat(report.exitCode()).isEqualTo(1);
    assertThat(report.out()).contains("of 2000 trials", "Cold start");
  }
}
