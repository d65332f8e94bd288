package com.dashjoin.jsonata;

import java.util.ArrayList;
import java.util.List;

/**
 * A stable sort, which asks for nothing but the answer on two values: one that contradicts itself,
 * as on NaN, gives the order of jsonata-js.
 */
public final class MergeSort {
  private MergeSort() {}

  /** Decides whether the left value belongs behind the right one. */
  public interface Behind<T, E extends Throwable> {
    boolean test(T left, T right) throws E;
  }

  /** The values in order, in a list of their own. */
  public static <T, E extends Throwable> List<T> sorted(
      List<? extends T> values, Behind<T, E> behind) throws E {
    if (values.size() <= 1) {
      return new ArrayList<>(values);
    }
    int middle = values.size() / 2;
    List<T> left = sorted(values.subList(0, middle), behind);
    List<T> right = sorted(values.subList(middle, values.size()), behind);
    List<T> merged = new ArrayList<>(values.size());
    int l = 0;
    int r = 0;
    while (l < left.size() && r < right.size()) {
      merged.add(behind.test(left.get(l), right.get(r)) ? right.get(r++) : left.get(l++));
    }
    merged.addAll(left.subList(l, left.size()));
    merged.addAll(right.subList(r, right.size()));
    return merged;
  }
}
