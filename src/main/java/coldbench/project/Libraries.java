package coldbench.project;

import coldbench.deploy.functions.SourceHash;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  static final List<String> MODULES =
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
    Stamp stamp = stamp();
    try (FileChannel channel =
            FileChannel.open(
                target.resolve("installed.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      String sources = sources();
      if (!lock.isValid() || stamp.isOf(sources)) {
        return;
      }
      progress.accept("Installing Coldbench's libraries into the local Maven repository …");
      stamp.write(sources, maven(progress));
    }
  }

  /** What they are made of; empty if {@link #install} has something to do. */
  Optional<String> installed() throws IOException {
    String sources = sources();
    return stamp().isOf(sources) ? Optional.of(sources) : Optional.empty();
  }

  private Stamp stamp() {
    return new Stamp(lambda.resolve("target/installed.txt"));
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

  /** What they are made of. */
  String sources() {
    StringBuilder all = new StringBuilder(SourceHash.of(lambda.resolve("pom.xml"), ""));
    for (String module : MODULES) {
      all.append(SourceHash.of(lambda.resolve(module), module));
    }
    return all.toString();
  }
}
