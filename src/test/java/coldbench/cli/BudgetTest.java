package coldbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.results.WrittenRun;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code report --budget}. */
class BudgetTest {
  @TempDir private Path results;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int report(String budget, String... more) {
    List<String> arguments = new ArrayList<>(List.of("report", results.toString()));
    arguments.add("--budget=" + budget);
    arguments.addAll(List.of(more));
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
  }

  private JsonNode json(String budget) throws Exception {
    out.getBuffer().setLength(0);
    report(budget, "--json");
    return new ObjectMapper().readTree(out.toString()).at("/experiments/0/budget");
  }

  @Test
  void aBudgetThatIsKeptEndsWithExitCode0AndSaysSo() {
    WrittenRun.usual(results, "first");

    assertThat(report("cold=100ms,warm=0.05s,memory=512MB")).isZero();

    assertThat(err.toString()).isEmpty();
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains(
            "native Java's cold start, at most 100 ms: kept (",
            "python's warm call, at most 50 ms: kept (",
            "native Java's memory, at most 512 MB: kept (",
            "Budget: 6 kept");
  }

  @Test
  void aLimitThatTheIntervalExceedsEndsWithExitCode1AndIsNamed() throws Exception {
    WrittenRun.usual(results, "first");

    assertThat(report("cold=20ms,java:warm=0.01ms")).isEqualTo(1);

    assertThat(err.toString().lines())
        .satisfiesExactlyInAnyOrder(
            line ->
                assertThat(line)
                    .startsWith("coldbench: python's cold start, at most 20 ms: exceeded ("),
            line ->
                assertThat(line)
                    .startsWith("coldbench: native Java's warm call, at most 0.01 ms: exceeded (")
                    .contains("95 % interval "));
    assertThat(out.toString()).contains("Budget: 2 exceeded, 1 kept");
  }

  @Test
  void aLimitInsideOfTheIntervalIsUndecidedAndFailsNothing() throws Exception {
    WrittenRun.usual(results, "first");
    JsonNode measured = json("python:cold=1ms").get(0);
    double inside = measured.path("mean").asDouble();
    assertThat(inside)
        .isBetween(measured.at("/interval/0").asDouble(), measured.at("/interval/1").asDouble());
    err.getBuffer().setLength(0);
    out.getBuffer().setLength(0);

    assertThat(report("python:cold=%.6fms".formatted(inside))).isZero();

    assertThat(err.toString()).isEmpty();
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains(": undecided (", ": run more rounds)", "Budget: 1 undecided");
  }

  @Test
  void fewerTrialsThanAnIntervalNeedsDecideNothing() throws Exception {
    new WrittenRun(results, "few", WrittenRun.JAVA_AND_PYTHON, List.of(128), 4, 2);

    assertThat(report("python:cold=0.001ms")).isZero();

    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("undecided (", "from 4 of the 5 trials that an interval needs");
  }

  @Test
  void aLimitIsHeldAgainstEachMemorySize() throws Exception {
    new WrittenRun(results, "sizes", WrittenRun.JAVA_AND_PYTHON, List.of(128, 512), 6, 2);

    assertThat(report("python:cold=20ms")).isEqualTo(1);

    assertThat(err.toString())
        .contains("cold start at 128 MB, at most 20 ms", "cold start at 512 MB, at most 20 ms");
  }

  @Test
  void jsonAndMarkdownHaveTheResult() throws Exception {
    WrittenRun.usual(results, "first");

    JsonNode budget = json("cold=20ms");

    assertThat(budget).hasSize(2);
    JsonNode python = budget.get(1);
    assertThat(python.path("function").asText()).isEqualTo("python");
    assertThat(python.path("item").asText()).isEqualTo("cold");
    assertThat(python.path("limit").asDouble()).isEqualTo(20);
    assertThat(python.path("unit").asText()).isEqualTo("ms");
    assertThat(python.path("memoryMb").asInt()).isEqualTo(128);
    assertThat(python.path("trials").asInt()).isEqualTo(10);
    assertThat(python.path("outcome").asText()).isEqualTo("exceeded");
    assertThat(budget.get(0).path("outcome").asText()).isEqualTo("kept");
    out.getBuffer().setLength(0);
    assertThat(report("cold=20ms", "--markdown")).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "- **Budget: 1 exceeded, 1 kept**", "- python's cold start, at most 20 ms: exceeded (");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                  | --budget has "", expected cold, init, first or warm with ms or s, or memory with MB, above 0
          cold                | --budget has "cold", expected
          cold=               | --budget has "cold=", expected
          cold=50             | --budget has "cold=50", expected
          cold=50MB           | --budget has "cold=50MB", expected
          memory=64ms         | --budget has "memory=64ms", expected
          memory=64GB         | --budget has "memory=64GB", expected
          cold=0ms            | --budget has "cold=0ms", expected
          cold=-1ms           | --budget has "cold=-1ms", expected
          cold=1e3ms          | --budget has "cold=1e3ms", expected
          cold=NaNms          | --budget has "cold=NaNms", expected
          hot=50ms            | --budget has "hot=50ms", expected
          cold=50ms,          | --budget has "", expected
          rust:cold=50ms      | --budget has a limit for rust, expected one of java, python
          cold=5ms,cold=6ms   | --budget has "cold=6ms" as a second limit of its kind, expected one
          """)
  void aLimitThatIsNoneIsRefusedBeforeAnythingIsPrinted(String budget, String message) {
    WrittenRun.usual(results, "first");

    assertThat(report(budget)).isEqualTo(2);

    assertThat(err.toString()).startsWith("coldbench: " + message);
    assertThat(out.toString()).isEmpty();
  }
}
