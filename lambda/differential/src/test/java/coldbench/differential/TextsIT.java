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
  static Stream<Executable> executables() {
    return Executable.all(Path.of(System.getProperty("native.folder")));
  }

  @ParameterizedTest
  @MethodSource("executables")
  void hardDoublesAreTheShortestDecimalsThatTellThemApart(Executable executable) throws Exception {
    assertThat(texts(executable, "doubles", HardNumbers.DOUBLES)).isEqualTo(HardNumbers.DOUBLES);
  }

  @ParameterizedTest
  @MethodSource("executables")
  void hardFloatsAreTheShortestDecimalsThatTellThemApart(Executable executable) throws Exception {
    assertThat(texts(executable, "floats", HardNumbers.FLOATS)).isEqualTo(HardNumbers.FLOATS);
  }

  @ParameterizedTest
  @MethodSource("executables")
  void hardDecimalsAreReadAsTheNearestDouble(Executable executable) throws Exception {
    List<String> texts = HardNumbers.DECIMALS;
    assertThat(nearest(texts(executable, "doubles", texts))).isEqualTo(nearest(texts));
  }

  /** As this JVM writes the doubles that it reads. */
  private static List<String> nearest(List<String> texts) {
    return texts.stream().map(text -> Double.toString(Double.parseDouble(text))).toList();
  }

  /** As the executable writes the numbers that it reads. */
  private static List<String> texts(Executable executable, String kind, List<String> texts)
      throws Exception {
    List<String> command = new ArrayList<>(executable.command(kind));
    command.addAll(texts);
    return Program.run(command, Map.of());
  }

  /** Against a JVM that writes the shortest decimals too: this one, or {@code -Dnewer.java}. */
  @Tag("long")
  @ParameterizedTest
  @MethodSource("executables")
  void tenMillionNumbersOfATypeHaveTheTextsOfAJvm(Executable executable) throws Exception {
    String java = newerJava();
    assumeTrue(!java.isEmpty(), "a JDK 19 or newer: -Dnewer.java=/path/to/bin/java");
    String count = executable.emulated() ? "1000000" : "10000000";
    List<String> expected = Program.run(Program.onJvm(java, "numbers", "1", count), Map.of());
    assertThat(expected).allMatch(line -> line.endsWith(" wrong 0"));
    assertThat(Program.run(executable.command("numbers", "1", count), Map.of()))
        .isEqualTo(expected);
  }

  private static String newerJava() {
    String given = System.getProperty("newer.java", "");
    return given.isEmpty() && Program.isShortestHere() ? Program.thisJava() : given;
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("executables")
  void everySequenceOfBytesIsDecodedAndEncodedAsOnAJvm(Executable executable) throws Exception {
    assertThat(Program.run(executable.command("utf8"), Map.of()))
        .isEqualTo(Program.run(Program.onJvm(Program.thisJava(), "utf8"), Map.of()));
  }

  /** Those that a JVM's version of Unicode does not know are left out. */
  @Tag("long")
  @ParameterizedTest
  @MethodSource("executables")
  void everyCharacterHasTheLetterCaseThatItHasOnAJvm(Executable executable) throws Exception {
    assertThat(known(Program.run(executable.command("letters"), Map.of())))
        .isEqualTo(known(Program.run(Program.onJvm(Program.thisJava(), "letters"), Map.of())));
  }

  private static List<String> known(List<String> lines) {
    return lines.stream()
        .filter(line -> Character.isDefined(Integer.parseInt(line.split(" ")[0], 16)))
        .toList();
  }
}
