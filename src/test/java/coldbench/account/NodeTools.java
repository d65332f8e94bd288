package coldbench.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tools of package.json, installed as its lock says when they are not. */
public final class NodeTools {
  private NodeTools() {}

  /** Runs a tool to its end, its output among the test's, and gives its exit code. */
  public static int run(String tool, String... arguments) throws IOException, InterruptedException {
    install();
    List<String> command = new ArrayList<>(List.of(script("npx"), "--no-install", tool));
    command.addAll(List.of(arguments));
    return exit(command);
  }

  static synchronized void install() throws IOException, InterruptedException {
    Turn turn = Turn.take("node-tools");
    try {
      installWhereStale();
    } finally {
      turn.close();
    }
  }

  private static void installWhereStale() throws IOException, InterruptedException {
    Path installed = Path.of("node_modules", ".package-lock.json");
    Path wanted = Path.of("package-lock.json");
    if (Files.exists(installed)
        && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) >= 0) {
      return;
    }
    System.out.println("Installing the tools of package.json …");
    if (exit(List.of(script("npm"), "ci", "--no-audit", "--no-fund")) != 0) {
      throw new AssertionError("npm ci failed, see above");
    }
  }

  /** Line by line, since a child that wrote by itself would garble the test run's own stream. */
  private static int exit(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    process.inputReader(UTF_8).lines().forEach(System.out::println);
    return process.waitFor();
  }

  private static String script(String name) {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    return windows ? name + ".cmd" : name;
  }
}
