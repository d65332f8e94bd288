package coldbench.cli;

import coldbench.analysis.Budget;
import coldbench.aws.AccountException;
import coldbench.aws.RunDownload;
import coldbench.aws.RunStatus;
import coldbench.results.RunLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/** The end of a deployed run: what it put is fetched and shown, and its failure said. */
final class RunEnd {
  private final CommandLine command;
  private final String env;
  private final Path folder;
  private final Budget budget;

  RunEnd(CommandLine command, String env, Path folder, Budget budget) {
    this.budget = budget;
    this.command = command;
    this.env = env;
    this.folder = folder;
  }

  int of(String run, Callable<RunStatus> ending, RunDownload objects) throws Exception {
    Thread goesOn = new Thread(() -> command.getErr().println(goesOn(run)), "goes-on");
    Runtime.getRuntime().addShutdownHook(goesOn);
    try {
      RunStatus state = ending.call();
      int fetched = objects.fetch(run, folder);
      Runtime.getRuntime().removeShutdownHook(goesOn);
      return shown(run, state, fetched);
    } catch (AccountException e) {
      Runtime.getRuntime().removeShutdownHook(goesOn);
      command.getErr().println("coldbench: " + e.getMessage());
      command.getErr().println(goesOn(run));
      return ExitCode.SOFTWARE;
    }
  }

  private String goesOn(String run) {
    return "coldbench: the run continues in AWS; keep watching it with %s --env %s --run %s"
        .formatted(CalledAs.command("run"), env, run);
  }

  private int shown(String run, RunStatus state, int fetched) throws Exception {
    Optional<Reporting.Shown> shown = Optional.empty();
    Path runFolder = new RunLayout(run).folder(folder);
    if (fetched > 0 && Files.exists(runFolder.resolve(RunLayout.MANIFEST))) {
      shown =
          Optional.of(
              Reporting.show(command.getOut(), command.getErr(), folder, Optional.of(run), budget));
    }
    state.failure().ifPresent(failure -> command.getErr().println("coldbench: " + failure));
    if (!state.succeeded() && state.failure().isEmpty()) {
      command.getErr().println("coldbench: the run is " + state.status());
    }
    shown.filter(each -> !state.succeeded()).ifPresent(each -> each.tellFailures(command.getErr()));
    return state.succeeded() && shown.filter(Reporting.Shown::complete).isPresent()
        ? ExitCode.OK
        : ExitCode.SOFTWARE;
  }
}
