package coldbench.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Runs Maven on a project. */
final class Maven {
  private Maven() {}

  /**
   * Runs it to its end.
   *
   * @param lines takes what it prints
   * @throws BuildFailedException with what it said was wrong
   */
  static void run(Path pom, List<String> arguments, Consumer<String> lines)
      throws IOException, InterruptedException, BuildFailedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(executable(), "-B", "-Dstyle.color=never", "-f", pom.toString()));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> errors = new ArrayList<>();
    try (BufferedReader output = process.inputReader(UTF_8)) {
      boolean inError = false;
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.accept(line);
        inError = line.startsWith("[ERROR]") || (inError && !line.startsWith("["));
        if (inError) {
          errors.add(line.replaceFirst("^\\[ERROR\\] ?", ""));
        }
      }
      if (process.waitFor() != 0) {
        throw new BuildFailedException(message(errors), String.join(" ", command));
      }
    } finally {
      process.destroy();
    }
  }

  /** What went wrong, without Maven's advice on how to run Maven. */
  private static String message(List<String> errors) {
    List<String> told = new ArrayList<>();
    for (String line : once(errors)) {
      String text = line.replaceFirst("\\s*-> \\[Help 1\\]$", "");
      if (text.isBlank()) {
        break; // what follows is how to run Maven
      }
      told.add(
          text.replaceFirst("^Failed to execute goal \\S+ \\(.*?\\) on project \\S+: ", "")
              .replaceFirst("^(Compilation failure: ?)+", "Compilation failure:"));
    }
    return told.isEmpty() ? "Maven failed and did not say why" : String.join("\n", told);
  }

  /** javac's errors, which Maven tells where they happen and again as the reason of its own. */
  private static List<String> once(List<String> errors) {
    int first = errors.indexOf("COMPILATION ERROR : ");
    List<String> after = first < 0 ? List.of() : errors.subList(first, errors.size());
    return after.stream()
        .filter(line -> line.startsWith("Failed to execute goal"))
        .findFirst()
        .map(reason -> errors.subList(errors.indexOf(reason), errors.size()))
        .orElse(errors);
  }

  private static String executable() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    return windows ? "mvn.cmd" : "mvn";
  }
}
