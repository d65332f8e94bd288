package coldbench.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Functions of a run that do the same work: they get the same event and, where that is named, are
 * of the same scenario. Ratios are taken inside one only.
 *
 * @param name as it is shown
 * @param functions at least one, in the order of the settings
 */
public record Scenario(String name, List<FunctionDescription> functions) {
  /** The benchmark's own work. */
  public static final String OWN = "computing";

  public Scenario {
    functions = List.copyOf(functions);
  }

  private record Work(String name, Optional<String> event) {
    static Work of(FunctionDescription function) {
      String unnamed = function.event().isEmpty() ? OWN : "";
      return new Work(function.scenario().orElse(unnamed), function.event());
    }
  }

  /** All of a run, in the order of their first functions. */
  static List<Scenario> of(Run run) {
    Map<Work, List<FunctionDescription>> byWork = new LinkedHashMap<>();
    for (FunctionDescription function : run.functions()) {
      byWork.computeIfAbsent(Work.of(function), key -> new ArrayList<>()).add(function);
    }
    List<Scenario> all = new ArrayList<>();
    byWork.forEach((work, functions) -> all.add(new Scenario(name(work, functions), functions)));
    return all;
  }

  private static String name(Work work, List<FunctionDescription> functions) {
    return work.name.isEmpty() ? "the work of " + functions.get(0).title() : work.name;
  }

  boolean has(String label) {
    return functions.stream().anyMatch(function -> function.label().equals(label));
  }
}
