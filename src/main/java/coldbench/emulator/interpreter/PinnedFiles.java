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
 * An artifact with all that it depends on, fetched once per user by Maven, each file held against
 * its hash, into {@code ${XDG_CACHE_HOME:-~/.cache}/coldbench}.
 *
 * @param title what it is, for people
 * @param name of its folder in the cache, before the version
 * @param version of it
 * @param pom a project that depends on it
 * @param hashes a line for each file: SHA-256 in hexadecimal, and its name
 */
public record PinnedFiles(String title, String name, String version, String pom, String hashes) {
  private static final String COPY =
      "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies";
  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency>.*?<version>([^<]+)</version>", Pattern.DOTALL);
  private static final Duration LIMIT = Duration.ofMinutes(9);

  /**
   * Those that the resources {@code <name>.xml} and {@code <name>.sha256} pin.
   *
   * @param beside a class of the resources' package
   * @param title what it is, for people
   */
  public static PinnedFiles of(Class<?> beside, String name, String title) {
    String pom = resource(beside, name + ".xml");
    Matcher dependency = DEPENDENCY.matcher(pom);
    if (!dependency.find()) {
      throw new IllegalStateException(name + ".xml has no dependency");
    }
    String hashes = resource(beside, name + ".sha256");
    return new PinnedFiles(title, name, dependency.group(1), pom, hashes);
  }

  private static String resource(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it is, for people, with its version. */
  public String what() {
    return title + " " + version;
  }

  private String folder() {
    return name + "-" + version;
  }

  /**
   * The folder with its files.
   *
   * @param environment the user's variables
   * @param progress gets a line before the files are fetched
   * @throws IOException if they cannot be fetched or are others; the message says what to do
   */
  public Path prepare(Map<String, String> environment, Consumer<String> progress)
      throws IOException, InterruptedException {
    Path files = Cache.folder(environment).resolve(folder());
    if (mismatch(files).isPresent()) {
      progress.accept("Fetching " + what() + " into " + files);
      fetch(files, environment);
    }
    return files;
  }

  /** Made aside and moved in one step: two tools at once, or a killed one, leave no half of it. */
  private void fetch(Path files, Map<String, String> environment)
      throws IOException, InterruptedException {
    Files.createDirectories(files.getParent());
    Path making = Files.createTempDirectory(files.getParent(), folder() + "-making-");
    try {
      Path project = Files.writeString(making.resolve("pom.xml"), pom);
      Path fetched = Files.createDirectory(making.resolve("files"));
      copy(project, fetched, environment);
      Optional<String> mismatch = mismatch(fetched);
      if (mismatch.isPresent()) {
        throw new IOException(
            what()
                + " does not match its checksum: "
                + mismatch.get()
                + "; remove it from Maven's local repository and check the mirror it came from");
      }
      Cache.delete(files);
      Files.move(fetched, files, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Cache.delete(making);
    }
  }

  private void copy(Path project, Path fetched, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> command =
        List.of("mvn", "-q", "-B", "-f", project.toString(), COPY, "-DoutputDirectory=" + fetched);
    Subprocess.Result result = Subprocess.run(command, environment, LIMIT);
    if (!result.ok()) {
      throw new IOException(
          what()
              + " cannot be fetched: "
              + String.join(" ", command)
              + " failed (are Maven and its repository there?):\n"
              + result.output());
    }
  }

  /** The first file that is not there or has other bytes than it should. */
  private Optional<String> mismatch(Path files) {
    for (String line : hashes.lines().toList()) {
      String[] words = line.split(" +", 2);
      Path file = files.resolve(words[1]);
      if (!Files.isRegularFile(file)) {
        return Optional.of(words[1] + " is missing");
      }
      String found = sha256(file);
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
}
