package coldbench.cli;

import coldbench.aws.Clients;
import coldbench.deploy.CdkCli;
import coldbench.deploy.ProjectStack;
import coldbench.deploy.Synthesis;
import coldbench.deploy.functions.ProjectEntry;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code coldbench destroy}: what {@code coldbench deploy} made is removed. */
@Command(
    name = "destroy",
    description =
        "Removes from the account what ${ROOT-COMMAND-NAME} deploy made of native Java functions, their logs"
            + " included. Nothing is built for it.",
    mixinStandardHelpOptions = true)
public final class DestroyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ProjectDeployments deployments = new ProjectDeployments();

  @Override
  public Integer call() throws Exception {
    Home home = Home.fromSystemProperties();
    List<ProjectEntry> entries = deployments.entries();
    CdkCli cdk = deployments.cdk(home);
    return ProjectDeployments.work(clients -> destroy(home, cdk, clients, entries));
  }

  private int destroy(Home home, CdkCli cdk, Clients clients, List<ProjectEntry> entries)
      throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    List<ProjectEntry> there = new ArrayList<>();
    for (ProjectEntry entry : entries) {
      if (deployments.exists(clients, entry)) {
        there.add(entry);
      } else {
        err.println("There is no stack " + deployments.stack(entry) + " in " + clients.region());
      }
    }
    for (ProjectEntry entry : there) {
      Synthesis stack =
          ProjectStack.nothingOf(
              home.folder(), deployments.stack(entry), deployments.assembly(home, entry));
      deployments.run(cdk, "destroy", stack, deployments.yes ? List.of("--force") : List.of());
      // cdk ends well where somebody says no.
      if (deployments.exists(clients, entry)) {
        err.println("coldbench: %s was not destroyed, see above".formatted(entry.label()));
        return ExitCode.SOFTWARE;
      }
      spec.commandLine().getOut().println("Destroyed " + deployments.stack(entry));
    }
    return ExitCode.OK;
  }
}
