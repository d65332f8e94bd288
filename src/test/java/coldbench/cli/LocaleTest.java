package coldbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.deploy.functions.SourceHash;
import coldbench.results.RecordedRun;
import coldbench.results.WrittenRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decimal commas, Arabic digits and the Turkish i: none of them reaches a figure or a hash. */
class LocaleTest {
  private static final List<String> LANGUAGES = List.of("de-DE", "ar-EG", "tr-TR");

  @TempDir static Path folder;
  private final Locale usual = Locale.getDefault();
  private String run = "";

  @BeforeEach
  void aRecordedRun() throws Exception {
    run = RecordedRun.results().toString();
  }

  @AfterEach
  void theUsualLocale() {
    Locale.setDefault(usual);
  }

  @Test
  void everyReportIsTheSame() throws Exception {
    WrittenRun odd = WrittenRun.usual(folder.resolve("odd"), "odd");
    Files.delete(odd.trial("java", 128, 3));
    Files.delete(odd.trial("python", 128, 4));
    WrittenRun four =
        new WrittenRun(
            folder.resolve("four"),
            "four",
            List.of(
                new WrittenRun.Function("java", 1.1, 0.7, 0.13),
                new WrittenRun.Function("python", 45, 6, 3.4),
                new WrittenRun.Function("snap-python", 1145, 6, 3.4),
                new WrittenRun.Function("go", 4, 6, 3.4)),
            List.of(1024, 2048),
            6,
            2);
    List<List<String>> commands = new ArrayList<>();
    for (String each : List.of(run, odd.folder().toString(), four.folder().toString())) {
      for (String output : List.of("--details", "--markdown", "--json")) {
        commands.add(List.of("report", each, output));
      }
      for (String file : List.of("--html", "--csv")) {
        commands.add(List.of("report", each, file, folder.resolve("file").toString()));
      }
    }
    commands.add(List.of("compare", run, odd.folder().toString(), "--fail-above", "1.1"));
    for (List<String> command : commands) {
      Locale.setDefault(Locale.ROOT);
      String expected = said(command);
      for (String language : LANGUAGES) {
        Locale.setDefault(Locale.forLanguageTag(language));
        assertThat(said(command)).as("%s, %s", language, command).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "ar-EG", "tr-TR"})
  void aHashOfSourcesIsTheSame(String language) {
    Path sources = Path.of("python-fn");
    Locale.setDefault(Locale.ROOT);
    String expected = SourceHash.of(sources, "arm64");
    Locale.setDefault(Locale.forLanguageTag(language));
    assertThat(SourceHash.of(sources, "arm64")).isEqualTo(expected);
  }

  /** The whole tool, as its launcher starts it: whatever any room of it prints. */
  @Test
  void theToolItselfPrintsTheSameWhereverItRuns() throws Exception {
    String german = tool("-Duser.language=de", "-Duser.country=DE");
    assertThat(german).contains("24,105 MB", "$0.206").isEqualTo(tool("-Duser.language=en"));
    assertThat(tool("-Duser.language=ar", "-Duser.country=EG")).isEqualTo(german);
  }

  private String tool(String... locale) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of(locale));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "report", run));
    command.add("--details");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static String said(List<String> command) throws IOException {
    Project.Outcome outcome = Project.coldbench(command.toArray(String[]::new));
    Path file = folder.resolve("file");
    String written = Files.exists(file) ? Files.readString(file) : "";
    Files.deleteIfExists(file);
    return outcome.exitCode() + outcome.out() + outcome.err() + written;
  }
}
