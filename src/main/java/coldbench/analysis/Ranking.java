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
    COLD(Optional.of(Figure.COLD)),
    WARM(Optional.of(Figure.WARM)),
    /** The most that a sandbox used. */
    MEMORY(Optional.empty()),
    /** The bill for a million calls, at the share of cold ones that is asked for. */
    PRICE(Optional.empty());

    static final List<By> UNTIMED = List.of(MEMORY, PRICE);

    @SuppressWarnings("ImmutableEnumChecker") // It is.
    private final Optional<Figure> figure;

    By(Optional<Figure> figure) {
      this.figure = figure;
    }

    /** What is measured, where it is a time. */
    Optional<Figure> figure() {
      return figure;
    }
  }

  /**
   * A function in its place.
   *
   * @param value geometric mean of milliseconds or MB, or US dollars for a million calls
   * @param letters functions that share one are not distinguishable; empty of too few blocks
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
                  : findings
                      .judgement(by, place.function(), reference, memoryMb)
                      .map(Judgement::corrected);
          places.add(new Place(place.function(), place.value(), letters.get(i), ratio));
        }
        all.add(new Ranking(by, memoryMb, reference, places));
      }
    }
    return all;
  }

  private static List<Place> sorted(Findings findings, By by, int memoryMb) {
    List<Place> places = new ArrayList<>();
    for (FunctionDescription function : findings.experiment().functions()) {
      OptionalDouble value = value(findings, by, function.label(), memoryMb);
      if (value.isPresent()) {
        places.add(new Place(function.label(), value.getAsDouble(), "", Optional.empty()));
      }
    }
    places.sort(Comparator.comparingDouble(Place::value));
    return places;
  }

  /** What a function is ranked by. */
  public static OptionalDouble value(Findings findings, By by, String function, int memoryMb) {
    Cell cell = findings.experiment().cell(function, memoryMb);
    return switch (by) {
      case COLD -> cell.typical(Figure.COLD);
      case WARM -> cell.typical(Figure.WARM);
      case MEMORY -> cell.typicalPeakMb();
      case PRICE -> findings.costs().at(function, memoryMb, findings.pricing().coldShare());
    };
  }

  private static List<String> letters(Findings findings, By by, int memoryMb, List<Place> sorted) {
    boolean tested =
        sorted.size() > 1
            && findings
                .judgement(by, sorted.get(0).function(), sorted.get(1).function(), memoryMb)
                .flatMap(Judgement::interval)
                .isPresent();
    return tested
        ? CompactLetters.of(
            sorted.size(),
            (i, j) ->
                findings
                    .judgement(by, sorted.get(i).function(), sorted.get(j).function(), memoryMb)
                    .filter(Judgement::shown)
                    .isPresent())
        : sorted.stream().map(place -> "").toList();
  }
}
