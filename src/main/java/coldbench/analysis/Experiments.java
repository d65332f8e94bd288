package coldbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sorts runs into those that may be read together. What does not fit together is never averaged.
 */
public final class Experiments {
  private Experiments() {}

  /**
   * Groups runs, in the order of their start, and tells apart the scenarios of each group.
   *
   * @param baseline label of the function to compare with in its scenario; in the others it is the
   *     first one
   * @throws IllegalArgumentException if a run has no such function
   */
  public static List<Experiment> of(List<Run> runs, Optional<String> baseline) {
    List<List<Run>> groups = new ArrayList<>();
    for (Run run : runs) {
      Optional<List<Run>> group =
          groups.stream().filter(each -> differences(each.get(0), run).isEmpty()).findFirst();
      if (group.isPresent()) {
        group.get().add(run);
      } else {
        groups.add(new ArrayList<>(List.of(run)));
      }
    }
    return groups.stream().flatMap(group -> scenarios(group, baseline).stream()).toList();
  }

  private static List<Experiment> scenarios(List<Run> runs, Optional<String> baseline) {
    List<Scenario> all = Scenario.of(runs.get(0));
    if (baseline.isPresent() && all.stream().noneMatch(each -> each.has(baseline.get()))) {
      throw new IllegalArgumentException(
          "baseline is %s, expected a function of the run: %s"
              .formatted(baseline.get(), String.join(", ", inOrder(runs.get(0)))));
    }
    return all.stream()
        .map(
            each ->
                new Experiment(
                    runs, each, baseline.filter(each::has).orElse(each.functions().get(0).label())))
        .toList();
  }

  /** Why two runs may not be read together; empty where they may. */
  public static List<String> differences(Run one, Run other) {
    List<String> all = new ArrayList<>();
    differ(all, "n", one.n(), other.n());
    differ(all, "the place", place(one), place(other));
    differ(all, "the functions", labels(one), labels(other));
    for (FunctionDescription function : one.functions()) {
      other.functions().stream()
          .filter(each -> each.label().equals(function.label()))
          .forEach(each -> differ(all, function, each));
    }
    return all;
  }

  private static void differ(
      List<String> all, FunctionDescription function, FunctionDescription other) {
    String label = function.label() + "'s ";
    differ(all, label + "package", function.codeSha256(), other.codeSha256());
    differ(all, label + "architecture", function.architecture(), other.architecture());
    differ(all, label + "runtime", function.runtime(), other.runtime());
    differ(all, label + "event", event(function), event(other));
    differ(all, label + "scenario", scenario(function), scenario(other));
  }

  private static String event(FunctionDescription function) {
    return function.event().orElse("the benchmark's own");
  }

  private static String scenario(FunctionDescription function) {
    return function.scenario().orElse("not named");
  }

  private static void differ(List<String> all, String what, Object one, Object other) {
    if (!one.equals(other)) {
      all.add(what + ": " + one + " and " + other);
    }
  }

  private static List<String> labels(Run run) {
    return inOrder(run).stream().sorted().toList();
  }

  private static List<String> inOrder(Run run) {
    return run.functions().stream().map(FunctionDescription::label).toList();
  }

  private static String place(Run run) {
    Place place = run.place();
    if (place instanceof Place.Local local) {
      return local.kind() + ", " + local.runtimes() + local.services();
    }
    return place instanceof Place.Unknown ? "untold, run " + run.name() : place.kind();
  }
}
