package coldbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coldbench.results.WrittenRun;
import coldbench.results.WrittenRun.Function;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aRunComparedWithItselfShowsNoDifference() {
    Path run = run("a", 10, 0.13);
    assertThat(compare(run, run)).isZero();
    assertThat(out.toString())
        .contains("Same packages", "equal within 10 %", "native Java at 128 MB", "python at 128 MB")
        .endsWith("\nCold starts and warm calls are equal within 10 %.\n")
        .doesNotContain("slower", "faster");
  }

  @Test
  void aSlowerFunctionIsShownAndStopsAPipeline() {
    Path before = run("a", 10, 0.13);
    Path after = run("b", 10, 0.26);
    assertThat(compare(before, after)).isZero();
    assertThat(compare(before, after, "--fail-above", "1.1")).isEqualTo(1);
    assertThat(err.toString())
        .contains("native Java's warm duration at 128 MB is ", "expected at most 1.1");
    assertThat(err.toString()).doesNotContain("python");
  }

  @Test
  void aFasterFunctionStopsNoPipeline() {
    assertThat(compare(run("a", 10, 0.26), run("b", 10, 0.13), "--fail-above", "1.1")).isZero();
    assertThat(out.toString()).contains("faster");
  }

  @Test
  void aCommentSaysFirstWhatChanged() {
    assertThat(compare(run("a", 10, 0.13), run("b", 10, 0.26), "--markdown")).isZero();
    assertThat(out.toString())
        .startsWith("## What changed\n\n- **native Java's warm duration at 128 MB is 1.99× what")
        .contains(
            "- A: a, started ", "#### native Java at 128 MB", "| warm duration ms |", "| slower |");
  }

  @Test
  void aCommentOnTwoRunsAlikeSaysThatTheyAreEqualWhereTheMarginAllowsThat() {
    Path before = run("a", 10, 0.13);
    Path after = run("b", 10, 0.13);
    assertThat(compare(before, after, "--markdown")).isZero();
    assertThat(out.toString())
        .startsWith("## What changed\n\n- **Cold starts and warm calls are equal within 10 %.**");
    out.getBuffer().setLength(0);
    assertThat(compare(before, after, "--markdown", "--margin", "1%")).isZero();
    assertThat(out.toString()).startsWith("## What changed\n\n- **No difference is shown.**");
  }

  @Test
  void whatStandsInARowAgreesWithItself() {
    assertThat(compare(run("a", 10, 0.13), run("b", 10, 0.26), "--markdown")).isZero();
    List<String[]> rows =
        out.toString()
            .lines()
            .filter(line -> line.matches("\\| .* ms \\|.*"))
            .map(line -> line.split(" *\\| *"))
            .toList();
    assertThat(rows).hasSize(12);
    for (String[] row : rows) {
      double quotient = Double.parseDouble(row[3]) / Double.parseDouble(row[2]);
      double told = Double.parseDouble(row[4].replaceAll("×.*", ""));
      assertThat(told / quotient).as(String.join(" ", row)).isCloseTo(1, within(0.05));
    }
  }

  @Test
  void theSummaryIsTheLastThatIsSaid() {
    assertThat(compare(run("a", 10, 0.13), run("b", 10, 0.26))).isZero();
    assertThat(out.toString().strip().lines().reduce((first, last) -> last).orElseThrow())
        .startsWith("native Java's warm duration at 128 MB is 1.99× what it was (1.");
  }

  @Test
  void aPageIsWrittenWhereItIsAskedFor() {
    Path page = folder.resolve("change.html");
    Path before = run("a", 10, 0.13);
    assertThat(compare(before, run("b", 10, 0.26), "--html", page.toString())).isZero();
    assertThat(page)
        .content()
        .startsWith("<!doctype html>")
        .contains("<h1 class=\"verdict\">native Java&#39;s warm duration at 128 MB is 1.99×")
        .endsWith("</html>\n");
    assertThat(out.toString()).contains("Page: " + page);
  }

  @Test
  void aMarginThatIsNoneIsRefused() {
    Path run = run("a", 10, 0.13);
    for (String none : List.of("10", "0%", "-1%", "x", "1e3ms")) {
      err.getBuffer().setLength(0);
      assertThat(compare(run, run, "--margin", none)).isEqualTo(2);
      assertThat(err.toString())
          .contains(
              "--margin is "
                  + none
                  + ", expected a percentage or milliseconds above 0, such as 10% or 2ms");
    }
  }

  @Test
  void aCommentOnTooFewRoundsSaysSo() {
    assertThat(compare(run("a", 4, 0.13), run("b", 4, 0.26), "--markdown")).isZero();
    assertThat(out.toString()).contains("**Too few rounds to show a difference.**");
  }

  @Test
  void tooFewRoundsToJudgeAreNoPass() {
    Path run = run("a", 4, 0.13);
    assertThat(compare(run, run, "--fail-above", "1.1")).isEqualTo(2);
    assertThat(err.toString()).contains("(4 samples, too few for an interval); run more rounds");
  }

  @Test
  void whatDiffersBetweenTheRunsIsNamed() {
    Path before = run("a", 10, 0.13);
    Path after = run("b", 10, 0.13);
    WrittenRun.edit(
        after.resolve("runs/b/run.json"),
        json ->
            ((com.fasterxml.jackson.databind.node.ObjectNode) json.at("/functions/0"))
                .put("codeSha256", "other="));
    assertThat(compare(before, after)).isZero();
    assertThat(out.toString()).contains("What differs", "java's package: java-sha= and other=");
  }

  @Test
  void runsOfOtherWorkAreNotCompared() {
    Path before = run("a", 10, 0.13);
    Path after = run("b", 10, 0.13);
    WrittenRun.edit(after.resolve("runs/b/run.json"), json -> json.put("n", 10));
    assertThat(compare(before, after)).isEqualTo(2);
    assertThat(err.toString()).contains("different work, n = 40 and n = 10");
  }

  @Test
  void runsWithNothingInCommonAreNotCompared() {
    Path before = run("a", 10, 0.13);
    new WrittenRun(
        folder.resolve("go"), "go", List.of(new Function("go", 5, 1, 1)), List.of(128), 5, 5);
    assertThat(compare(before, folder.resolve("go"))).isEqualTo(2);
    assertThat(err.toString()).contains("no function with the same event at the same memory size");
  }

  @Test
  void aLimitThatIsNoneIsRefused() {
    Path run = run("a", 10, 0.13);
    assertThat(compare(run, run, "--fail-above", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--fail-above is 0.0, expected a ratio above 0");
  }

  private Path run(String name, int rounds, double warmMs) {
    Path results = folder.resolve(name);
    new WrittenRun(
        results,
        name,
        List.of(new Function("java", 1.1, 0.7, warmMs), new Function("python", 45, 6, 3.4)),
        List.of(128),
        rounds,
        5);
    return results;
  }

  private int compare(Path before, Path after, String... options) {
    String[] all = new String[options.length + 3];
    all[0] = "compare";
    all[1] = before.toString();
    all[2] = after.toString();
    System.arraycopy(options, 0, all, 3, options.length);
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
  }
}
