package coldbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.aws.AccountException;
import coldbench.aws.Clients;
import coldbench.aws.FunctionImport;
import coldbench.deploy.functions.OwnFunctions;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coldbench import}: a copy of a function that exists, ready to be measured. */
@Command(
    name = "import",
    description =
        "Copies a function of your account, its package, its layers and its settings, into files to"
            + " be measured: with --with locally, or deployed. The function itself is only read.",
    mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FUNCTION",
      description = "Its name or ARN; with :VERSION or :ALIAS for another than the latest.")
  private String function = "";

  @Option(
      names = "--label",
      paramLabel = "LABEL",
      description = "What the copy is called (default: by the function's name).")
  private Optional<String> label = Optional.empty();

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      description = "Where its files go (default: the current folder).")
  private Path folder = Path.of("");

  @Option(
      names = "--with-values",
      description =
          "Write the variables' values into the entry, which then only you can read. Without it they"
              + " are taken from the environment of the command that measures.")
  private boolean withValues;

  @Override
  public Integer call() throws Exception {
    String name = label.orElseGet(() -> labelOf(function));
    OwnFunctions.checkLabel(name)
        .ifPresent(
            wrong -> {
              throw new InvalidOptionsException(wrong + ": give one by --label");
            });
    Path entry = folder.resolve(name + ".json");
    refuseWhatIsThere(name);
    try (Clients clients = Clients.of(System.getenv())) {
      Files.createDirectories(folder.toAbsolutePath());
      FunctionImport.Imported imported =
          new FunctionImport(clients.functions()).copy(function, name, withValues, folder);
      write(entry, imported);
      report(entry, imported);
      return ExitCode.OK;
    } catch (AccountException e) {
      throw new InvalidOptionsException(String.valueOf(e.getMessage()));
    }
  }

  /** For example {@code orders-api} of {@code arn:…:function:Orders_API:live}. */
  static String labelOf(String function) {
    String[] parts = function.split(":", -1);
    String name = parts.length > 6 ? parts[6] : parts[0];
    String label =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+", "");
    return label.substring(0, Math.min(20, label.length())).replaceAll("-$", "");
  }

  private void refuseWhatIsThere(String name) throws IOException {
    if (!Files.isDirectory(folder.toAbsolutePath())) {
      return;
    }
    try (Stream<Path> files = Files.list(folder.toAbsolutePath())) {
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.matches("\\Q" + name + "\\E(\\.json|\\.zip|-layer[0-9]\\.zip)"))
          .findAny()
          .ifPresent(
              file -> {
                throw new InvalidOptionsException(
                    "%s is there already, and nothing is overwritten: remove it, or give another --label or --dir"
                        .formatted(folder.resolve(file)));
              });
    }
  }

  private void write(Path file, FunctionImport.Imported imported) throws IOException {
    FileAttribute<?> mine =
        PosixFilePermissions.asFileAttribute(
            PosixFilePermissions.fromString(withValues ? "rw-------" : "rw-r--r--"));
    try (OutputStream out =
        Channels.newOutputStream(
            Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mine))) {
      JsonMapper json = JsonMapper.builder().build();
      String text =
          json.writerWithDefaultPrettyPrinter()
              .writeValueAsString(json.createArrayNode().add(imported.entry()));
      out.write((text + "\n").getBytes(UTF_8));
    }
  }

  private void report(Path entry, FunctionImport.Imported imported) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Copied " + function + " to " + entry);
    imported.notes().forEach(note -> out.println("Note: " + note));
    if (!imported.variables().isEmpty()) {
      out.println(
          "Set before it is measured (or import it --with-values): "
              + String.join(", ", imported.variables()));
    }
    out.println(
        "It is called with {}: change its event, and what its answer is to contain, in " + entry);
    out.println(
        "Measure it: ./coldbench local --with " + entry + " --memory " + imported.memoryMb());
    out.println(
        "Or deployed: npx cdk deploy -c functions="
            + entry
            + ", then ./coldbench run --memory "
            + imported.memoryMb());
  }
}
