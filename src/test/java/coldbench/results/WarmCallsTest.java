package coldbench.results;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.analysis.Block;
import coldbench.analysis.Trial;
import coldbench.json.InvalidFieldException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Warm calls are read as they come, and nobody who reads them notices. */
class WarmCallsTest {
  private static final Block BLOCK = new Block(128, 1);
  private static final String CALL =
      "{\"requestId\":\"a\",\"durationMs\":1.25,\"billedMs\":2,\"maxMemoryMb\":3,\"waitMs\":21,"
          + "\"handler\":{\"computeMs\":0.000321,\"allocMs\":1,\"totalMs\":1.1}}";

  @TempDir private Path folder;
  private Path file = Path.of("");
  private String trial = "";

  @BeforeEach
  void write() throws IOException {
    WrittenRun run = new WrittenRun(folder, "run", WrittenRun.JAVA_AND_PYTHON, List.of(128), 1, 2);
    file = run.trial("java", 128, 1);
    trial = Files.readString(file);
  }

  static Stream<String> calls() {
    return Stream.of(
        CALL,
        CALL.replace(",\"waitMs\":21", ""),
        CALL.replace("1.25", "1"),
        CALL.replace("\"billedMs\":2", "\"billedMs\":2.0"),
        CALL.replace("1.25", "1.25e0"),
        CALL.replaceFirst(",\"handler.*}}", "}"),
        CALL.replaceFirst("\\{\"computeMs.*}}", "{}}"),
        CALL.replace("\"allocMs\":1,", ""),
        CALL.replace("\"handler\"", "\"app\""),
        CALL.replace("\"requestId\":\"a\"", "\"requestId\":\"\\u00e4\\\"\""),
        // Told, and the call is used:
        CALL.replace("\"waitMs\"", "\"waitedMs\""),
        CALL.replace("\"totalMs\"", "\"sumMs\""),
        CALL.replace("\"waitMs\":21", "\"billedRestoreMs\":{\"a\":[1]}"),
        // Refused:
        CALL.replace("\"requestId\":\"a\",", ""),
        CALL.replace("\"durationMs\":1.25,", ""),
        CALL.replace("\"billedMs\":2,", ""),
        CALL.replace("\"maxMemoryMb\":3,", ""),
        CALL.replace("\"a\"", "1"),
        CALL.replace("1.25", "\"1.25\""),
        CALL.replace("1.25", "-1.25"),
        CALL.replace("1.25", "1e999"),
        CALL.replace("1.25", "null"),
        CALL.replace("1.25", "NaN"),
        CALL.replace("21", "[21]"),
        CALL.replace("\"maxMemoryMb\":3", "\"durationMs\":3"),
        CALL.replace("\"maxMemoryMb\":3", "\"requestId\":\"b\",\"maxMemoryMb\":3"),
        CALL.replace("\"allocMs\"", "\"computeMs\""),
        CALL.replaceFirst("}}", "},\"handler\":{}}"),
        CALL.replaceFirst("\"handler\":\\{.*}}", "\"handler\":1}"),
        CALL.replace("\"waitMs\":21", "\"initMs\":21"),
        "[" + CALL + "]",
        "3",
        "{}",
        CALL.substring(0, 40));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void aCallIsReadOrRefusedAsInATree(String call) throws IOException {
    isReadAlike(
        trial.replaceFirst(
            "\"warm\":\\[\\{.*}}]", "\"warm\":[" + quoted(call) + "," + quoted(CALL) + "]"));
  }

  static Stream<String[]> trials() {
    return Stream.of(
        new String[] {"\"warm\":", "\"calls\":"},
        new String[] {"\"warm\":", "\"warm\":[],\"warm\":"},
        new String[] {"\"warm\":", "\"warm\":{},\"calls\":"},
        new String[] {"\"round\":1", "\"round\":1,\"round\":1"},
        new String[] {"\"polls\":1", "\"polls\":null"},
        new String[] {"\"initMs\"", "\"durationMs\""},
        new String[] {"\"status\"", "\"state\""},
        new String[] {"$", "{}"},
        new String[] {"}$", ""},
        new String[] {"^", "["},
        new String[] {"^.*$", ""});
  }

  @ParameterizedTest
  @MethodSource("trials")
  void aTrialIsReadOrRefusedAsInATree(String from, String to) throws IOException {
    isReadAlike(trial.replaceFirst(from, to));
  }

  @Test
  void whatTheMachineWritesIsReadAsItComes() throws Exception {
    assertThat(ObjectFiles.readWithCalls(file).calls()).isPresent();
    Files.writeString(file, trial.replace("\"waitMs\"", "\"waitedMs\""));
    assertThat(ObjectFiles.readWithCalls(file).calls()).isEmpty();
  }

  private void isReadAlike(String text) throws IOException {
    Files.writeString(file, text);
    assertThat(outcome(() -> ObjectFiles.readWithCalls(file)))
        .isEqualTo(
            outcome(() -> new ObjectFiles.WithCalls(ObjectFiles.read(file), Optional.empty())));
  }

  private interface Read {
    ObjectFiles.WithCalls object() throws InvalidResultException, IOException;
  }

  private static List<Object> outcome(Read read) throws IOException {
    List<String> unknown = new ArrayList<>();
    try {
      Trial trial =
          new TrialReader("run", 2)
              .read(
                  read.object(),
                  part -> {
                    throw new AssertionError("there are no parts");
                  },
                  "java",
                  BLOCK,
                  unknown);
      return List.of(trial, unknown);
    } catch (InvalidResultException | InvalidFieldException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private static String quoted(String call) {
    return java.util.regex.Matcher.quoteReplacement(call);
  }
}
