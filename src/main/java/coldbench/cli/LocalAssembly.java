package coldbench.cli;

import coldbench.deploy.ColdbenchApp;
import coldbench.deploy.SettingsException;
import coldbench.deploy.functions.SourceHash;
import coldbench.template.CloudAssembly;
import coldbench.template.Template;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cloud assembly that a local run takes its state machine and functions from: the same app that
 * {@code cdk deploy} synthesizes, for this machine's architecture. It is synthesized again when a
 * source of it has changed, by one process at a time.
 */
final class LocalAssembly {
  private static final String STACK = "coldbench-local";
  private static final int OURS = 2;

  private final Home home;
  private final OwnFunctionsOption own;

  LocalAssembly(Home home, OwnFunctionsOption own) {
    this.home = home;
    this.own = own;
  }

  /**
   * The synthesized stack.
   *
   * @param architecture of this machine, as Lambda names it
   * @throws InvalidOptionsException if a setting in cdk.json cannot be used
   */
  Template template(String architecture, PrintWriter progress) throws IOException {
    Path folder = home.folder().resolve("target").resolve("local").resolve(architecture);
    Path synthesized = folder.resolve("sources.sha256");
    Path assembly = folder.resolve("cdk.out");
    Files.createDirectories(folder);
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      String sources = digest(architecture);
      // The packages of own functions are the CDK's to look at: it alone knows what is in them.
      boolean onlyOurs = own.labels(home).size() == OURS;
      if (!lock.isValid() || !onlyOurs || !isUpToDate(synthesized, sources)) {
        progress.println("Building the functions and synthesizing the stack …");
        Files.deleteIfExists(synthesized);
        Elapsed.during(
            "building and synthesizing",
            progress,
            Terminals.isTerminal(),
            () -> synthesize(architecture, assembly));
        Files.writeString(synthesized, sources);
      }
      return CloudAssembly.read(assembly).stack(STACK);
    }
  }

  private void synthesize(String architecture, Path assembly) {
    Map<String, Object> context = new TreeMap<>(own.context());
    context.put("env", "local");
    context.put("architecture", architecture);
    try {
      ColdbenchApp.synthesize(home.folder(), context, assembly);
    } catch (SettingsException e) {
      throw new InvalidOptionsException(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isUpToDate(Path synthesized, String sources) throws IOException {
    return Files.isRegularFile(synthesized) && Files.readString(synthesized).equals(sources);
  }

  private String digest(String architecture) {
    return Stream.of(
            "pom.xml",
            "parent",
            "cdk.json",
            "lambda",
            "python-fn",
            "src/main/java/coldbench/deploy",
            "src/main/resources/coldbench/deploy")
        .map(source -> SourceHash.of(home.folder().resolve(source), architecture + own.context()))
        .collect(Collectors.joining("\n"));
  }
}
