package coldbench.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds which of the known names somebody meant who wrote one that is not known. */
public final class Misspelt {
  private Misspelt() {}

  /**
   * The words for a message's end.
   *
   * @return such as {@code "; did you mean memory?"}, or nothing where none is near
   */
  public static String hint(String given, Collection<String> known) {
    return meant(given, known).map(name -> "; did you mean " + name + "?").orElse("");
  }

  /** The nearest name, of which at most a third of the letters are wrong, case apart. */
  private static Optional<String> meant(String given, Collection<String> known) {
    return known.stream()
        .filter(name -> 3 * distance(given, name) <= Math.max(given.length(), name.length()))
        .min(Comparator.comparingInt(name -> distance(given, name)));
  }

  /**
   * How many letters have to be inserted, left out, replaced, or exchanged with their neighbour
   * (optimal string alignment).
   */
  static int distance(String one, String other) {
    int[][] least = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          least[i][j] = i + j;
          continue;
        }
        int replaced = least[i - 1][j - 1] + (same(one, i, other, j) ? 0 : 1);
        least[i][j] = Math.min(replaced, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
        boolean exchanged =
            i > 1 && j > 1 && same(one, i, other, j - 1) && same(one, i - 1, other, j);
        if (exchanged) {
          least[i][j] = Math.min(least[i][j], least[i - 2][j - 2] + 1);
        }
      }
    }
    return least[one.length()][other.length()];
  }

  private static boolean same(String one, int i, String other, int j) {
    return Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
  }
}
