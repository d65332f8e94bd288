package coldbench.deploy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The cdk command of package.json.
 *
 * @param home the folder of cdk.json, whose settings of the command hold
 */
public record CdkCli(Path home) {
  /** Whether {@code npm ci} was run. */
  public boolean isInstalled() {
    return Files.isRegularFile(executable());
  }

  /**
   * Runs it for a stack that is synthesized, to its end.
   *
   * @param asks whether it may ask at the terminal, which it does only where it also prints there
   * @param output takes what it prints where it may not, its errors aside, which go where ours do
   * @return its exit code
   */
  public int run(
      String command, Synthesis stack, List<String> options, boolean asks, OutputStream output)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(executable().toString(), command));
    all.addAll(List.of(stack.stackName(), "--app", stack.assembly().toString()));
    all.addAll(options);
    ProcessBuilder builder =
        new ProcessBuilder(all)
            .directory(home.toFile())
            .inheritIO()
            .redirectOutput(asks ? Redirect.INHERIT : Redirect.PIPE);
    // Which Node.js works, and until when, is what doctor says.
    builder.environment().putIfAbsent("AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED", "true");
    Process process = builder.start();
    try {
      process.getInputStream().transferTo(output);
      return process.waitFor();
    } finally {
      process.destroy();
    }
  }

  private Path executable() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    return home.resolve("node_modules/.bin").resolve(windows ? "cdk.cmd" : "cdk");
  }
}
