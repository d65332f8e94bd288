package coldbench.emulator.interpreter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * AWS's runtime interface client for Java, fetched once per user by Maven at a pinned version, each
 * jar held against its hash, into {@code ${XDG_CACHE_HOME:-~/.cache}/coldbench}.
 */
final class JavaClient {
  private static final String POM = "java-client.xml";
  private static final Pattern PINNED =
      Pattern.compile(
          "<artifactId>aws-lambda-java-runtime-interface-client</artifactId>\\s*"
              + "<version>([^<]+)</version>");
  private static final String HASHES = "java-client.sha256";
  private static final String COPY =
      "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies";
  private static final Duration LIMIT = Duration.ofMinutes(9);

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
    Path folder = Cache.folder(environment).resolve("java-client-" + version());
    if (mismatch(folder).isPresent()) {
      progress.accept("Fetching Lambda's Java client " + version() + " into " + folder);
      fetch(folder, environment);
    }
    return folder;
  }

  /** Made aside and moved in one step: two tools at once, or a killed one, leave no half of it. */
  private static void fetch(Path folder, Map<String, String> environment)
      throws JavaUnavailableException, InterruptedException {
    try {
      Files.createDirectories(folder.getParent());
      Path making = Files.createTempDirectory(folder.getParent(), "java-client-making-");
      try {
        Path pom = Files.writeString(making.resolve("pom.xml"), resource(POM));
        Path jars = Files.createDirectory(making.resolve("jars"));
        copy(pom, jars, environment);
        Optional<String> mismatch = mismatch(jars);
        if (mismatch.isPresent()) {
          throw new JavaUnavailableException(
              "Lambda's Java client does not match its checksum: "
                  + mismatch.get()
                  + "; remove com/amazonaws from Maven's local repository and check the mirror it came from");
        }
        Cache.delete(folder);
        Files.move(jars, folder, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Cache.delete(making);
      }
    } catch (IOException e) {
      throw new JavaUnavailableException(
          "Lambda's Java client cannot be stored in " + folder + ": " + e);
    }
  }

  private static void copy(Path pom, Path jars, Map<String, String> environment)
      throws JavaUnavailableException, InterruptedException {
    List<String> command =
        List.of("mvn", "-q", "-B", "-f", pom.toString(), COPY, "-DoutputDirectory=" + jars);
    Subprocess.Result result = Subprocess.run(command, environment, LIMIT);
    if (!result.ok()) {
      throw new JavaUnavailableException(
          "Lambda's Java client cannot be fetched: "
              + String.join(" ", command)
              + " failed (are Maven and its repository there?):\n"
              + result.output());
    }
  }

  /** The first jar that is not there or has other bytes than it should. */
  private static Optional<String> mismatch(Path folder) {
    for (String line : resource(HASHES).lines().toList()) {
      String[] words = line.split(" +", 2);
      Path jar = folder.resolve(words[1]);
      if (!Files.isRegularFile(jar)) {
        return Optional.of(words[1] + " is missing");
      }
      String found = sha256(jar);
      if (!found.equals(words[0])) {
        return Optional.of(words[1] + " has the SHA-256 " + found + ", expected " + words[0]);
      }
    }
    return Optional.empty();
  }

  private static String sha256(Path file) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(sum);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
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
