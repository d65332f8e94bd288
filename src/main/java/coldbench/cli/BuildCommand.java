package coldbench.cli;

import coldbench.local.Prerequisite;
import coldbench.project.FunctionProject;
import coldbench.project.Libraries;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coldbench build}: the packages of native Java functions. */
@Command(
    name = "build",
    description =
        "Builds the packages of native Java functions: target/native/<architecture> and target/jvm.",
    mixinStandardHelpOptions = true)
public final class BuildCommand implements Callable<Integer> {
  private static final List<String> ARCHITECTURES = List.of("arm64", "x86_64", "all");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FOLDER",
      arity = "1..*",
      description = "As ${ROOT-COMMAND-NAME} new makes it.")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--arch",
      paramLabel = "ARCH",
      description = "arm64, x86_64 or all (default: ${DEFAULT-VALUE}).")
  private String architecture = "all";

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    if (!ARCHITECTURES.contains(architecture)) {
      throw new InvalidOptionsException(
          "--arch is \"%s\", expected one of %s"
              .formatted(architecture, String.join(", ", ARCHITECTURES)));
    }
    List<FunctionProject> projects = ProjectFolders.checked(folders);
    Prerequisite.MAVEN.require();
    Libraries libraries = new Libraries(Home.fromSystemProperties().lambda());
    for (FunctionProject project : projects) {
      new Builds(err).of(project, libraries, new FunctionProject.Packages.Native(architecture));
      spec.commandLine().getOut().println(project.folder().resolve("target"));
    }
    return ExitCode.OK;
  }
}
