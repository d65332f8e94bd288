package coldbench.emulator.interpreter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** AWS's runtime interface client for Java, at a pinned version. */
final class JavaClient {
  private static final String POM = "java-client.xml";
  private static final Pattern PINNED =
      Pattern.compile(
          "<artifactId>aws-lambda-java-runtime-interface-client</artifactId>\\s*"
              + "<version>([^<]+)</version>");

  private JavaClient() {}

  /** The version that Maven is asked for. */
  static String version() {
    Matcher pinned = PINNED.matcher(resource(POM));
    if (!pinned.find()) {
      throw new IllegalStateException(POM + " names no client");
    }
    return pinned.group(1);
  }

  /** The folder with its jars. */
  static Path prepare(Map<String, String> environment, Consumer<String> progress)
      throws JavaUnavailableException, InterruptedException {
    try {
      return new PinnedFiles(
              "Lambda's Java client " + version(),
              "java-client-" + version(),
              resource(POM),
              resource("java-client.sha256"))
          .prepare(environment, progress);
    } catch (IOException e) {
      throw new JavaUnavailableException(String.valueOf(e.getMessage()));
    }
  }

  private static String resource(String name) {
    try (InputStream in = JavaClient.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
