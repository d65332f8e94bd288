package coldbench.deploy.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * What the build of the native function leaves behind.
 *
 * @param lambda the folder of {@code lambda/pom.xml}
 * @param architecture as Lambda names it
 */
public record NativeBuild(Path lambda, String architecture) {
  public Path executable() {
    return folder().resolve(architecture).resolve("bootstrap");
  }

  /** How long the last build that had something to do took; empty where none was made here. */
  public OptionalDouble seconds() throws IOException {
    Path file = folder().resolve(architecture + ".seconds");
    return Files.exists(file)
        ? OptionalDouble.of(Double.parseDouble(Files.readString(file, UTF_8).strip()))
        : OptionalDouble.empty();
  }

  private Path folder() {
    return lambda.resolve("function/target/native");
  }
}
