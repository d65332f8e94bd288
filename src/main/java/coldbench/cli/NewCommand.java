package coldbench.cli;

import coldbench.deploy.functions.BuiltIn;
import coldbench.local.Prerequisite;
import coldbench.project.EventKind;
import coldbench.project.Libraries;
import coldbench.project.Scaffold;
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

/** {@code coldbench new}: a folder with a native Java function. */
@Command(
    name = "new",
    description = "Makes a folder with a native Java function that builds, runs and is tested.",
    mixinStandardHelpOptions = true)
public final class NewCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "NAME",
      description =
          "Name of the folder and the function: 1 to 16 of a-z, 0-9 and -, starting with a letter.")
  private String name = "";

  @Option(
      names = "--event",
      paramLabel = "KIND",
      description =
          "What calls it: url, http-api, rest-api, sqs, sns, s3, dynamodb, kinesis, eventbridge, schedule, or json for an event of your own (default: ${DEFAULT-VALUE}).")
  private String event = "url";

  @Option(
      names = "--package",
      paramLabel = "P",
      description = "The package of its class (default: NAME without dashes).")
  private Optional<String> packageName = Optional.empty();

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      description = "The folder in which NAME is made (default: the current one).")
  private Path parent = Path.of("");

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Path lambda = Home.fromSystemProperties().lambda();
    if (!Scaffold.isName(name)) {
      throw new InvalidOptionsException(
          "NAME is \"%s\", expected 1 to 16 of a-z, 0-9 and -, starting with a letter, and not one of %s"
              .formatted(name, String.join(", ", BuiltIn.labels())));
    }
    EventKind kind =
        EventKind.named(event)
            .orElseThrow(
                () ->
                    new InvalidOptionsException(
                        "--event is \"%s\", expected one of %s"
                            .formatted(event, String.join(", ", EventKind.labels()))));
    String chosen = packageName.orElse(Scaffold.packageOf(name));
    if (!Scaffold.isPackage(chosen)) {
      throw new InvalidOptionsException(
          "the package is \"%s\", expected a Java name such as com.example.orders, none of whose parts is a word of Java (new, int, …): give one with --package"
              .formatted(chosen));
    }
    Path folder = parent.toAbsolutePath().normalize().resolve(name);
    if (Files.exists(folder)) {
      throw new InvalidOptionsException(
          folder + " already exists: choose another name, or remove it");
    }
    Scaffold scaffold = new Scaffold(name, kind, chosen);
    Prerequisite.MAVEN.require();
    make(folder);
    boolean whole = false;
    try {
      new Builds(err).of(new Libraries(lambda));
      scaffold.write(folder, lambda);
      whole = true;
    } catch (IOException e) {
      throw new UnwrittenException(folder.toString(), e);
    } finally {
      if (!whole) {
        Scaffold.remove(folder);
      }
    }
    spec.commandLine().getOut().println("Made " + folder);
    err.println("Test it:    mvn -q -f " + folder.resolve("pom.xml") + " test");
    err.println("Call it:    " + CalledAs.command("invoke " + folder));
    err.println("Measure it: " + CalledAs.command("build " + folder + " &&"));
    err.println(
        "            "
            + CalledAs.command(
                "local --with %s --functions %s"
                    .formatted(
                        folder.resolve("coldbench.json"), String.join(",", scaffold.labels()))));
    return ExitCode.OK;
  }

  /** Before anything that takes time, since all of it is for this folder. */
  private static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InvalidOptionsException(
          "%s cannot be made (%s): give a folder that can be written by --dir"
              .formatted(folder, Reason.of(e)));
    }
  }
}
