package coldbench.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What runs measured one after the other, and what is shown to have changed from each to the next.
 *
 * @param tracks runs that did the same work at the same kind of place
 * @param judged how many judgements were corrected together, those of all tracks
 */
public record History(List<Track> tracks, int judged, Margin margin) {
  public History {
    tracks = List.copyOf(tracks);
  }

  /**
   * Runs whose figures may be set against each other.
   *
   * @param runs in the order of their start
   * @param steps those that are judged, in the order of time
   */
  public record Track(String place, int n, List<Run> runs, List<Series> series, List<Step> steps) {
    public Track {
      runs = List.copyOf(runs);
      series = List.copyOf(series);
      steps = List.copyOf(steps);
    }
  }

  /**
   * From one run to the next, a function at a memory size in one figure.
   *
   * @param was the function as it was in the earlier run
   */
  public record Step(
      Run before, Run after, FunctionDescription was, FunctionDescription is, Change change) {
    /** Whether it is to be marked: a change that is shown, and not too small to matter. */
    public boolean shown() {
      return change
          .judgement()
          .filter(judgement -> judgement.outcome() == Judgement.Outcome.DIFFERENT)
          .isPresent();
    }

    public boolean samePackage() {
      return was.codeSha256().equals(is.codeSha256());
    }
  }

  private record Kind(String place, int n) {}

  /** Of runs in the order of their start. */
  public static History of(List<Run> runs, Margin margin) {
    Map<Kind, List<Run>> kinds = new LinkedHashMap<>();
    for (Run run : runs) {
      kinds
          .computeIfAbsent(new Kind(run.place().kind(), run.n()), kind -> new ArrayList<>())
          .add(run);
    }
    List<List<Run>> pairs = new ArrayList<>();
    for (List<Run> track : kinds.values()) {
      for (int i = 1; i < track.size(); i++) {
        pairs.add(track.subList(i - 1, i + 1));
      }
    }
    List<Changes> changes = Changes.between(pairs, Figure.JUDGED, margin);
    List<Track> tracks = new ArrayList<>();
    int next = 0;
    for (Map.Entry<Kind, List<Run>> each : kinds.entrySet()) {
      List<Run> own = each.getValue();
      List<Changes> steps = changes.subList(next, next + own.size() - 1);
      next += steps.size();
      tracks.add(
          new Track(
              each.getKey().place(),
              each.getKey().n(),
              own,
              Series.of(own),
              steps.stream().flatMap(step -> steps(step).stream()).toList()));
    }
    return new History(tracks, changes.stream().mapToInt(Changes::judged).sum(), margin);
  }

  private static List<Step> steps(Changes changes) {
    List<Step> steps = new ArrayList<>();
    for (Change change : changes.all()) {
      String label = change.function().label();
      changes.after().functions().stream()
          .filter(function -> function.label().equals(label))
          .forEach(
              is ->
                  steps.add(
                      new Step(changes.before(), changes.after(), change.function(), is, change)));
    }
    return steps;
  }

  /** The changes that are shown, the latest first. */
  public List<Step> shown() {
    List<Step> shown = new ArrayList<>();
    tracks.forEach(track -> track.steps().stream().filter(Step::shown).forEach(shown::add));
    shown.sort((a, b) -> b.after().startedAt().compareTo(a.after().startedAt()));
    return shown;
  }

  /** All runs, in the order of their tracks. */
  public List<Run> runs() {
    return tracks.stream().flatMap(track -> track.runs().stream()).toList();
  }
}
