package coldbench.cli;

import coldbench.aws.Clients;
import coldbench.aws.DeployedProject;
import coldbench.deploy.CdkCli;
import coldbench.deploy.FunctionUrls;
import coldbench.deploy.LambdaRegions;
import coldbench.deploy.ProjectStack;
import coldbench.deploy.Synthesis;
import coldbench.deploy.functions.OwnFunction;
import coldbench.deploy.functions.ProjectEntry;
import coldbench.lambda.Architecture;
import coldbench.lambda.Quotas;
import coldbench.local.Prerequisite;
import coldbench.project.FunctionProject;
import coldbench.project.Libraries;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code coldbench deploy}: native Java functions into the account, without an app of one's own.
 */
@Command(
    name = "deploy",
    description =
        "Builds native Java functions and deploys each in a stack of its own, by the AWS CDK, with"
            + " what the first entry of its coldbench.json says: variables, policy, timeout, …",
    mixinStandardHelpOptions = true)
public final class DeployCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ProjectDeployments deployments = new ProjectDeployments();

  @Option(
      names = "--arch",
      paramLabel = "ARCH",
      description = "arm64 or x86_64 (default: ${DEFAULT-VALUE}).")
  private String architecture = "arm64";

  @Option(
      names = "--memory",
      paramLabel = "MB",
      description = "Memory in MB, 128 to 10240 (default: ${DEFAULT-VALUE}).")
  private int memoryMb = 128;

  @Option(
      names = "--url",
      paramLabel = "AUTH",
      description =
          "Gives it a URL that may be called by whom IAM allows it (AWS_IAM) or by everybody (NONE); OFF for none (default: ${DEFAULT-VALUE}).")
  private FunctionUrls urls = FunctionUrls.OFF;

  @Override
  public Integer call() throws Exception {
    Home home = Home.fromSystemProperties();
    List<String> problems = new ArrayList<>();
    Architecture chosen = Architecture.named(architecture).orElse(Architecture.ARM64);
    if (Architecture.named(architecture).isEmpty()) {
      problems.add("--arch is \"%s\", expected arm64 or x86_64".formatted(architecture));
    }
    if (memoryMb < Quotas.MEMORY_LEAST_MB || memoryMb > Quotas.MEMORY_MOST_MB) {
      problems.add(
          "--memory is %d, expected %d to %d"
              .formatted(memoryMb, Quotas.MEMORY_LEAST_MB, Quotas.MEMORY_MOST_MB));
    }
    Map<ProjectEntry, OwnFunction> functions = new LinkedHashMap<>();
    for (ProjectEntry entry : deployments.entries()) {
      entry
          .function(chosen, System.getenv(), problems)
          .ifPresent(function -> functions.put(entry, function));
    }
    ProjectDeployments.throwIfAny(problems);
    Prerequisite.MAVEN.require();
    CdkCli cdk = deployments.cdk(home);
    return ProjectDeployments.work(clients -> deploy(home, cdk, clients, functions));
  }

  private int deploy(
      Home home, CdkCli cdk, Clients clients, Map<ProjectEntry, OwnFunction> functions)
      throws Exception {
    if (urls != FunctionUrls.OFF && !LambdaRegions.hasFunctionUrls(clients.region())) {
      throw new InvalidOptionsException(
          "--url is %s, expected OFF, since %s has no function URLs"
              .formatted(urls, clients.region()));
    }
    functions.keySet().forEach(entry -> deployments.exists(clients, entry));
    for (Map.Entry<ProjectEntry, OwnFunction> each : functions.entrySet()) {
      if (!deploy(home, cdk, each.getKey(), each.getValue())) {
        spec.commandLine()
            .getErr()
            .println("coldbench: %s was not deployed, see above".formatted(each.getKey().label()));
        return ExitCode.SOFTWARE;
      }
      deployments.find(clients, each.getKey()).ifPresent(this::show);
    }
    return ExitCode.OK;
  }

  private boolean deploy(Home home, CdkCli cdk, ProjectEntry entry, OwnFunction function)
      throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    err.println("Building " + entry.label() + " …");
    new FunctionProject(entry.folder())
        .build(
            new Libraries(home.lambda()),
            new FunctionProject.Packages.Native(function.architecture().lambdaName()),
            line -> err.println("  " + line));
    Synthesis stack =
        ProjectStack.synthesize(
            home.folder(),
            deployments.env,
            function,
            memoryMb,
            urls,
            deployments.assembly(home, entry));
    return deployments.run(
        cdk, "deploy", stack, deployments.yes ? List.of("--require-approval", "never") : List.of());
  }

  private void show(DeployedProject deployed) {
    spec.commandLine()
        .getOut()
        .println(
            deployed.url().map(url -> deployed.function() + " " + url).orElse(deployed.function()));
  }
}
