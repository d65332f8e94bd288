package coldbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.results.WrittenRun;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanCommandTest {
  /** As SciPy has it for ln 1.1, a deviation of 0.25 and a level of 0.05 by 3: reference.py. */
  private static final int PAIRS = 75;

  @TempDir private Path results;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int plan(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "plan";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
  }

  /** In one line, wherever the screen ended. */
  private String said() {
    return out.toString().replaceAll("\\s+", " ");
  }

  private int rounds() {
    Matcher told = Pattern.compile("(\\d+) rounds on AWS").matcher(said());
    assertThat(told.find()).as(said()).isTrue();
    return Integer.parseInt(told.group(1));
  }

  @Test
  void withoutARunATypicalSpreadIsTakenAndSaidToBeOne() {
    assertThat(plan()).as(err.toString()).isZero();
    assertThat(rounds()).isEqualTo(PAIRS);
    assertThat(said())
        .startsWith("From a typical spread")
        .contains(
            "corrected for 3 verdicts",
            "python, cold start, 128 MB",
            "(a block's ratio varies by 28 %)")
        .contains("%d trials in %d blocks".formatted(2 * PAIRS, PAIRS), " and about $");
  }

  @Test
  void moreVerdictsTakeMoreRounds() {
    plan("--memory=128,256,512");
    assertThat(said()).contains("corrected for 13 verdicts");
    assertThat(rounds()).isGreaterThan(PAIRS);
  }

  @Test
  void soManyRoundsShowSuchARatioAndThatRatioTakesSoManyRounds() {
    plan("--rounds=40");
    Matcher shown = Pattern.compile("40 rounds show a ratio of (\\d\\.\\d+)").matcher(said());
    assertThat(shown.find()).isTrue();
    out.getBuffer().setLength(0);
    plan("--detect=" + shown.group(1));
    assertThat(rounds()).isBetween(39, 41);
  }

  @Test
  void aRunSaysItsOwnSpreadFunctionsAndPace() {
    new WrittenRun(results, "first", WrittenRun.JAVA_AND_PYTHON, List.of(128, 512), 10, 3);
    assertThat(plan("--from", results.toString(), "--detect=1.05", "--rounds=20")).isZero();
    assertThat(said())
        .contains("the spread of run first", "corrected for 8 verdicts")
        .contains("20 rounds show a ratio of 1.", "1.05 is shown by ")
        .contains("20 rounds on AWS in us-east-1: 80 trials in 40 blocks")
        // 4 min 9 s for ten rounds.
        .contains("Here, as fast as that run: about 8 min");
  }

  @Test
  void whatNoRunTakesIsSeveralRuns() {
    plan("--detect=1.005");
    assertThat(said())
        .containsPattern("more than one run takes \\(1000 rounds, 2500 trials\\): \\d+ runs");
    out.getBuffer().setLength(0);
    plan("--detect=1.0001");
    assertThat(said()).contains("1.0001 is shown by no number of rounds");
  }

  @Test
  void fewerThanFiveRoundsShowNothing() {
    plan("--rounds=4");
    assertThat(said()).contains("nothing is shown by fewer than five rounds");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--detect=1 | --detect is \"1\", expected a ratio above 1, such as 1.1",
        "--detect=0.9 | --detect is \"0.9\", expected a ratio above 1",
        "--detect=10% | --detect is \"10%\", expected a ratio above 1",
        "--detect=x | --detect is \"x\", expected a ratio above 1",
        "--rounds=0 | --rounds is \"0\", expected a whole number from 1 to 1000",
        "--from=gone | --from: ",
        "--functions=java | there is no ratio to plan for, expected two functions",
      })
  void whatCannotBePlannedIsSaid(String option, String message) {
    assertThat(plan(option)).isEqualTo(2);
    assertThat(err.toString()).contains(message);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void whatIsTheRunsIsNotGivenASecondTime() {
    WrittenRun.usual(results, "first");
    assertThat(plan("--from", results.toString(), "--warm=3")).isEqualTo(2);
    assertThat(err.toString()).contains("--warm is given with --from");
  }
}
