package coldbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.analysis.Budget;
import coldbench.results.WrittenRun;
import coldbench.results.WrittenRun.Function;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands last on the terminal after a run of which trials failed. */
class ReportingTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private List<String> lastLines() throws Exception {
    Reporting.show(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            folder,
            Optional.empty(),
            Budget.NONE)
        .tellFailures(new PrintWriter(err, true));
    return err.toString().lines().toList();
  }

  private WrittenRun run() throws Exception {
    return new WrittenRun(
        folder,
        "run",
        List.of(new Function("java", 1, 1, 1), new Function("mine", 1, 1, 1)),
        List.of(128),
        2,
        1);
  }

  @Test
  void aRunOfWhichNothingSucceededSaysOnlyWhy() throws Exception {
    WrittenRun run = run();
    for (int round = 1; round <= 2; round++) {
      run.fail(
          "java", 128, round, "WrongAnswer", "a.b is [2], expected [1]; the whole answer is {}");
      run.fail(
          "mine", 128, round, "ValueError", "{\"errorMessage\": \"no\\n%d\"}".formatted(round));
    }

    assertThat(lastLines())
        .containsExactly(
            "Every object of the run is in " + run.folder(),
            "coldbench: no trial succeeded",
            "coldbench: java failed 2 times: WrongAnswer: a.b is [2], expected [1]; the whole answer is {}",
            "coldbench: mine failed 2 times: ValueError: no 1");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aRunOfWhichSomethingSucceededIsShownAndSaysWhatFailed() throws Exception {
    run().fail("mine", 128, 2, "Sandbox.Timedout", "Task timed out");

    assertThat(lastLines())
        .containsExactly("coldbench: mine failed once: Sandbox.Timedout: Task timed out");
    assertThat(out.toString()).contains("Page: ", "native Java");
  }
}
