package coldbench.semantics.library.util.stream;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collector;

/** The JDK makes the list of its array by a way around its own modules. */
public final class Collectors {
  private static final class Unmodifiable<T> implements Function<List<T>, List<T>> {
    @Override
    @SuppressWarnings("unchecked") // it has elements of a List<T>
    public List<T> apply(List<T> list) {
      return (List<T>) List.of(list.toArray());
    }
  }

  private Collectors() {}

  public static <T> Collector<T, ?, List<T>> toUnmodifiableList() {
    return java.util.stream.Collectors.collectingAndThen(
        java.util.stream.Collectors.<T>toList(), new Unmodifiable<T>());
  }
}
