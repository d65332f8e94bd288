package coldbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Functions that do the same work, the best first.
 *
 * @param reference the one that the others' ratios are against
 */
public record Ranking(By by, int memoryMb, String reference, List<Place> places) {
  public Ranking {
    places = List.copyOf(places);
  }

  /** What is ranked. */
  public enum By {
    COLD,
    WARM,
    MEMORY,
    PRICE
  }

  /**
   * A function in its place.
   *
   * @param value milliseconds as geometric mean, MB, or US dollars for a million calls
   * @param letters functions that share one are not distinguishable; empty where that is not tested
   * @param ratio its value by the reference's; empty for the reference
   */
  public record Place(String function, double value, String letters, Optional<Ratio> ratio) {}

  /**
   * All that can be made of some findings, at one memory size.
   *
   * @param baseline the reference where one was chosen; else each ranking's first is it
   */
  public static List<Ranking> of(Findings findings, int memoryMb, Optional<String> baseline) {
    List<Ranking> all = new ArrayList<>();
    for (By by : By.values()) {
      List<Place> sorted = sorted(findings, by, memoryMb);
      if (!sorted.isEmpty()) {
        String reference = baseline.orElse(sorted.get(0).function());
        List<String> letters = letters(findings, by, memoryMb, sorted);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
          Place place = sorted.get(i);
          Optional<Ratio> ratio =
              place.function().equals(reference)
                  ? Optional.empty()
                  : ratio(findings, by, place.function(), reference, memoryMb);
          places.add(new Place(place.function(), place.value(), letters.get(i), ratio));
        }
        all.add(new Ranking(by, memoryMb, reference, places));
      }
    }
    return all;
  }

  private static List<Place> sorted(Findings findings, By by, int memoryMb) {
    List<Place> places = new ArrayList<>();
    for (FunctionDescription function : findings.experiment().compared()) {
      OptionalDouble value = value(findings, by, function.label(), memoryMb);
      if (value.isPresent()) {
        places.add(new Place(function.label(), value.getAsDouble(), "", Optional.empty()));
      }
    }
    places.sort(Comparator.comparingDouble(Place::value));
    return places;
  }

  private static OptionalDouble value(Findings findings, By by, String function, int memoryMb) {
    Cell cell = findings.experiment().cell(function, memoryMb);
    return switch (by) {
      case COLD -> cell.typical(Figure.COLD);
      case WARM -> cell.typical(Figure.WARM);
      case MEMORY -> cell.peakMemoryMb();
      case PRICE -> findings.costs().at(function, memoryMb, findings.pricing().coldShare());
    };
  }

  private static Optional<Ratio> ratio(
      Findings findings, By by, String function, String reference, int memoryMb) {
    return switch (by) {
      case COLD -> verdict(findings, Figure.COLD, function, reference, memoryMb);
      case WARM -> verdict(findings, Figure.WARM, function, reference, memoryMb);
      case MEMORY -> Optional.empty();
      case PRICE ->
          findings.costs().ratio(function, reference, memoryMb, findings.pricing().coldShare());
    };
  }

  private static Optional<Ratio> verdict(
      Findings findings, Figure figure, String function, String reference, int memoryMb) {
    return findings.verdict(figure, function, reference, memoryMb).map(Verdict::ratio);
  }

  private static List<String> letters(Findings findings, By by, int memoryMb, List<Place> sorted) {
    boolean judged = by == By.COLD || by == By.WARM;
    Figure figure = by == By.COLD ? Figure.COLD : Figure.WARM;
    boolean tested =
        judged
            && sorted.size() > 1
            && findings
                .verdict(figure, sorted.get(0).function(), sorted.get(1).function(), memoryMb)
                .filter(verdict -> verdict.ratio().interval().isPresent())
                .isPresent();
    if (!tested) {
      return sorted.stream().map(place -> "").toList();
    }
    return CompactLetters.of(
        sorted.size(),
        (i, j) ->
            findings
                .verdict(figure, sorted.get(i).function(), sorted.get(j).function(), memoryMb)
                .filter(verdict -> verdict.judgement().shown())
                .isPresent());
  }
}
