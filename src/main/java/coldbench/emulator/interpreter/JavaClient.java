package coldbench.emulator.interpreter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** AWS's runtime interface client for Java, at a pinned version. */
final class JavaClient {
  private static final PinnedFiles FILES =
      PinnedFiles.of(JavaClient.class, "java-client", "Lambda's Java client");

  private JavaClient() {}

  /** The version that Maven is asked for. */
  static String version() {
    return FILES.version();
  }

  /** The folder with its jars. */
  static Path prepare(Map<String, String> environment, Consumer<String> progress)
      throws JavaUnavailableException, InterruptedException {
    try {
      return FILES.prepare(environment, progress);
    } catch (IOException e) {
      throw new JavaUnavailableException(String.valueOf(e.getMessage()));
    }
  }
}
