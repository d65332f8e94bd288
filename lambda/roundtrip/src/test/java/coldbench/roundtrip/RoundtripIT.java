package coldbench.roundtrip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.runtime.JsonReader;
import coldbench.testing.FunctionProcess;
import coldbench.testing.Launcher;
import coldbench.testing.RuntimeApiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of bytes natively is what becomes of them on a JVM, to the letter. */
class RoundtripIT {
  private static final int LONGEST_DOUBLE = "-2.2250738585072014E-308".length();
  private static final Pattern FRACTION =
      Pattern.compile("((?:\"float32\": )?)(-?\\d+\\.\\d+(?:E-?\\d+)?)");

  static Stream<Launcher> launchers() {
    return Launcher.all("coldbench.roundtrip.Main", Path.of(System.getProperty("native.folder")));
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void recordsAreReadAndWrittenAsOnAJvm(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      for (byte[] input : corpus()) {
        for (String type : Outcome.TYPES) {
          assertThat(withShortestFractions(outcome(server, type, input)))
              .as("%s from %s", type, new String(input, UTF_8))
              .isEqualTo(withShortestFractions(Outcome.of(type, input)));
        }
      }
      assertThat(function.log()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void anEventThatDoesNotFitIsThatInvocationsError(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      assertThat(server.invoke("{\"type\": 5}").text())
          .startsWith(
              "{\"errorMessage\": \"type is 5, expected a string\","
                  + " \"errorType\": \"coldbench.runtime.JsonException\"");
      assertThat(server.invoke("{\"type\": \"Scalars\", \"base64\": \"e30=\"}").text())
          .startsWith("\"{\\\"bool\\\": false");
      assertThat(function.log()).contains("type is 5, expected a string");
    }
  }

  /**
   * JDK 18 and older write some numbers with a digit more than needed, which is the same number:
   * https://bugs.openjdk.org/browse/JDK-4511638.
   */
  private static String withShortestFractions(String json) {
    return FRACTION.matcher(json).replaceAll(number -> number.group(1) + exact(number));
  }

  private static String exact(MatchResult number) {
    String text = number.group(2);
    if (text.length() > LONGEST_DOUBLE) {
      return text;
    }
    return number.group(1).isEmpty()
        ? Double.toHexString(Double.parseDouble(text))
        : Float.toHexString(Float.parseFloat(text));
  }

  private static String outcome(RuntimeApiServer server, String type, byte[] input)
      throws IOException {
    String base64 = Base64.getEncoder().encodeToString(input);
    String answer =
        server.invoke("{\"type\": \"%s\", \"base64\": \"%s\"}".formatted(type, base64)).text();
    return new JsonReader(answer.getBytes(UTF_8)).string();
  }

  /** What this build's fuzzing found, and the inputs that are kept with the sources. */
  private static List<byte[]> corpus() throws IOException {
    List<byte[]> inputs = new ArrayList<>();
    String test = "coldbench.roundtrip.RoundtripFuzzTest";
    List<Path> folders =
        List.of(
            Path.of(".cifuzz-corpus", test),
            Path.of("src", "test", "resources").resolve(test.replace('.', '/') + "Inputs"));
    for (Path folder : folders) {
      assertThat(folder).isDirectory();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          inputs.add(Files.readAllBytes(file));
        }
      }
    }
    assertThat(inputs).hasSizeGreaterThan(30);
    return inputs;
  }
}
