package coldbench.cli;

import coldbench.emulator.CpuMode;
import coldbench.emulator.EmulatorSettings;
import coldbench.emulator.FunctionSpec;
import coldbench.emulator.LambdaException;
import coldbench.emulator.LocalLambda;
import coldbench.emulator.cgroup.CpuLimit;
import coldbench.local.HostInfo;
import coldbench.local.LocalRuntimes;
import coldbench.local.LocalServices;
import coldbench.local.LocalStack;
import coldbench.local.Prerequisite;
import coldbench.project.Libraries;
import coldbench.project.LocalProject;
import coldbench.template.Template;
import coldbench.url.FunctionUrl;
import coldbench.url.UrlAuth;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coldbench serve}: the functions' URLs on ports of this machine. */
@Command(
    name = "serve",
    description =
        "Answers on local ports as the deployed function URLs would, until Ctrl-C: for the stack's functions, or for native Java functions of your own.",
    mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
  private static final int HIGHEST_PORT = 65_535;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OwnFunctionsOption own = new OwnFunctionsOption();

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..*",
      description = "As ${ROOT-COMMAND-NAME} new makes it (default: the stack's functions).")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--watch",
      description =
          "Rebuilds a FOLDER when its pom.xml, its coldbench.json or something below its src/main is saved.")
  private boolean watch;

  @Option(
      names = "--native",
      description = "Serves a FOLDER's executable (default: its classes on a JVM).")
  private boolean isNative;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The first function's port; the next ones follow (default: 8080).")
  private int port = 8080;

  @Option(
      names = "--functions",
      paramLabel = "LABEL,…",
      split = ",",
      description = "Which functions are served (default: all).")
  private List<String> labels = new ArrayList<>();

  @Option(
      names = "--auth",
      description =
          "AWS_IAM requires signed requests, NONE does not; one of ${COMPLETION-CANDIDATES} (default: as the stack is deployed).")
  private Optional<UrlAuth> auth = Optional.empty();

  @Option(
      names = "--cpu",
      paramLabel = "lambda|full",
      description =
          "Lambda's share of a CPU, or all of it (default: lambda, where that can be enforced).")
  private CpuMode cpu = CpuMode.LAMBDA;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Home home = Home.fromSystemProperties();
    check(own.labels(home));
    checkFolders();
    HostInfo machine = HostInfo.required();
    if (!folders.isEmpty()) {
      new ServedProjects(
              ProjectFolders.distinct(folders).stream()
                  .map(
                      project ->
                          new LocalProject(
                              project,
                              new Libraries(home.lambda()),
                              isNative,
                              machine.architecture()))
                  .toList(),
              cpu,
              auth.orElse(UrlAuth.NONE),
              port,
              spec.commandLine().getOut(),
              err)
          .serve(watch);
    }
    Prerequisite.NODE.require();
    Template template = own.template(home, machine.architecture(), err);
    LocalStack stack = LocalStack.read(template);
    Map<String, FunctionSpec> chosen = new LinkedHashMap<>(stack.functions());
    if (!labels.isEmpty()) {
      chosen.keySet().retainAll(Set.copyOf(labels));
    }
    LocalRuntimes.refuseUnavailable(chosen.keySet(), stack.unavailable());
    LogPrinter log = new LogPrinter(spec.commandLine().getOut(), chosen, () -> {});
    EmulatorSettings settings =
        LocalRuntimes.prepare(chosen, machine.architecture(), err::println)
            .in(EmulatorSettings.defaults().withCpu(cpu).withLog(log));
    try (LocalServices services = LocalServices.start(chosen, stack.tables(), err::println);
        LocalLambda lambda = new LocalLambda(settings)) {
      if (lambda.cpuLimit() instanceof CpuLimit.Unavailable unavailable) {
        err.println("Functions get a full CPU: " + unavailable.reason());
      }
      services.warmUp();
      serve(lambda, services.functions(), auth.orElse(deployed(template)));
      for (Map.Entry<String, String> event : stack.events().entrySet()) {
        if (chosen.containsKey(event.getKey())) {
          tell(event.getKey(), event.getValue(), CalledAs.command("local"), err);
        }
      }
      new CountDownLatch(1).await(); // Until a signal ends the process; the functions end with it.
    }
    return ExitCode.OK;
  }

  private void check(Set<String> known) {
    for (String label : labels) {
      if (!known.contains(label)) {
        throw new InvalidOptionsException(
            "--functions is \"" + label + "\", expected one of " + String.join(", ", known));
      }
    }
    if (port < 1 || port > HIGHEST_PORT) {
      throw new InvalidOptionsException(
          "--port is \"" + port + "\", expected a whole number from 1 to " + HIGHEST_PORT);
    }
  }

  /** As the template says it; AWS_IAM if only one URL does. */
  private static UrlAuth deployed(Template template) {
    return template.resources("AWS::Lambda::Url").stream()
            .allMatch(url -> url.properties().path("AuthType").asText().equals("NONE"))
        ? UrlAuth.NONE
        : UrlAuth.AWS_IAM;
  }

  private void serve(LocalLambda lambda, Map<String, FunctionSpec> functions, UrlAuth wanted)
      throws IOException, LambdaException {
    PrintWriter out = spec.commandLine().getOut();
    int next = port;
    for (Map.Entry<String, FunctionSpec> function : functions.entrySet()) {
      lambda.createFunction(function.getValue());
      FunctionUrl url =
          open(lambda, function.getKey(), function.getValue().name(), wanted, next++, out);
      out.printf("%-8s %s%n", function.getKey(), url.uri());
    }
    if (wanted == UrlAuth.AWS_IAM) {
      out.println("Requests must be signed (AWS_IAM): curl --aws-sigv4 aws:amz:local:lambda");
      out.println(
          "--user key:secret URL, "
              + CalledAs.command("url --sign URL")
              + ", or serve with --auth NONE.");
    }
    out.println("Press Ctrl-C to stop.");
  }

  /**
   * Says of a function that is made for other events what it gets here.
   *
   * @param command that sends its own
   */
  static void tell(String label, String event, String command, PrintWriter err) {
    if (!FunctionUrl.isRequest(event)) {
      err.printf(
          "%s's own event is no HTTP request. What comes to its port it gets as the event of a function URL; its own is sent by%n  %s%n",
          label, command);
    }
  }

  private void checkFolders() {
    if (folders.isEmpty() && (watch || isNative)) {
      throw new InvalidOptionsException(
          "FOLDER is missing, expected one with --watch or --native: make one with "
              + CalledAs.command("new"));
    }
    if (!folders.isEmpty() && !labels.isEmpty()) {
      throw new InvalidOptionsException(
          "--functions is given with FOLDER, expected one of them: leave one out");
    }
  }

  static FunctionUrl open(
      LocalLambda lambda, String label, String name, UrlAuth wanted, int port, PrintWriter out)
      throws IOException, LambdaException {
    try {
      return FunctionUrl.open(
          lambda,
          name,
          wanted,
          port,
          Clock.systemUTC(),
          fault -> out.println(label + " | 502 Internal Server Error: " + fault));
    } catch (BindException e) {
      throw new InvalidOptionsException(
          "port " + port + " is taken (" + e.getMessage() + "): choose another one with --port");
    }
  }
}
