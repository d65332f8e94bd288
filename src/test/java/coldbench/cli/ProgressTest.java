package coldbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is seen of a run while it goes on. */
class ProgressTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StringWriter said = new StringWriter();
  private final PrintWriter err = new PrintWriter(said, true);
  private long nanos = 5_000_000_000L;

  private void play(OptionalInt columns) throws Exception {
    Progress progress = new Progress(err, () -> nanos, columns);
    progress.stored(
        "runs/r/run.json",
        JSON.readTree("{\"order\": [{}, {}], \"functions\": [{\"label\": \"java\"}]}"));
    nanos += Duration.ofMinutes(4).toNanos();
    progress.stored("runs/r/trials/java/128/1.json", trial());
    progress.stored("runs/r/trials/java/128/2.json", trial());
    progress.stored("runs/r/summary.json", JSON.createObjectNode());
  }

  private static JsonNode trial() throws Exception {
    return JSON.readTree(
        """
        {"function": "a-function-with-a-long-name", "memoryMb": 10240, "round": 1000,
         "status": "complete", "cold": {"initMs": 1000.5, "durationMs": 20},
         "warm": [{"durationMs": 100}, {"durationMs": 200}]}
        """);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 200})
  void aLineFitsTheTerminalAndSaysFirstHowMuchIsLeft(int columns) throws Exception {
    play(OptionalInt.of(columns));
    for (String line : said.toString().split("\r", -1)) {
      String visible = line.replace("\u001b[K", "").stripTrailing();
      assertThat(visible.length()).as(visible).isLessThan(columns);
    }
    assertThat(said.toString())
        .contains("1/2 trials, about 4 min left  a")
        .endsWith(System.lineSeparator());
  }

  @Test
  void elsewhereEachTrialHasALineOfItsOwn() throws Exception {
    play(OptionalInt.empty());
    assertThat(said.toString().lines())
        .containsExactly(
            "measuring 2 trials",
            "1/2 trials, about 4 min left  a-function-with-a-long-name 10240 MB, round 1000: cold"
                + " 1020.50 ms, warm 150.00 ms on average",
            "2/2 trials  a-function-with-a-long-name 10240 MB, round 1000: cold 1020.50 ms, warm"
                + " 150.00 ms on average");
  }

  @Test
  void anInterruptionNamesOnlyWhatIsThere(@TempDir Path folder) throws Exception {
    assertThat(Interruption.message(folder, "", 0))
        .isEqualTo("coldbench: interrupted, nothing was measured");
    Files.writeString(folder.resolve("run.json"), "{}");
    assertThat(Interruption.message(folder, " --with mine.json", 1))
        .contains(
            "1 finished trial is kept",
            "./coldbench resume " + folder + " --with mine.json",
            "./coldbench report " + folder);
  }

  /** Builds for a minute; says at its end that it was interrupted, and takes its time over that. */
  static final class Building {
    public static void main(String[] arguments) {
      PrintWriter err = new PrintWriter(System.out, true, UTF_8);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    sleep(100);
                    err.println("interrupted");
                    sleep(2500);
                  }));
      Elapsed.during("building", err, true, () -> sleep(60_000));
    }

    private static void sleep(int millis) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void afterAnInterruptionTheClockOfABuildSaysNothingMore() throws Exception {
    Process building =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Building.class.getName())
            .start();
    assertThat(new String(building.getInputStream().readNBytes("  1 s\r".length()), UTF_8))
        .isEqualTo("  1 s\r");

    // The process itself would close what is to be read.
    building.toHandle().destroy();

    assertThat(new String(building.getInputStream().readAllBytes(), UTF_8))
        .matches("( +[0-9]+ s\r)*interrupted\n");
    assertThat(building.waitFor()).isEqualTo(143);
  }

  @Test
  void aBuildShowsItsClockOnATerminalAndALineNowAndThenElsewhere() {
    assertThat(Elapsed.line("building", Duration.ofSeconds(12), true)).isEqualTo("  12 s\r");
    assertThat(Elapsed.line("building", Duration.ofMinutes(2), false))
        .isEqualToIgnoringNewLines("building, 2 min so far\n");
  }
}
