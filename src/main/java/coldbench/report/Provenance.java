package coldbench.report;

import coldbench.analysis.Experiment;
import coldbench.analysis.FunctionDescription;
import coldbench.analysis.Place;
import coldbench.analysis.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** What was measured where: the sentences without which no number means anything. */
public final class Provenance {
  private Provenance() {}

  /** One sentence that says whose numbers these are. */
  public static String headline(Experiment experiment) {
    Place place = experiment.first().place();
    if (place instanceof Place.Local local) {
      String limit =
          local.cpuLimit().asOnLambda()
              ? "with the CPU share that Lambda gives"
              : "with the full CPU, not the share that Lambda gives"
                  + local.cpuLimit().reason().map(why -> " (" + why + ")").orElse("");
      return "Measured on this machine, " + limit + ": local numbers, not Lambda's.";
    }
    if (place instanceof Place.Deployed deployed) {
      return "Measured on AWS Lambda in " + deployed.region() + ".";
    }
    return "Measured on an unknown machine: not Lambda's numbers.";
  }

  /** Names and values, in the order in which they are read. */
  public static List<List<String>> facts(Experiment experiment) {
    List<List<String>> facts = new ArrayList<>(ofRuns(experiment));
    facts.addAll(ofFunctions(experiment));
    return facts;
  }

  /** Those that all scenarios of the runs share. */
  static List<List<String>> ofRuns(Experiment experiment) {
    List<List<String>> facts = new ArrayList<>();
    for (Run run : experiment.runs()) {
      facts.add(
          List.of(
              "run",
              String.format(
                  Locale.ROOT,
                  "%s, started %s, %s after each cold start%s",
                  run.name(),
                  run.startedAt(),
                  Counted.of(run.warm(), "warm call"),
                  work(run))));
      PrecisionText.of(run).ifPresent(text -> facts.add(List.of("precision", text)));
    }
    if (experiment.first().place() instanceof Place.Local local) {
      facts.add(
          List.of(
              "machine",
              String.format(
                  Locale.ROOT,
                  "%s, %s, %,d MB, %s",
                  local.cpu(),
                  Counted.of(local.cpus(), "CPU"),
                  local.memoryMb(),
                  local.architecture())));
      facts.add(List.of("system", local.os() + ", kernel " + local.kernel() + ", " + local.tool()));
      new TreeSet<>(local.services().values())
          .forEach(
              service ->
                  facts.add(
                      List.of(
                          "service",
                          service
                              + ", on this machine behind TLS: its own time, a part of each call to"
                              + " it, is not that of the service on AWS")));
    }
    return facts;
  }

  /** What was asked of the functions; those with an event of their own do other work. */
  private static String work(Run run) {
    long computing =
        run.functions().stream().filter(function -> function.event().isEmpty()).count();
    return computing == 0
        ? ""
        : String.format(
            Locale.ROOT,
            ", n = %d (the Fibonacci number that %s)",
            run.n(),
            computing == run.functions().size()
                ? "they compute"
                : "those without an event of their own compute");
  }

  /** Those of one scenario. */
  static List<List<String>> ofFunctions(Experiment experiment) {
    List<List<String>> facts = new ArrayList<>();
    SandboxText.fact(experiment).ifPresent(told -> facts.add(List.of("sandboxes", told)));
    for (FunctionDescription function : experiment.functions()) {
      facts.add(List.of(function.title(), describe(experiment, function)));
    }
    return facts;
  }

  private static String describe(Experiment experiment, FunctionDescription function) {
    String told =
        experiment.first().place() instanceof Place.Local local
            ? local.runtimes().getOrDefault(function.label(), "")
            : "";
    return (told.isEmpty() ? "" : told + "; ")
        + "package for "
        + function.runtime()
        + " on "
        + function.architecture()
        + function.event().map(event -> "; handles an event of its own: " + shown(event)).orElse("")
        + (function.snapStart()
            ? "; SnapStart: restored from the snapshot of a version, each sample its first restore:"
                + " the worst case"
            : "");
  }

  private static String shown(String event) {
    return event.length() > 60 ? event.substring(0, 57) + "..." : event;
  }
}
