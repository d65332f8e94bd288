package coldbench.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.emulator.interpreter.PythonFinder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that must be on the machine.
 *
 * @param name what people call it
 * @param command that prints its version
 * @param atLeast the oldest version that will do, such as {@code 3.8}
 * @param neededFor what cannot be done without it
 * @param remedy how to get it
 */
public record Prerequisite(
    String name, List<String> command, String atLeast, String neededFor, String remedy) {
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final Pattern VERSION = Pattern.compile("(\\d+)(?:\\.(\\d+))?[0-9.]*");

  public static final Prerequisite MAVEN =
      new Prerequisite(
          "Maven",
          List.of("mvn", "-v"),
          "3.8",
          "building the tool and the native function",
          "Debian and Ubuntu: apt install maven; macOS: brew install maven");

  public static final Prerequisite NODE =
      new Prerequisite(
          "Node.js",
          List.of("node", "--version"),
          "20",
          "the AWS CDK, which runs on it",
          "https://nodejs.org/en/download, or: nvm install 22");

  public static final Prerequisite PYTHON =
      new Prerequisite(
          "Python",
          List.of("python3", "--version"),
          PythonFinder.OLDEST,
          "the compiler's package (zig) and the Python function",
          "Debian and Ubuntu: apt install python3 python3-venv; macOS: brew install python");

  public static final Prerequisite VENV =
      new Prerequisite(
          "Python's venv with pip",
          List.of(
              "python3",
              "-c",
              "import ensurepip, platform, venv; print(platform.python_version())"),
          PythonFinder.OLDEST,
          "the tool's own environments, so that yours stay as they are",
          "Debian and Ubuntu: apt install python3-venv");

  public sealed interface Finding {
    /** It is there. */
    record Present(String version) implements Finding {}

    /** It is not there, too old, or does not start. */
    record Wanting(String why) implements Finding {}
  }

  public Finding look() {
    Optional<String> output = run();
    if (output.isEmpty()) {
      return new Finding.Wanting(
          "'"
              + command.get(0)
              + "' is not on the PATH or does not start, it is needed for "
              + neededFor);
    }
    Matcher found = VERSION.matcher(COLOUR.matcher(output.get()).replaceAll(""));
    if (!found.find()) {
      return new Finding.Wanting("'" + String.join(" ", command) + "' printed no version");
    }
    return new Version(found).isAtLeast(atLeast)
        ? new Finding.Present(found.group())
        : new Finding.Wanting("version " + found.group() + ", expected " + atLeast + " or newer");
  }

  /**
   * Fails where it is wanting.
   *
   * @throws UnavailableHereException saying what to install
   */
  public void require() {
    if (look() instanceof Finding.Wanting wanting) {
      throw new UnavailableHereException(name + ": " + wanting.why() + "; " + remedy);
    }
  }

  private Optional<String> run() {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0
          ? Optional.of(output)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private record Version(int major, int minor) {
    Version(Matcher match) {
      this(
          Integer.parseInt(match.group(1)),
          match.group(2) == null ? 0 : Integer.parseInt(match.group(2)));
    }

    boolean isAtLeast(String wanted) {
      Matcher match = VERSION.matcher(wanted);
      if (!match.matches()) {
        throw new IllegalArgumentException(wanted);
      }
      Version other = new Version(match);
      return major > other.major || (major == other.major && minor >= other.minor);
    }
  }
}
