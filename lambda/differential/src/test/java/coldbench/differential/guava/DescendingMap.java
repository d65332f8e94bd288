package coldbench.differential.guava;

import com.google.common.collect.testing.SampleElements;
import com.google.common.collect.testing.TestSortedMapGenerator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map.Entry;
import java.util.NavigableMap;

/** As the class of testlib that is private: the other maps' entries from the last to the first. */
public final class DescendingMap<K, V> implements TestSortedMapGenerator<K, V> {
  private final TestSortedMapGenerator<K, V> ascending;

  public DescendingMap(TestSortedMapGenerator<K, V> ascending) {
    this.ascending = ascending;
  }

  @Override
  public NavigableMap<K, V> create(Object... entries) {
    return ((NavigableMap<K, V>) ascending.create(entries)).descendingMap();
  }

  @Override
  public Iterable<Entry<K, V>> order(List<Entry<K, V>> insertionOrder) {
    List<Entry<K, V>> list = new ArrayList<>();
    ascending.order(insertionOrder).forEach(list::add);
    Collections.reverse(list);
    return list;
  }

  @Override
  public SampleElements<Entry<K, V>> samples() {
    return ascending.samples();
  }

  @Override
  public Entry<K, V>[] createArray(int length) {
    return ascending.createArray(length);
  }

  @Override
  public K[] createKeyArray(int length) {
    return ascending.createKeyArray(length);
  }

  @Override
  public V[] createValueArray(int length) {
    return ascending.createValueArray(length);
  }

  @Override
  public Entry<K, V> belowSamplesLesser() {
    return ascending.aboveSamplesGreater();
  }

  @Override
  public Entry<K, V> belowSamplesGreater() {
    return ascending.aboveSamplesLesser();
  }

  @Override
  public Entry<K, V> aboveSamplesLesser() {
    return ascending.belowSamplesGreater();
  }

  @Override
  public Entry<K, V> aboveSamplesGreater() {
    return ascending.belowSamplesLesser();
  }
}
