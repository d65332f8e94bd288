package coldbench.local;

import coldbench.emulator.EmulatorSettings;
import coldbench.emulator.FunctionSpec;
import coldbench.emulator.interpreter.JavaEnvironment;
import coldbench.emulator.interpreter.JavaUnavailableException;
import coldbench.emulator.interpreter.PythonEnvironment;
import coldbench.emulator.interpreter.PythonUnavailableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What runs the functions here that do not run by themselves.
 *
 * @param java by the runtime's identifier
 */
public record LocalRuntimes(Optional<PythonEnvironment> python, Map<String, JavaEnvironment> java) {
  /**
   * Finds what the functions need and fetches what is missing.
   *
   * @param functions by label
   * @param architecture of this machine, as Lambda names it
   * @throws UnavailableHereException naming every function that cannot run here, and why
   */
  public static LocalRuntimes prepare(
      Map<String, FunctionSpec> functions, String architecture, Consumer<String> progress)
      throws InterruptedException {
    refuse(functions, architecture);
    Optional<PythonEnvironment> python = Optional.empty();
    Map<String, JavaEnvironment> java = new TreeMap<>();
    try {
      for (FunctionSpec function : functions.values()) {
        String runtime = function.runtime();
        if (isPython(runtime) && python.isEmpty()) {
          python = Optional.of(PythonEnvironment.prepare(System.getenv(), progress));
        } else if (JavaEnvironment.runs(runtime) && !java.containsKey(runtime)) {
          java.put(runtime, JavaEnvironment.prepare(runtime, System.getenv(), progress));
        }
      }
    } catch (PythonUnavailableException | JavaUnavailableException e) {
      throw new UnavailableHereException(String.valueOf(e.getMessage()));
    }
    return new LocalRuntimes(python, java);
  }

  private static boolean isPython(String runtime) {
    return runtime.startsWith("python3.");
  }

  private static void refuse(Map<String, FunctionSpec> functions, String architecture) {
    List<String> problems = new ArrayList<>();
    List<String> others = new ArrayList<>(functions.keySet());
    functions.forEach(
        (label, function) -> {
          String runtime = function.runtime();
          int before = problems.size();
          if (!runtime.startsWith("provided")
              && !isPython(runtime)
              && !JavaEnvironment.runs(runtime)) {
            problems.add(
                "the runtime of %s is %s, expected provided.…, python3.… or java… to run it here"
                    .formatted(label, runtime));
          } else if (!function.architecture().equals(architecture)) {
            problems.add(
                "%s is built for %s, this machine is %s"
                    .formatted(label, function.architecture(), architecture));
          }
          if (problems.size() > before) {
            others.remove(label);
          }
        });
    refuse(problems, others);
  }

  private static void refuse(List<String> problems, List<String> others) {
    if (!problems.isEmpty()) {
      problems.add(
          "leave it out with --functions %s, or deploy it (npx cdk deploy)"
              .formatted(others.isEmpty() ? "…" : String.join(",", others)));
      throw new UnavailableHereException(problems);
    }
  }

  /**
   * Refuses functions that would be something else here than on Lambda.
   *
   * @param chosen labels of what is to be measured
   * @param unavailable what of a function is not available here, by label
   * @throws UnavailableHereException naming each, and what to do
   */
  public static void refuseUnavailable(Set<String> chosen, Map<String, List<String>> unavailable) {
    List<String> problems = new ArrayList<>();
    List<String> others = new ArrayList<>(chosen);
    for (String label : chosen) {
      for (String reason : unavailable.getOrDefault(label, List.of())) {
        others.remove(label);
        problems.add("%s needs what is not available locally: %s".formatted(label, reason));
      }
    }
    refuse(problems, others);
  }

  public EmulatorSettings in(EmulatorSettings settings) {
    EmulatorSettings withJava = settings.withJava(java);
    return python.map(withJava::withPython).orElse(withJava);
  }

  /** For each function that does not run by itself, by label, what runs it and its version. */
  public Map<String, String> descriptions(Map<String, FunctionSpec> functions) {
    Map<String, String> all = new LinkedHashMap<>();
    functions.forEach(
        (label, function) -> {
          JavaEnvironment jvm = java.get(function.runtime());
          if (jvm != null) {
            all.put(label, jvm.description());
          } else if (isPython(function.runtime())) {
            python.ifPresent(environment -> all.put(label, environment.description()));
          }
        });
    return all;
  }
}
