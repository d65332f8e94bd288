package coldbench.emulator.interpreter;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JVM with AWS's runtime interface client, as the managed Java runtimes have it.
 *
 * @param executable the JVM's {@code java}
 * @param version of the JVM, for example {@code 25.0.3+9-LTS}
 * @param client a folder with the client's jars
 * @see <a href="https://github.com/aws/aws-lambda-java-libs">aws-lambda-java-libs</a>
 */
public record JavaEnvironment(Path executable, String version, Path client) {
  private static final Pattern IDENTIFIER = Pattern.compile("java([0-9]{1,3})(\\.al2)?");

  /** Whether a runtime's identifier is one of Java's. */
  public static boolean runs(String runtime) {
    return IDENTIFIER.matcher(runtime).matches();
  }

  /**
   * For people, e.g. {@code OpenJDK 25.0.3+9-LTS with aws-lambda-java-runtime-interface-client …}.
   */
  public String description() {
    return "JVM "
        + version
        + " with aws-lambda-java-runtime-interface-client "
        + JavaClient.version();
  }

  /**
   * Finds a JVM that is at least of the runtime's version, and fetches the client if it is not
   * there yet (seconds, by Maven).
   *
   * @param runtime an identifier such as {@code java25}
   * @param environment the user's variables: PATH, JAVA_HOME, HOME, XDG_CACHE_HOME, and what Maven
   *     reads
   * @param progress gets a line before each step that takes time
   * @throws JavaUnavailableException if there is no such JVM, or the client cannot be fetched
   */
  public static JavaEnvironment prepare(
      String runtime, Map<String, String> environment, Consumer<String> progress)
      throws JavaUnavailableException, InterruptedException {
    Matcher identifier = IDENTIFIER.matcher(runtime);
    if (!identifier.matches()) {
      throw new IllegalArgumentException(
          runtime + " is not a Java runtime, expected java<version>");
    }
    int wanted = Integer.parseInt(identifier.group(1));
    JavaFinder.Java java = new JavaFinder(environment).find(wanted);
    if (java.feature() != wanted) {
      progress.accept("No Java " + wanted + " here: using " + java.version() + " instead");
    }
    return new JavaEnvironment(
        java.executable(), java.version(), JavaClient.prepare(environment, progress));
  }
}
