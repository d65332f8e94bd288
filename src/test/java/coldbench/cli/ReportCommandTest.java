package coldbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.results.WrittenRun;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  @TempDir Path results;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aCompleteRunIsReportedFromItsResultsFolderWithExitCode0() {
    WrittenRun.usual(results, "first");
    assertThat(report(results.toString())).isZero();
    assertThat(out.toString()).contains("Cold start", "Warm calls", "java", "python", "÷ java");
  }

  @Test
  void aRunsOwnFolderIsReportedLikeTheResultsFolder() {
    WrittenRun run = WrittenRun.usual(results, "first");
    assertThat(report(results.toString())).isZero();
    String whole = out.toString();
    out.getBuffer().setLength(0);
    assertThat(report(run.folder().toString())).isZero();
    assertThat(out).hasToString(whole);
  }

  @Test
  void anIncompleteRunIsReportedWithExitCode1() throws Exception {
    WrittenRun run = WrittenRun.usual(results, "first");
    Files.delete(run.folder().resolve("summary.json"));
    assertThat(report(results.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("interrupted or still running");
  }

  @Test
  void aFolderThatIsNoneIsRefusedWithExitCode2() {
    assertThat(report(results.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("nowhere does not exist", "allowed is a results folder", "runs/<run>/run.json");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aFileInPlaceOfAFolderIsRefusedWithExitCode2() throws Exception {
    Path file = Files.writeString(results.resolve("summary.json"), "{}");
    assertThat(report(file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("is a file, allowed is a results folder");
  }

  @Test
  void aRunThatIsNotThereIsRefusedWithTheOnesThatAre() {
    WrittenRun.usual(results, "first");
    assertThat(report(results.toString(), "--run", "second")).isEqualTo(2);
    assertThat(err.toString()).contains("run is second, allowed in", "is one of first");
  }

  @Test
  void anUnknownOptionIsRefusedWithExitCode2() {
    assertThat(report("--colour", "red")).isEqualTo(2);
    assertThat(err.toString()).contains("--colour");
  }

  private int report(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "report";
    System.arraycopy(args, 0, all, 1, args.length);
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
  }
}
