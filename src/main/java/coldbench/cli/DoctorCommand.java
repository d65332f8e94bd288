package coldbench.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code coldbench doctor}: what the machine has, what it lacks and how to get that. */
@Command(
    name = "doctor",
    description = "Says what is missing on this machine and how to get it.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private static final List<Prerequisite> ALL =
      List.of(Prerequisite.MAVEN, Prerequisite.NODE, Prerequisite.PYTHON, Prerequisite.VENV);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    print(out, true, "JDK", System.getProperty("java.version", ""));
    boolean complete = true;
    for (Prerequisite prerequisite : ALL) {
      Prerequisite.Finding finding = prerequisite.look();
      if (finding instanceof Prerequisite.Finding.Present present) {
        print(out, true, prerequisite.name(), present.version());
      } else if (finding instanceof Prerequisite.Finding.Wanting wanting) {
        print(out, false, prerequisite.name(), wanting.why());
        out.println("    " + prerequisite.remedy());
        complete = false;
      }
    }
    return complete ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private static void print(PrintWriter out, boolean good, String name, String finding) {
    out.printf("%s %-24s %s%n", good ? "ok     " : "missing", name, finding);
  }
}
