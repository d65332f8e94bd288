package coldbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchRuntimeCommandTest {
  @ParameterizedTest
  @CsvSource({
    "--rounds, 0, --rounds is 0",
    "--rounds, 1001, --rounds is 1001",
    "--rounds, 1.5, '--rounds'",
    "--warm, -1, --warm is -1",
    "--also, program, '--also is \"program\", expected NAME=PROGRAM'",
    "--also, x=/no/such/program, /no/such/program does not exist",
    "--colour, red, --colour"
  })
  void refusesWhatCannotBeMeasured(String option, String value, String message) {
    StringWriter err = new StringWriter();
    int exitCode =
        Main.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true),
            "bench-runtime",
            option,
            value);
    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }
}
