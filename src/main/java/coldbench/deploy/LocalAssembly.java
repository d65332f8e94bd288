package coldbench.deploy;

import coldbench.deploy.functions.BuiltIn;
import coldbench.deploy.functions.SourceHash;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cloud assembly that this machine takes the state machine and the functions from: of the same
 * app that {@code cdk deploy} synthesizes, for this machine's architecture. It is synthesized again
 * when a source of it has changed, by one process at a time.
 */
public final class LocalAssembly {
  private static final String ARCHITECTURE = "architecture";

  private final Path project;
  private final String architecture;
  private final Map<String, Object> context = new TreeMap<>();

  /**
   * Of a project.
   *
   * @param project the folder of cdk.json
   * @param context settings, as after {@code -c}
   * @param architecture of this machine, as Lambda names it
   */
  public LocalAssembly(Path project, Map<String, Object> context, String architecture) {
    this.project = project;
    this.architecture = architecture;
    this.context.putAll(context);
    this.context.put("env", "local");
    this.context.put("lanes", "1");
    this.context.put(ARCHITECTURE, architecture);
  }

  /** What cannot be here as the settings ask for it, in words; empty if all can. */
  public Optional<String> limit() {
    boolean both =
        "both".equals(ColdbenchApp.contextOf(project.resolve("cdk.json")).get(ARCHITECTURE));
    return both
        ? Optional.of(
            "architecture is both: here each function is measured on this machine's own processor, %s"
                .formatted(architecture))
        : Optional.empty();
  }

  /**
   * The assembly, as it is now or synthesized anew.
   *
   * @param building runs the synthesis where there is one to run, which takes a while
   * @throws SettingsException if a setting cannot be used
   */
  public Synthesis synthesized(Consumer<Runnable> building) throws IOException {
    Path folder = project.resolve("target").resolve("local").resolve(architecture);
    Path marker = folder.resolve("sources.sha256");
    Synthesis assembly = new Synthesis(folder.resolve("cdk.out"), "coldbench-local");
    Files.createDirectories(folder);
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      String sources = digest();
      if (!lock.isValid() || !hasOnlyOurs() || !isUpToDate(marker, sources)) {
        Files.deleteIfExists(marker);
        building.accept(() -> ColdbenchApp.synthesize(project, context, assembly.assembly()));
        Files.writeString(marker, sources);
      }
      return assembly;
    }
  }

  /** The packages of own functions are the CDK's to look at: it alone knows what is in them. */
  private boolean hasOnlyOurs() {
    return ColdbenchApp.labels(project, context).equals(BuiltIn.ours());
  }

  private static boolean isUpToDate(Path marker, String sources) throws IOException {
    return Files.isRegularFile(marker) && Files.readString(marker).equals(sources);
  }

  private String digest() {
    return Stream.of(
            "pom.xml",
            "parent",
            "cdk.json",
            "lambda",
            "python-fn",
            "src/main/java/coldbench/deploy",
            "src/main/java/coldbench/lambda",
            "src/main/resources/coldbench/deploy")
        .map(source -> SourceHash.of(project.resolve(source), context.toString()))
        .collect(Collectors.joining("\n"));
  }
}
