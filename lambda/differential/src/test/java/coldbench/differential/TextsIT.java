package coldbench.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Suites that others made, or that go through everything there is. */
class TextsIT {
  private static final int SHORTEST_SINCE = 19;

  static Stream<Executable> executables() {
    return Executable.all(Path.of(System.getProperty("native.folder")));
  }

  @ParameterizedTest
  @MethodSource("executables")
  void hardDoublesAreTheShortestDecimalsThatTellThemApart(Executable executable) throws Exception {
    assertTexts(executable, "doubles", HardNumbers.DOUBLES);
  }

  @ParameterizedTest
  @MethodSource("executables")
  void hardFloatsAreTheShortestDecimalsThatTellThemApart(Executable executable) throws Exception {
    assertTexts(executable, "floats", HardNumbers.FLOATS);
  }

  @ParameterizedTest
  @MethodSource("executables")
  void hardDecimalsAreReadAsTheNearestDouble(Executable executable) throws Exception {
    List<String> texts = HardNumbers.DECIMALS;
    List<String> command = new ArrayList<>(executable.command("doubles"));
    command.addAll(texts);
    List<String> nearest =
        Program.run(command, Map.of()).stream().map(t -> "" + Double.parseDouble(t)).toList();
    assertThat(nearest).isEqualTo(texts.stream().map(t -> "" + Double.parseDouble(t)).toList());
  }

  private static void assertTexts(Executable executable, String kind, List<String> texts)
      throws Exception {
    List<String> command = new ArrayList<>(executable.command(kind));
    command.addAll(texts);
    assertThat(Program.run(command, Map.of())).isEqualTo(texts);
  }

  /** Against a JVM that writes the shortest decimals too: this one, or {@code -Dnewer.java}. */
  @Tag("long")
  @ParameterizedTest
  @MethodSource("executables")
  void tenMillionNumbersOfATypeHaveTheTextsOfAJvm(Executable executable) throws Exception {
    String java = newerJava();
    assumeTrue(!java.isEmpty(), "a JDK 19 or newer: -Dnewer.java=/path/to/bin/java");
    String count = executable.emulated() ? "1000000" : "10000000";
    List<String> jvm = onJvm(java, "numbers", "1", count);
    assertThat(Program.run(executable.command("numbers", "1", count), Map.of()))
        .isEqualTo(Program.run(jvm, Map.of()));
    assertThat(Program.run(jvm, Map.of())).allMatch(line -> line.endsWith(" wrong 0"));
  }

  private static String newerJava() {
    String given = System.getProperty("newer.java", "");
    return given.isEmpty() && Runtime.version().feature() >= SHORTEST_SINCE ? thisJava() : given;
  }

  private static String thisJava() {
    return Program.java().get(0);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("executables")
  void everySequenceOfBytesIsDecodedAndEncodedAsOnAJvm(Executable executable) throws Exception {
    assertThat(Program.run(executable.command("utf8"), Map.of()))
        .isEqualTo(Program.run(onJvm(thisJava(), "utf8"), Map.of()));
  }

  /** Those that a JVM's version of Unicode does not know are left out. */
  @Tag("long")
  @ParameterizedTest
  @MethodSource("executables")
  void everyCharacterHasTheLetterCaseThatItHasOnAJvm(Executable executable) throws Exception {
    assertThat(known(Program.run(executable.command("letters"), Map.of())))
        .isEqualTo(known(Program.run(onJvm(thisJava(), "letters"), Map.of())));
  }

  private static List<String> known(List<String> lines) {
    return lines.stream()
        .filter(line -> Character.isDefined(Integer.parseInt(line.split(" ")[0], 16)))
        .toList();
  }

  private static List<String> onJvm(String java, String... arguments) {
    List<String> command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-classpath"));
    command.addAll(List.of(System.getProperty("java.class.path"), "coldbench.differential.Main"));
    command.addAll(List.of(arguments));
    return command;
  }
}
