package coldbench.cli;

import coldbench.aws.AccountException;
import coldbench.aws.Clients;
import coldbench.aws.DeployedProject;
import coldbench.deploy.CdkCli;
import coldbench.deploy.ProjectStack;
import coldbench.deploy.Settings;
import coldbench.deploy.Synthesis;
import coldbench.deploy.functions.ProjectEntry;
import coldbench.local.Prerequisite;
import coldbench.project.FunctionProject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Native Java functions in an account, each in a stack of its own: what both commands need. */
final class ProjectDeployments {
  @Parameters(
      paramLabel = "FOLDER",
      arity = "1..*",
      description = "As ${ROOT-COMMAND-NAME} new makes it.")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--env",
      paramLabel = "NAME",
      description =
          "The end of the names in the account: orders-dev is the function orders of dev (default: ${DEFAULT-VALUE}).")
  String env = "dev";

  @Option(
      names = {"-y", "--yes"},
      description = "Do without asking what cdk would ask for.")
  boolean yes;

  /** What a command does with the account. */
  interface Work {
    int with(Clients clients) throws Exception;
  }

  /**
   * The functions of the folders.
   *
   * @throws InvalidOptionsException if one of them cannot be one, or two have one name
   */
  List<ProjectEntry> entries() {
    List<String> problems = new ArrayList<>();
    if (Settings.env(env).isEmpty()) {
      problems.add(
          "--env is \"%s\", expected 1 to 20 of a-z, 0-9 and -, starting with a letter"
              .formatted(env));
    }
    List<ProjectEntry> entries = new ArrayList<>();
    Map<String, Path> seen = new HashMap<>();
    for (FunctionProject project : ProjectFolders.checked(folders)) {
      ProjectEntry.read(project.folder(), problems).ifPresent(entries::add);
    }
    for (ProjectEntry entry : entries) {
      Path other = seen.put(entry.label(), entry.folder());
      if (other != null) {
        problems.add(
            "%s and %s both have the label %s, expected another for each: change one in coldbench.json"
                .formatted(other, entry.folder(), entry.label()));
      }
    }
    throwIfAny(problems);
    return entries;
  }

  static void throwIfAny(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidOptionsException(problems);
    }
  }

  String stack(ProjectEntry entry) {
    return ProjectStack.name(entry.label(), env);
  }

  boolean exists(Clients clients, ProjectEntry entry) {
    return DeployedProject.exists(clients, stack(entry), ProjectStack.TAG);
  }

  Optional<DeployedProject> find(Clients clients, ProjectEntry entry) {
    return DeployedProject.find(clients, stack(entry), ProjectStack.TAG);
  }

  /**
   * The cdk command, which must be there, as must be somebody whom it can ask.
   *
   * @throws InvalidOptionsException if one of them is not
   */
  CdkCli cdk(Home home) {
    if (!yes && !Terminals.isTerminal()) {
      throw new InvalidOptionsException(
          "--yes is missing, and there is no terminal to ask at, expected one of them");
    }
    Prerequisite.NODE.require();
    CdkCli cdk = new CdkCli(home.folder());
    if (!cdk.isInstalled()) {
      throw new InvalidOptionsException(
          "the cdk command is not installed, expected it in node_modules: run npm ci in "
              + home.folder());
    }
    return cdk;
  }

  /** Where a stack is synthesized. */
  Path assembly(Home home, ProjectEntry entry) {
    return home.folder().resolve("target/deploy").resolve(stack(entry)).resolve("cdk.out");
  }

  /** Runs cdk, whose output is not ours. */
  boolean run(CdkCli cdk, String command, Synthesis stack, List<String> options)
      throws IOException, InterruptedException {
    return cdk.run(command, stack, options, !yes, System.err) == 0;
  }

  /**
   * Does it; what the account refuses before anything was started is wrong usage.
   *
   * @throws InvalidOptionsException if the account cannot be reached
   */
  static int work(Work work) throws Exception {
    try (Clients clients = Clients.of(System.getenv())) {
      return work.with(clients);
    } catch (AccountException e) {
      throw new InvalidOptionsException(String.valueOf(e.getMessage()));
    }
  }
}
