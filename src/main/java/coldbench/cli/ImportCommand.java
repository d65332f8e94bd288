package coldbench.cli;

import coldbench.aws.AccountException;
import coldbench.aws.Clients;
import coldbench.aws.FunctionImport;
import coldbench.deploy.functions.OwnFunctions;
import coldbench.deploy.functions.Variables;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
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
        "Copies a function of your account (package, layers and settings) into files, to be measured locally (--with) or deployed. The function itself is only read.",
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
      description = "What the copy is called (default: from the function's name).")
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
    String name = label.orElseGet(() -> OwnFunctions.labelOf(function));
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
      imported.write(entry, withValues);
      report(entry, imported);
      return ExitCode.OK;
    } catch (AccountException e) {
      throw new InvalidOptionsException(String.valueOf(e.getMessage()));
    }
  }

  private void refuseWhatIsThere(String name) throws IOException {
    for (Path file : FunctionImport.existing(folder, name)) {
      throw new InvalidOptionsException(
          "%s already exists, and nothing is overwritten: remove it, or give another --label or --dir"
              .formatted(file));
    }
  }

  private void report(Path entry, FunctionImport.Imported imported) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Copied " + function + " to " + entry);
    imported.notes().forEach(note -> out.println("Note: " + note));
    if (withValues) {
      Variables.references(imported.entry())
          .forEach(each -> out.println("Note: " + each + ": set it there to that text"));
    }
    if (!imported.variables().isEmpty()) {
      out.println(
          "Set these before you measure it (or import it --with-values): "
              + String.join(", ", imported.variables()));
    }
    out.println(
        "It is called with {}: set its event, and what its answer must contain, in " + entry);
    out.println(
        "Measure it: "
            + CalledAs.command("local --with " + entry + " --memory " + imported.memoryMb()));
    out.println(
        "Or deployed: npx cdk deploy -c functions="
            + entry
            + ", then "
            + CalledAs.command("run --memory " + imported.memoryMb()));
  }
}
