package coldbench.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * The compact letter display: things that share a letter are not shown to differ, things that share
 * none are. By inserting and absorbing.
 *
 * @see <a href="https://doi.org/10.1198/1061860043515">H.-P. Piepho, An Algorithm for a
 *     Letter-Based Representation of All-Pairwise Comparisons, Journal of Computational and
 *     Graphical Statistics 13 (2004)</a>
 */
final class CompactLetters {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private CompactLetters() {}

  /**
   * The letters of each.
   *
   * @param count of things, in the order in which they stand
   * @param differ whether two of them, the earlier one first, are shown to differ
   */
  static List<String> of(int count, BiPredicate<Integer, Integer> differ) {
    List<BitSet> columns = new ArrayList<>();
    BitSet all = new BitSet();
    all.set(0, count);
    columns.add(all);
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        if (differ.test(i, j)) {
          columns = absorbed(inserted(columns, i, j));
        }
      }
    }
    columns.sort(
        Comparator.<BitSet>comparingInt(column -> column.nextSetBit(0))
            .thenComparingInt(BitSet::length));
    List<String> letters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder own = new StringBuilder();
      for (int k = 0; k < columns.size(); k++) {
        own.append(columns.get(k).get(i) ? LETTERS.charAt(Math.min(k, 51)) : "");
      }
      letters.add(own.toString());
    }
    return letters;
  }

  /** Each column that has both becomes two, without the one and without the other. */
  private static List<BitSet> inserted(List<BitSet> columns, int i, int j) {
    List<BitSet> split = new ArrayList<>();
    for (BitSet column : columns) {
      if (column.get(i) && column.get(j)) {
        split.add(without(column, i));
        split.add(without(column, j));
      } else {
        split.add(column);
      }
    }
    return split;
  }

  private static BitSet without(BitSet column, int i) {
    BitSet rest = (BitSet) column.clone();
    rest.clear(i);
    return rest;
  }

  /** Without the columns that say nothing that another one does not. */
  private static List<BitSet> absorbed(List<BitSet> columns) {
    List<BitSet> kept = new ArrayList<>();
    for (int k = 0; k < columns.size(); k++) {
      BitSet column = columns.get(k);
      int own = k;
      List<BitSet> others = columns;
      boolean needless =
          IntStream.range(0, columns.size())
              .filter(other -> other != own)
              .anyMatch(
                  other ->
                      isIn(column, others.get(other))
                          && (!column.equals(others.get(other)) || other < own));
      if (!needless) {
        kept.add(column);
      }
    }
    return kept;
  }

  private static boolean isIn(BitSet column, BitSet other) {
    return without(column, other).isEmpty();
  }

  private static BitSet without(BitSet column, BitSet other) {
    BitSet rest = (BitSet) column.clone();
    rest.andNot(other);
    return rest;
  }
}
