package coldbench.differential.guava;

import com.google.common.collect.testing.SampleElements;
import com.google.common.collect.testing.TestSetGenerator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;

/**
 * As the class of testlib that has no name: the other sets' elements from the last to the first.
 */
public final class DescendingSet<E> implements TestSetGenerator<E> {
  private final TestSetGenerator<E> ascending;

  public DescendingSet(TestSetGenerator<E> ascending) {
    this.ascending = ascending;
  }

  @Override
  public SampleElements<E> samples() {
    return ascending.samples();
  }

  @Override
  public E[] createArray(int length) {
    return ascending.createArray(length);
  }

  @Override
  public Iterable<E> order(List<E> insertionOrder) {
    List<E> list = new ArrayList<>();
    ascending.order(insertionOrder).forEach(list::add);
    Collections.reverse(list);
    return list;
  }

  @Override
  public Set<E> create(Object... elements) {
    return ((NavigableSet<E>) ascending.create(elements)).descendingSet();
  }
}
