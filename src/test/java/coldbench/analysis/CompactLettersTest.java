package coldbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

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
