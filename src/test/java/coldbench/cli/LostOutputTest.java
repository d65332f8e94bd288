package coldbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldbench.analysis.Budget;
import coldbench.results.WrittenRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a command cannot write it names, and it does not end with 0. The device {@code
 * /dev/full} takes nothing, as a full disk.
 */
class LostOutputTest {
  private static final Path FULL = Path.of("/dev/full");
  private static final Path RUN = Path.of("src/test/resources/coldbench/results/recorded");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "--version",
        "local --help",
        "report RUN",
        "report --json RUN",
        "report --markdown RUN",
        "compare RUN RUN",
        "compare --markdown RUN RUN",
        "asl FOLDER/machine.json FOLDER/input.json",
        "doctor"
      })
  void standardOutputThatTakesNothingIsNamed(String command) throws IOException {
    Files.writeString(
        folder.resolve("machine.json"),
        "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}");
    Files.writeString(folder.resolve("input.json"), "{}");
    String[] arguments =
        command.replace("RUN", RUN.toString()).replace("FOLDER", folder.toString()).split(" ", -1);

    int exitCode = Main.run(CheckedOutput.to(FULL), new PrintWriter(err, true), arguments);

    assertThat(exitCode).isEqualTo(1);
    assertThat(err.toString())
        .endsWith(
            "coldbench: /dev/full cannot be written: No space left on device"
                + System.lineSeparator());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--html", "--csv"})
  void aReportsFileThatTakesNothingIsNamed(String option) {
    assertThat(run("report", RUN.toString(), option, FULL.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("/dev/full cannot be written: No space left on device");
    assertThat(FULL).exists();
  }

  @Test
  void aHistoryThatTakesNothingIsNamedAfterTheOutcome() throws IOException {
    Path machine = folder.resolve("machine.json");
    Path input = Files.writeString(folder.resolve("input.json"), "{}");
    Files.writeString(
        machine,
        "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}");

    assertThat(run("asl", machine.toString(), input.toString(), "--history", FULL.toString()))
        .isEqualTo(1);
    assertThat(out.toString()).startsWith("status: SUCCEEDED");
    assertThat(err.toString()).contains("/dev/full cannot be written: No space left on device");
  }

  @Test
  void theVerdictIsShownAlsoWhereThePageBesideItCannotBeWritten() throws Exception {
    WrittenRun run = WrittenRun.usual(folder, "first");
    Files.createDirectory(run.folder().resolve("report.html"));

    Reporting.Shown shown =
        Reporting.show(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            folder,
            Optional.empty(),
            Budget.NONE);

    assertThat(shown.complete()).isFalse();
    assertThat(out.toString()).contains("native Java's cold start is", "A million calls");
    assertThat(err.toString())
        .contains(run.folder().resolve("report.html") + " cannot be written: Is a directory");
  }

  @Test
  void aFileThatCouldNotBeFinishedIsRemoved() {
    Path file = folder.resolve("page.html");
    assertThatThrownBy(
            () ->
                CheckedOutput.write(
                    file,
                    page -> {
                      page.write("a part");
                      throw new IOException("cut off");
                    }))
        .hasMessage("cut off");
    assertThat(file).doesNotExist();
  }

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
