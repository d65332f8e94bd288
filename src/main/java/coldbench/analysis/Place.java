package coldbench.analysis;

import java.util.Map;
import java.util.Optional;

/** Where a run was measured. */
public sealed interface Place {
  /** In words, what figures may be compared across runs by. */
  String kind();

  /** On AWS Lambda. */
  record Deployed(String region) implements Place {
    @Override
    public String kind() {
      return "AWS Lambda, " + region;
    }
  }

  /** On somebody's own machine, of which nothing readable is told. */
  record Unknown() implements Place {
    @Override
    public String kind() {
      return "on an unknown machine";
    }
  }

  /**
   * On somebody's own machine: not Lambda's numbers.
   *
   * @param tool name and version of what measured
   * @param memoryMb of the machine
   * @param cpuLimit whether a sandbox got the CPU share that Lambda gives it
   * @param runtimes what ran each function, by label, for example {@code CPython 3.13.0 …}
   * @param services what stood in for services of AWS that functions call, by their names
   * @param buildSeconds what compiling a function's package took on that machine, by label
   */
  record Local(
      String tool,
      String os,
      String kernel,
      String cpu,
      int cpus,
      long memoryMb,
      String architecture,
      CpuLimit cpuLimit,
      Map<String, String> runtimes,
      Map<String, String> services,
      Map<String, Double> buildSeconds)
      implements Place {
    public Local {
      runtimes = Map.copyOf(runtimes);
      services = Map.copyOf(services);
      buildSeconds = Map.copyOf(buildSeconds);
    }

    @Override
    public String kind() {
      return "local, %s, %s, CPU share %s"
          .formatted(cpu, architecture, cpuLimit.asOnLambda() ? "as on Lambda" : "full");
    }
  }

  /**
   * The CPU share of a sandbox after its init.
   *
   * @param asOnLambda memory/1769 of a CPU; else as much as the machine had
   * @param reason why not, where it was wanted and could not be had
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html">Lambda:
   *     memory and CPU</a>
   */
  record CpuLimit(boolean asOnLambda, Optional<String> reason) {}
}
