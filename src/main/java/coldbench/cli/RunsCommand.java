package coldbench.cli;

import coldbench.aws.Clients;
import coldbench.aws.Deployment;
import coldbench.aws.RunStatus;
import coldbench.aws.Runs;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code coldbench runs}: the latest runs of a deployment. */
@Command(
    name = "runs",
    description = "Lists the latest runs of a deployment, the newest first.",
    mixinStandardHelpOptions = true)
public final class RunsCommand implements Callable<Integer> {
  private static final int AT_MOST = 50;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private AccountOptions account = new AccountOptions();

  @Override
  public Integer call() throws Exception {
    return account.work(System.getenv(), this::list);
  }

  private int list(Clients clients, Deployment deployment) {
    PrintWriter out = spec.commandLine().getOut();
    List<RunStatus> runs = new Runs(clients, deployment).latest(AT_MOST);
    if (runs.isEmpty()) {
      spec.commandLine().getErr().println(deployment.stack() + " has no runs yet");
    }
    for (RunStatus run : runs) {
      out.printf(
          "%-24s %-10s %s  %s%n",
          run.name(),
          run.status(),
          run.startedAt().truncatedTo(ChronoUnit.SECONDS),
          run.endedAt()
              .map(end -> Times.rounded(Duration.between(run.startedAt(), end)))
              .orElse(""));
    }
    return ExitCode.OK;
  }
}
