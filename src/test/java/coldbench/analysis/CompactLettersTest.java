package coldbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CompactLettersTest {
  @Test
  void neighboursThatCannotBeToldApartFormAChainOfLetters() {
    assertThat(CompactLetters.of(4, (i, j) -> j - i > 1)).containsExactly("a", "ab", "bc", "c");
  }

  /** The first example in the manual of R's multcompView, multcompLetters: B and C differ. */
  @Test
  void lettersAreThoseOfMultcompView() {
    assertThat(CompactLetters.of(3, (i, j) -> i == 1 && j == 2)).containsExactly("ab", "a", "b");
  }

  /**
   * A hundred random cases by multcompView 0.1-8, {@code reference.R} made them. It names letters
   * in another order where things share several; who shares one with whom is the same.
   */
  @ParameterizedTest
  @CsvFileSource(resources = "letters.csv", delimiter = ';')
  void thingsShareLettersAsInMultcompView(int count, String pairs, String letters) {
    Set<Integer> differing = new HashSet<>();
    for (String pair : pairs.split(" ", -1)) {
      differing.add(Integer.parseInt(pair));
    }
    List<String> own = CompactLetters.of(count, (i, j) -> differing.contains(pair(count, i, j)));

    assertThat(sharing(own)).isEqualTo(sharing(List.of(letters.split(" ", -1))));
  }

  /** Counted from 1: 1-2, 1-3, …, 2-3, …. */
  private static int pair(int count, int i, int j) {
    return i * count - i * (i + 1) / 2 + j - i;
  }

  /** The places of each letter. */
  private static Set<Set<Integer>> sharing(List<String> letters) {
    Map<Integer, Set<Integer>> places = new HashMap<>();
    for (int i = 0; i < letters.size(); i++) {
      int place = i;
      letters
          .get(i)
          .chars()
          .forEach(letter -> places.computeIfAbsent(letter, key -> new HashSet<>()).add(place));
    }
    return new HashSet<>(places.values());
  }

  @Test
  void whatDiffersFromNothingHasOneLetterAndWhatDiffersFromAllItsOwn() {
    assertThat(CompactLetters.of(3, (i, j) -> false)).containsExactly("a", "a", "a");
    assertThat(CompactLetters.of(3, (i, j) -> true)).containsExactly("a", "b", "c");
    assertThat(CompactLetters.of(1, (i, j) -> true)).containsExactly("a");
  }

  @Test
  void twoShareALetterWhereTheyAreNotShownToDifferAndNowhereElse() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 500; round++) {
      int count = 2 + random.nextInt(9);
      boolean[][] differ = new boolean[count][count];
      for (int i = 0; i < count; i++) {
        for (int j = i + 1; j < count; j++) {
          differ[i][j] = random.nextInt(10) < round % 10;
        }
      }
      List<String> letters = CompactLetters.of(count, (i, j) -> differ[i][j]);
      for (int i = 0; i < count; i++) {
        for (int j = i + 1; j < count; j++) {
          String other = letters.get(j);
          boolean shared = letters.get(i).chars().anyMatch(c -> other.indexOf(c) >= 0);
          assertThat(shared).as("%s of %s", letters, i + "," + j).isEqualTo(!differ[i][j]);
        }
      }
    }
  }
}
