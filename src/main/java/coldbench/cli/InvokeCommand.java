package coldbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.aws.AccountException;
import coldbench.aws.Clients;
import coldbench.aws.DeployedProject;
import coldbench.aws.Deployment;
import coldbench.aws.RemoteCall;
import coldbench.deploy.ProjectStack;
import coldbench.deploy.functions.ProjectEntry;
import coldbench.emulator.EmulatorSettings;
import coldbench.emulator.FunctionSpec;
import coldbench.emulator.Invocation;
import coldbench.emulator.LocalLambda;
import coldbench.local.HostInfo;
import coldbench.local.LocalRuntimes;
import coldbench.local.LocalServices;
import coldbench.local.Prerequisite;
import coldbench.project.EventKind;
import coldbench.project.FunctionProject;
import coldbench.project.Libraries;
import coldbench.project.LocalProject;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coldbench invoke}: one call of a function, here or in the account. */
@Command(
    name = "invoke",
    description =
        "Calls a function once: that of a folder on this machine, or with --env in the account, or one"
            + " of the account by its label. The answer goes to standard output, its log and REPORT to"
            + " standard error.",
    mixinStandardHelpOptions = true)
public final class InvokeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private AccountOptions account = new AccountOptions();

  @Parameters(
      paramLabel = "FOLDER|NAME",
      description =
          "A folder as ${ROOT-COMMAND-NAME} new makes it, or a deployed function's label (then with --event).")
  private String function = "";

  @Option(
      names = "--event",
      paramLabel = "FILE|-|KIND",
      description =
          "The event: a file, - for standard input, or a kind whose documented sample is sent"
              + " (default: that of the folder's entry, or else src/test/resources/event.json).")
  private Optional<String> event = Optional.empty();

  @Option(names = "--jvm", description = "Runs the folder's classes on a JVM: nothing is compiled.")
  private boolean jvm;

  @Override
  public Integer call() throws Exception {
    Home home = Home.fromSystemProperties();
    Path lambda = home.lambda();
    boolean folder = Files.isDirectory(Path.of(function));
    if (!folder) {
      return deployed(function, payload(lambda, Optional.empty()));
    }
    FunctionProject project = ProjectFolders.checked(Path.of(function));
    List<String> problems = new ArrayList<>();
    Optional<ProjectEntry> entry = ProjectEntry.read(project.folder(), problems);
    Optional<String> own =
        event.isPresent() ? Optional.empty() : entry.flatMap(found -> found.event(problems));
    ProjectDeployments.throwIfAny(problems);
    byte[] payload =
        own.isPresent() ? own.get().getBytes(UTF_8) : payload(lambda, Optional.of(project.event()));
    return spec.commandLine().getParseResult().hasMatchedOption("--env")
        ? deployed(entry.orElseThrow().label(), payload)
        : here(project, new Libraries(lambda), payload);
  }

  /** As {@code deploy} brought it there, or else as one of those that are measured. */
  private int deployed(String label, byte[] payload) throws Exception {
    return ProjectDeployments.work(
        clients -> {
          String name =
              DeployedProject.find(clients, ProjectStack.name(label, account.env), ProjectStack.TAG)
                  .map(DeployedProject::function)
                  .orElseGet(() -> measured(clients, label));
          RemoteCall call = RemoteCall.make(clients, name, payload);
          show(call.logTail());
          return show(call.payload(), call.functionError());
        });
  }

  private int here(FunctionProject project, Libraries libraries, byte[] payload) throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    String architecture = HostInfo.required().architecture();
    Prerequisite.MAVEN.require();
    LocalProject local = new LocalProject(project, libraries, !jvm, architecture);
    local.notes().forEach(err::println);
    new Builds(err).of(local);
    FunctionSpec called = local.spec();
    Map<String, FunctionSpec> function = Map.of(project.name(), called);
    EmulatorSettings settings =
        LocalRuntimes.prepare(function, architecture, err::println)
            .in(EmulatorSettings.defaults().withoutWarmUp().withLog((name, log) -> show(log)));
    try (LocalServices services =
            LocalServices.start(function, Map.of(project.name(), local.tables()), err::println);
        LocalLambda emulator = new LocalLambda(settings)) {
      emulator.createFunction(services.placed(project.name(), called));
      Invocation answer = emulator.invoke(project.name(), payload);
      return show(answer.payload(), answer.functionError());
    }
  }

  private String measured(Clients clients, String label) {
    try {
      return Deployment.find(clients, account.env).function(label).name();
    } catch (AccountException e) {
      throw new InvalidOptionsException(
          "neither %s, as %s makes it, nor a function that is measured: %s"
              .formatted(
                  ProjectStack.name(label, account.env),
                  CalledAs.command("deploy"),
                  e.getMessage()));
    }
  }

  private void show(String log) {
    PrintWriter err = spec.commandLine().getErr();
    err.print(log);
    err.flush();
  }

  /** A function that failed has exit code 1. */
  private int show(byte[] payload, Optional<String> error) {
    PrintWriter err = spec.commandLine().getErr();
    spec.commandLine().getOut().println(new String(payload, UTF_8));
    error.ifPresent(kind -> err.println("coldbench: the function failed (" + kind + ")"));
    return error.isPresent() ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private byte[] payload(Path lambda, Optional<Path> otherwise) throws IOException {
    if (event.isEmpty()) {
      return read(
          otherwise
              .filter(Files::isRegularFile)
              .orElseThrow(() -> new InvalidOptionsException(noEvent(otherwise))));
    }
    String wanted = event.get();
    if (wanted.equals("-")) {
      try (InputStream in = System.in) {
        return in.readAllBytes();
      }
    }
    Optional<EventKind> kind = EventKind.named(wanted);
    return kind.isPresent() ? kind.get().sample(lambda).getBytes(UTF_8) : read(Path.of(wanted));
  }

  private String noEvent(Optional<Path> otherwise) {
    String events = String.join(", ", EventKind.labels());
    return otherwise
        .map(
            file ->
                "--event is missing, expected a file, - for standard input or one of %s, since the entry has no event and %s is not there"
                    .formatted(events, file))
        .orElseGet(
            () ->
                "FOLDER|NAME is \"%s\", which is no folder here, expected one as %s makes it; or the label of a function in the account, and then --event with a file, - for standard input or one of %s"
                    .formatted(function, CalledAs.command("new"), events));
  }

  private static byte[] read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new InvalidOptionsException(
          "--event is \"%s\", which is not a file, expected a file, - for standard input or one of %s"
              .formatted(file, String.join(", ", EventKind.labels())));
    }
    return Files.readAllBytes(file);
  }
}
