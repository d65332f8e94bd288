package coldbench.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.deploy.functions.SourceHash;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Coldbench's libraries and its Maven plugin in the local Maven repository. What was installed, and
 * from which sources, stands in {@code target/installed.txt}: a hash, then a hash and a path a
 * line.
 *
 * @param lambda the folder of their projects
 */
public record Libraries(Path lambda) {
  private static final List<String> MODULES =
      List.of(
          "runtime",
          "json",
          "events",
          "https",
          "aws",
          "semantics",
          "native",
          "maven-plugin",
          "function-parent",
          "cdk");

  private static final Pattern INSTALLED = Pattern.compile("^\\[INFO\\] Installing .+ to (.+)$");

  private static final Pattern MODULE =
      Pattern.compile("^\\[INFO\\] Building (.+) \\S+ +\\[([0-9]+/[0-9]+)\\]$");

  /** Installs them where they are missing, or other than these sources make them. */
  public void install(Consumer<String> progress)
      throws IOException, InterruptedException, BuildFailedException {
    Path target = Files.createDirectories(lambda.resolve("target"));
    Path stamp = target.resolve("installed.txt");
    try (FileChannel channel =
            FileChannel.open(
                target.resolve("installed.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      String sources = sources();
      if (!lock.isValid() || isCurrent(stamp, sources)) {
        return;
      }
      progress.accept("Installing Coldbench's libraries into the local Maven repository …");
      List<String> lines = new ArrayList<>(List.of(sources));
      for (Path file : maven(progress)) {
        lines.add(SourceHash.of(file, "") + " " + file);
      }
      Files.write(stamp, lines, UTF_8);
    }
  }

  private List<Path> maven(Consumer<String> progress)
      throws IOException, InterruptedException, BuildFailedException {
    List<Path> installed = new ArrayList<>();
    Maven.run(
        lambda.resolve("pom.xml"),
        List.of("install", "-Dmaven.test.skip", "-pl", String.join(",", MODULES)),
        line -> {
          Matcher module = MODULE.matcher(line);
          if (module.matches()) {
            progress.accept("  " + module.group(2) + ": " + module.group(1));
          }
          Matcher to = INSTALLED.matcher(line);
          if (to.matches()) {
            installed.add(Path.of(to.group(1)));
          }
        });
    return installed;
  }

  private String sources() {
    StringBuilder all = new StringBuilder(SourceHash.of(lambda.resolve("pom.xml"), ""));
    for (String module : MODULES) {
      all.append(SourceHash.of(lambda.resolve(module), module));
    }
    return all.toString();
  }

  private static boolean isCurrent(Path stamp, String sources) throws IOException {
    if (!Files.isRegularFile(stamp)) {
      return false;
    }
    List<String> lines = Files.readAllLines(stamp, UTF_8);
    if (lines.isEmpty() || !lines.get(0).equals(sources)) {
      return false;
    }
    for (String line : lines.subList(1, lines.size())) {
      Path file = Path.of(line.substring(line.indexOf(' ') + 1));
      if (!Files.isRegularFile(file) || !line.startsWith(SourceHash.of(file, "") + " ")) {
        return false;
      }
    }
    return lines.size() > 1;
  }
}
