package coldbench.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.runtime.JsonReader;
import coldbench.runtime.Outcome;
import coldbench.testing.FunctionProcess;
import coldbench.testing.Launcher;
import coldbench.testing.RuntimeApiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fuzzer found interesting on the JVM has the same outcome natively. */
class CorpusIT {
  static Stream<Launcher> launchers() {
    return RuntimeIT.launchers().filter(Launcher::isNative);
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void jsonIsReadAlike(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      for (byte[] input : corpus("JsonFuzzTest")) {
        assertThat(outcome(server, "read JSON", input, 0)).isEqualTo(Outcome.ofJson(input));
      }
      assertThat(function.log()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void httpIsReadAlike(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      for (byte[] input : corpus("HttpFuzzTest")) {
        assertThat(outcome(server, "read HTTP", input, 5)).isEqualTo(Outcome.ofHttp(input, 5));
      }
      assertThat(function.log()).isEmpty();
    }
  }

  private static String outcome(RuntimeApiServer server, String action, byte[] input, int size)
      throws IOException {
    String base64 = Base64.getEncoder().encodeToString(input);
    String answer =
        server
            .invoke(
                "{\"do\": \"%s\", \"text\": \"%s\", \"size\": %d}".formatted(action, base64, size))
            .text();
    return new JsonReader(answer.getBytes(UTF_8)).string();
  }

  /** What this build's fuzzing found, and the inputs that are kept with the sources. */
  private static List<byte[]> corpus(String test) throws IOException {
    List<byte[]> inputs = new ArrayList<>();
    List<Path> folders =
        List.of(
            Path.of(".cifuzz-corpus", "coldbench.probe." + test),
            Path.of("src", "test", "resources", "coldbench", "probe", test + "Inputs"));
    for (Path folder : folders) {
      assertThat(folder).isDirectory();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          inputs.add(Files.readAllBytes(file));
        }
      }
    }
    assertThat(inputs).isNotEmpty();
    return inputs;
  }
}
