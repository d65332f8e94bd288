package coldbench.cli;

import coldbench.aws.AccountSetup;
import coldbench.emulator.CpuMode;
import coldbench.emulator.EmulatorSettings;
import coldbench.emulator.LocalLambda;
import coldbench.emulator.cgroup.CpuLimit;
import coldbench.local.HostInfo;
import coldbench.local.Prerequisite;
import coldbench.report.Style;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code coldbench doctor}: what the machine has, what it lacks and how to get that. */
@Command(
    name = "doctor",
    description = "Says what this machine lacks and how to get it.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private static final List<Prerequisite> ALL =
      List.of(Prerequisite.MAVEN, Prerequisite.NODE, Prerequisite.PYTHON, Prerequisite.VENV);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    print(out, "ok", "JDK", System.getProperty("java.version", ""));
    boolean complete = true;
    for (Prerequisite prerequisite : ALL) {
      Prerequisite.Finding finding = prerequisite.look();
      if (finding instanceof Prerequisite.Finding.Present present) {
        boolean old = prerequisite.equals(Prerequisite.NODE) && present.version().startsWith("20");
        String advice = old ? " (works; 22 is recommended, since 20 is out of support)" : "";
        print(out, "ok", prerequisite.name(), present.version() + advice);
      } else if (finding instanceof Prerequisite.Finding.Wanting wanting) {
        print(out, "missing", prerequisite.name(), wanting.why());
        Terminals.paragraphs(out).print(prerequisite.remedy(), "    ", Style.PLAIN);
        complete = false;
      }
    }
    out.println();
    out.println("Only some commands need these:");
    cpuShare(out);
    accountTools(out);
    return complete ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  /** Whether functions get Lambda's share of a CPU here and see only their own files. */
  private static void cpuShare(PrintWriter out) {
    if (HostInfo.thisOne().isEmpty()) {
      print(out, "no", "running functions", "they run on Linux on x86_64 or arm64");
      return;
    }
    EmulatorSettings settings = EmulatorSettings.defaults().withCpu(CpuMode.LAMBDA).withoutWarmUp();
    try (LocalLambda lambda = new LocalLambda(settings)) {
      if (lambda.cpuLimit() instanceof CpuLimit.Unavailable unavailable) {
        print(out, "no", "Lambda's share of a CPU", unavailable.reason());
      } else {
        print(out, "ok", "Lambda's share of a CPU", "held by control groups");
      }
      Optional<String> noIsolation = lambda.isolationLimit();
      print(
          out,
          noIsolation.isPresent() ? "no" : "ok",
          "/var/task and /tmp",
          noIsolation.orElse("functions see their own"));
    } catch (UncheckedIOException e) {
      print(out, "no", "running functions", Reason.of(e));
    }
  }

  private static void accountTools(PrintWriter out) {
    boolean installed =
        Files.isDirectory(Home.fromSystemProperties().folder().resolve("node_modules/aws-cdk"));
    print(out, installed ? "ok" : "no", "the cdk command", installed ? "npm ci" : "run: npm ci");
    Optional<String> region = AccountSetup.region();
    print(out, region.isPresent() ? "ok" : "no", "AWS region", region.orElse("set AWS_REGION"));
    boolean credentials = AccountSetup.hasCredentials();
    print(
        out,
        credentials ? "ok" : "no",
        "AWS credentials",
        credentials ? "found" : "log in (such as by 'aws sso login') or set AWS_PROFILE");
  }

  private static void print(PrintWriter out, String state, String name, String finding) {
    Terminals.paragraphs(out).print(finding, "%-7s %-24s ".formatted(state, name), Style.PLAIN);
  }
}
