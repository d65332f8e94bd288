package coldbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
        .contains("Same packages", "no difference shown", "java at 128 MB", "python at 128 MB")
        .doesNotContain("slower", "faster");
  }

  @Test
  void aSlowerFunctionIsShownAndStopsAPipeline() {
    Path before = run("a", 10, 0.13);
    Path after = run("b", 10, 0.26);
    assertThat(compare(before, after)).isZero();
    assertThat(compare(before, after, "--fail-above", "1.1")).isEqualTo(1);
    assertThat(err.toString()).contains("java's warm duration at 128 MB is ", "allowed is 1.1");
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
        .startsWith("## What changed\n\n- **java's ")
        .contains("- A: a, started ", "#### java at 128 MB", "| warm duration ms |", "| slower |");
  }

  @Test
  void aCommentOnTwoRunsAlikeSaysThatNoDifferenceIsShown() {
    assertThat(compare(run("a", 10, 0.13), run("b", 10, 0.13), "--markdown")).isZero();
    assertThat(out.toString()).startsWith("## What changed\n\n- **No difference is shown.**");
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
    assertThat(err.toString()).contains("no function at the same memory size");
  }

  @Test
  void aLimitThatIsNoneIsRefused() {
    Path run = run("a", 10, 0.13);
    assertThat(compare(run, run, "--fail-above", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--fail-above is 0.0, allowed is a ratio above 0");
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
