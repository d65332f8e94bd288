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
    assertThat(report(results.toString(), "--details")).isZero();
    assertThat(out.toString())
        .contains("Cold start", "Warm calls", "python", "÷ native Java", "Published by others");
  }

  @Test
  void theReportEndsWithTheVerdictAndHasNoTables() {
    WrittenRun.usual(results, "first");
    assertThat(report(results.toString())).isZero();
    String verdict = out.toString().substring(out.toString().lastIndexOf("\n\n"));
    assertThat(verdict)
        .containsSubsequence(
            "native Java's cold start is 2",
            "native Java's warm call is 2",
            "A million calls, 1 % cold (estimate): native Java $0.202, python $0.209, 1.0");
    assertThat(out.toString()).doesNotContain("first duration ms", "p90").contains("--details");
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
        .contains("nowhere does not exist", "expected a results folder", "runs/<run>/run.json");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aFileInPlaceOfAFolderIsRefusedWithExitCode2() throws Exception {
    Path file = Files.writeString(results.resolve("summary.json"), "{}");
    assertThat(report(file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("is a file, expected a results folder");
  }

  @Test
  void aRunThatIsNotThereIsRefusedWithTheOnesThatAre() {
    WrittenRun.usual(results, "first");
    assertThat(report(results.toString(), "--run", "second")).isEqualTo(2);
    assertThat(err.toString()).contains("run is second, expected one of those in", ": first");
  }

  @Test
  void anUnknownOptionIsRefusedWithExitCode2() {
    assertThat(report("--colour", "red")).isEqualTo(2);
    assertThat(err.toString()).contains("--colour");
  }

  @Test
  void severalRunsAreTakenTogetherAndOnesThatDoNotFitAreReportedOnTheirOwn() {
    WrittenRun.usual(results, "first");
    WrittenRun.usual(results, "second");
    WrittenRun other = WrittenRun.usual(results, "third");
    WrittenRun.edit(other.folder().resolve("run.json"), json -> json.put("n", 7));
    assertThat(report(results.toString(), "--all", "--details")).isZero();
    assertThat(out.toString())
        .contains(
            "Measured: of each function 20 of 20 cold starts",
            "Run third cannot be combined with run first",
            "n: 40 and 7");
  }

  @Test
  void aRunThatIsGivenTwiceIsRefused() {
    WrittenRun run = WrittenRun.usual(results, "first");
    assertThat(report(run.folder().toString(), results.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("a run is given twice, expected each run once");
  }

  @Test
  void pageAndCsvAreWrittenWhereTheyAreAskedFor() throws Exception {
    WrittenRun.usual(results, "first");
    Path page = results.resolve("page.html");
    Path csv = results.resolve("calls.csv");
    assertThat(report(results.toString(), "--html", page.toString(), "--csv", csv.toString()))
        .isZero();
    assertThat(page).content().startsWith("<!doctype html>").endsWith("</html>\n");
    assertThat(csv)
        .content()
        .startsWith("run,function,memory_mb,round")
        .contains("first,java,128,1,complete,cold,0");
    assertThat(out.toString()).contains("Page: " + page);
  }

  @Test
  void aPageThatCannotBeWrittenIsRefusedWithExitCode2() {
    WrittenRun.usual(results, "first");
    assertThat(report(results.toString(), "--html", results.resolve("no/page.html").toString()))
        .isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "no/page.html cannot be written: no such file or folder", "give a file in a folder");
  }

  @Test
  void jsonIsAllThatIsPrintedWhereItIsAskedFor() throws Exception {
    WrittenRun.usual(results, "first");
    assertThat(report(results.toString(), "--json")).isZero();
    assertThat(
            new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(out.toString())
                .get("experiments"))
        .hasSize(1);
  }

  @org.junit.jupiter.params.ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource(
      delimiter = '|',
      textBlock =
          """
          --baseline=rust   | baseline is rust, expected a function of the run: java, python
          --cold-share=1.5  | --cold-share is 1.5, expected a number from 0 to 1
          --gb-second=-1    | --gb-second is -1.0, expected a price in US dollars above 0
          --region=mars     | --region is mars, expected one of
          """)
  void aValueThatIsNotAllowedIsNamedWithWhatIs(String option, String message) {
    WrittenRun.usual(results, "first");
    assertThat(report(results.toString(), option)).isEqualTo(2);
    assertThat(err.toString()).startsWith("coldbench: " + message);
  }

  private int report(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "report";
    System.arraycopy(args, 0, all, 1, args.length);
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
  }
}
