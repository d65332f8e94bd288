package coldbench.analysis;

import java.util.Map;
import java.util.Optional;

/** Where a run was measured. */
public sealed interface Place {
  /** On AWS Lambda. */
  record Deployed(String region) implements Place {}

  /** On somebody's own machine, of which nothing readable is told. */
  record Unknown() implements Place {}

  /**
   * On somebody's own machine: not Lambda's numbers.
   *
   * @param tool name and version of what measured
   * @param memoryMb of the machine
   * @param cpuLimit whether a sandbox got the CPU share that Lambda gives it
   * @param runtimes what ran each function, by label, for example {@code CPython 3.13.0 …}
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
      Map<String, Double> buildSeconds)
      implements Place {
    public Local {
      runtimes = Map.copyOf(runtimes);
      buildSeconds = Map.copyOf(buildSeconds);
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
