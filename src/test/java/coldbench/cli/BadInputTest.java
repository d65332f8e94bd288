package coldbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {
  private static final String HERE = Path.of("").toAbsolutePath().toString();

  private final StringWriter err = new StringWriter();
  private final StringWriter out = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --rounds    | 0          | --rounds is "0", expected a whole number from 1 to 1000
          --rounds    | -1         | --rounds is "-1", expected a whole number from 1 to 1000
          --rounds    | 2.5        | --rounds is "2.5", expected a whole number from 1 to 1000
          --rounds    | ten        | --rounds is "ten", expected a whole number from 1 to 1000
          --rounds    | 1001       | --rounds is "1001", expected a whole number from 1 to 1000
          --rounds    | 9999999999 | --rounds is "9999999999", expected a whole number from 1 to 1000
          --until     | 5          | --until is "5", expected percent from 0.1% to 100%, such as 5%
          --until     | 0%         | --until is "0%", expected percent from 0.1% to 100%, such as 5%
          --until     | 101%       | --until is "101%", expected percent from 0.1% to 100%, such as 5%
          --until     | -5%        | --until is "-5%", expected percent from 0.1% to 100%, such as 5%
          --until     | 5ms        | --until is "5ms", expected percent from 0.1% to 100%, such as 5%
          --warm      | 2001       | --warm is "2001", expected a whole number from 0 to 2000
          --memory    | 127        | --memory is "127", expected a whole number from 128 to 10240
          --memory    | 128,10241  | --memory is "10241", expected a whole number from 128 to 10240
          --memory    | 128,       | --memory is "", expected a whole number from 128 to 10240
          --memory    | 128,,      | --memory is "", expected a whole number from 128 to 10240
          --memory    | 128,128    | --memory is "128,128", expected each value once
          --n         | 79         | --n is "79", expected a whole number from 0 to 78
          --n         | -1         | --n is "-1", expected a whole number from 0 to 78
          --functions | rust       | --functions is "rust", expected one of java, python
          --with      | gone.json  | functions is "{here}/gone.json", which does not exist, expected java-jvm, java-aot, bare, the path of a JSON file with a list of functions (see docs/own-functions.md), or several of these with commas between them: give another by -c functions=… (locally --with), or change it in cdk.json
          --update-time | 51s      | --update-time is "51s", expected 0s to 50s, such as 0.5s or 500ms
          --update-time | 0.5      | --update-time is "0.5", expected 0s to 50s, such as 0.5s or 500ms
          --update-time | -1s      | --update-time is "-1s", expected 0s to 50s, such as 0.5s or 500ms
          --budget    | cold=5     | --budget has "cold=5", expected cold, init, first or warm with ms or s, or memory with MB, above 0, such as cold=50ms or java:memory=64MB
          --budget    | go:cold=5s | --budget has a limit for go, expected one of java, python
          --seed      | 2147483648 | --seed is "2147483648", expected a whole number from 0 to 2147483647
          """)
  void aValueThatIsNotAllowedIsNamedWithWhatIs(String option, String value, String message) {
    assertThat(coldbench("local", option + "=" + value)).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo("coldbench: " + message.replace("{here}", HERE) + System.lineSeparator());
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void fewerRoundsThanTellAPrecisionAreRefused() {
    assertThat(coldbench("local", "--until=5%", "--rounds=9")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--rounds is \"9\", expected a whole number from 10 to 1000");
  }

  @Test
  void aLimitIsForAFunctionThatIsMeasured() {
    assertThat(coldbench("local", "--functions=java", "--budget=python:cold=5s")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            "coldbench: --budget has a limit for python, expected one of java"
                + System.lineSeparator());
  }

  @Test
  void everyMistakeIsNamedAtOnce() {
    assertThat(coldbench("local", "--rounds=0", "--n=99", "--functions=go,java")).isEqualTo(2);
    assertThat(err.toString()).contains("--rounds is \"0\"", "--n is \"99\"", "is \"go\"");
  }

  @ParameterizedTest
  @CsvSource({"local,--round=3", "locale,", "local,extra", "report,--pdf=", "doctor,--fix"})
  void anUnknownOptionOrCommandIsNamed(String command, String argument) {
    String[] arguments =
        argument == null ? new String[] {command} : new String[] {command, argument};
    assertThat(coldbench(arguments)).isEqualTo(2);
    assertThat(err.toString()).contains(" is no ", "More: ./coldbench help");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "serve --port abc          | --port is \"abc\", expected a whole number of at most nine digits",
        "serve --port 99999999999  | --port is \"99999999999\", expected a whole number of at most",
        "bench-runtime --rounds 1e | --rounds is \"1e\", expected a whole number of at most nine digits",
        "serve --auth IAM          | --auth is \"IAM\", expected one of AWS_IAM, NONE",
        "local --cpu half          | --cpu is \"half\", expected one of lambda, full",
        "compare a b --fail-above x| --fail-above is \"x\", expected a number, such as 1.1",
        "local --own=maybe         | --own is \"maybe\", expected no value",
        "local --ruonds 3          | \"--ruonds\" is no option of local; did you mean --rounds?",
        "lcoal                     | \"lcoal\" is no command; did you mean local?",
        "runs a b                  | \"b\" is no argument of runs",
        "compare a                 | RUN_B, which is needed, is missing",
        "local --rounds            | --rounds has no value, expected one behind it",
        "local --seed 2 --seed 3   | --seed is given twice, expected it once",
        "report --json --details   | --details, --json are given together, expected one of them",
      })
  void whatNoCommandTakesIsNamedInOneLineWithoutAPageOfUsage(String arguments, String expected) {
    assertThat(coldbench(arguments.split(" ", -1))).isEqualTo(2);
    assertThat(err.toString().lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("More: ./coldbench help");
    assertThat(err.toString()).startsWith("coldbench: " + expected);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aResultsFolderThatCannotBeWrittenIsRefused(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(coldbench("local", "--out=" + file)).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("coldbench: --out is \"" + file + "\", which is not a writable folder");
  }

  @Test
  void aReportOfAFolderThatIsNoneIsRefused(@TempDir Path folder) {
    assertThat(coldbench("report", folder.resolve("nothing").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("nothing");
  }

  private int coldbench(String... arguments) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
