package coldbench.cli;

import coldbench.aws.Clients;
import coldbench.aws.Deployment;
import coldbench.aws.RunStatus;
import coldbench.aws.Runs;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code coldbench stop}: ends the run that goes on and tidies up behind it. */
@Command(
    name = "stop",
    description =
        "Stops the run that is going on, if one is, and gives the functions their deployed"
            + " configuration back; versions that it published are deleted. What was measured is"
            + " kept.",
    mixinStandardHelpOptions = true)
public final class StopCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private AccountOptions account = new AccountOptions();

  @Override
  public Integer call() throws Exception {
    return account.work(System.getenv(), this::stop);
  }

  private int stop(Clients clients, Deployment deployment) {
    PrintWriter err = spec.commandLine().getErr();
    Runs runs = new Runs(clients, deployment);
    Optional<RunStatus> running = runs.running();
    running.ifPresent(
        run -> {
          runs.stop(run.name());
          err.printf(
              "Stopped the run %s; what it measured: ./coldbench fetch --env %s --run %s%n",
              run.name(), account.env, run.name());
        });
    if (running.isEmpty()) {
      err.println("No run of " + deployment.stack() + " is going on");
    }
    for (Deployment.Function function : deployment.functions()) {
      runs.restore(function);
      err.println("Restored the configuration of " + function.name());
      if (function.snapStart()) {
        for (String version : runs.deleteVersions(function)) {
          err.println("Deleted version " + version + " of " + function.name());
        }
      }
    }
    return ExitCode.OK;
  }
}
