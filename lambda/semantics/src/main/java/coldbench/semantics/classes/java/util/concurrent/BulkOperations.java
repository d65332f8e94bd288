package coldbench.semantics.classes.java.util.concurrent;

import java.util.AbstractMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;

/**
 * What is done with all mappings of a {@link ConcurrentHashMap}: one after the other, from whatever
 * size on it may be done in parallel.
 */
abstract class BulkOperations<K, V> extends AbstractMap<K, V> {
  private static <T, U> U found(Iterator<T> all, Function<? super T, ? extends U> search) {
    Objects.requireNonNull(search);
    U found = null;
    while (found == null && all.hasNext()) {
      found = search.apply(all.next());
    }
    return found;
  }

  private static <T> void each(Iterator<T> all, Consumer<? super T> action) {
    Objects.requireNonNull(action);
    all.forEachRemaining(action);
  }

  private static <T, U> void each(
      Iterator<T> all, Function<? super T, ? extends U> transformer, Consumer<? super U> action) {
    Objects.requireNonNull(transformer);
    Objects.requireNonNull(action);
    while (all.hasNext()) {
      U made = transformer.apply(all.next());
      if (made != null) {
        action.accept(made);
      }
    }
  }

  private static <T, U> U reduced(
      Iterator<T> all,
      Function<? super T, ? extends U> transformer,
      BiFunction<? super U, ? super U, ? extends U> reducer) {
    Objects.requireNonNull(transformer);
    Objects.requireNonNull(reducer);
    U result = null;
    while (all.hasNext()) {
      U made = transformer.apply(all.next());
      if (made != null) {
        result = result == null ? made : reducer.apply(result, made);
      }
    }
    return result;
  }

  private static <T> double reducedToDouble(
      Iterator<T> all,
      ToDoubleFunction<? super T> transformer,
      double basis,
      DoubleBinaryOperator reducer) {
    Objects.requireNonNull(transformer);
    Objects.requireNonNull(reducer);
    double result = basis;
    while (all.hasNext()) {
      result = reducer.applyAsDouble(result, transformer.applyAsDouble(all.next()));
    }
    return result;
  }

  private static <T> long reducedToLong(
      Iterator<T> all,
      ToLongFunction<? super T> transformer,
      long basis,
      LongBinaryOperator reducer) {
    Objects.requireNonNull(transformer);
    Objects.requireNonNull(reducer);
    long result = basis;
    while (all.hasNext()) {
      result = reducer.applyAsLong(result, transformer.applyAsLong(all.next()));
    }
    return result;
  }

  private static <T> int reducedToInt(
      Iterator<T> all, ToIntFunction<? super T> transformer, int basis, IntBinaryOperator reducer) {
    Objects.requireNonNull(transformer);
    Objects.requireNonNull(reducer);
    int result = basis;
    while (all.hasNext()) {
      result = reducer.applyAsInt(result, transformer.applyAsInt(all.next()));
    }
    return result;
  }

  private Iterator<Map.Entry<K, V>> mappings() {
    return entrySet().iterator();
  }

  private static <K, V, U> Function<Map.Entry<K, V>, U> ofEntry(
      BiFunction<? super K, ? super V, ? extends U> function) {
    Objects.requireNonNull(function);
    return entry -> function.apply(entry.getKey(), entry.getValue());
  }

  public void forEach(long threshold, BiConsumer<? super K, ? super V> action) {
    forEach(action);
  }

  public <U> void forEach(
      long threshold,
      BiFunction<? super K, ? super V, ? extends U> transformer,
      Consumer<? super U> action) {
    each(mappings(), ofEntry(transformer), action);
  }

  public <U> U search(long threshold, BiFunction<? super K, ? super V, ? extends U> search) {
    return found(mappings(), ofEntry(search));
  }

  public <U> U reduce(
      long threshold,
      BiFunction<? super K, ? super V, ? extends U> transformer,
      BiFunction<? super U, ? super U, ? extends U> reducer) {
    return reduced(mappings(), ofEntry(transformer), reducer);
  }

  public double reduceToDouble(
      long threshold,
      ToDoubleBiFunction<? super K, ? super V> transformer,
      double basis,
      DoubleBinaryOperator reducer) {
    Objects.requireNonNull(transformer);
    return reducedToDouble(
        mappings(), e -> transformer.applyAsDouble(e.getKey(), e.getValue()), basis, reducer);
  }

  public long reduceToLong(
      long threshold,
      ToLongBiFunction<? super K, ? super V> transformer,
      long basis,
      LongBinaryOperator reducer) {
    Objects.requireNonNull(transformer);
    return reducedToLong(
        mappings(), e -> transformer.applyAsLong(e.getKey(), e.getValue()), basis, reducer);
  }

  public int reduceToInt(
      long threshold,
      ToIntBiFunction<? super K, ? super V> transformer,
      int basis,
      IntBinaryOperator reducer) {
    Objects.requireNonNull(transformer);
    return reducedToInt(
        mappings(), e -> transformer.applyAsInt(e.getKey(), e.getValue()), basis, reducer);
  }

  public void forEachKey(long threshold, Consumer<? super K> action) {
    each(keySet().iterator(), action);
  }

  public <U> void forEachKey(
      long threshold, Function<? super K, ? extends U> transformer, Consumer<? super U> action) {
    each(keySet().iterator(), transformer, action);
  }

  public <U> U searchKeys(long threshold, Function<? super K, ? extends U> search) {
    return found(keySet().iterator(), search);
  }

  public K reduceKeys(long threshold, BiFunction<? super K, ? super K, ? extends K> reducer) {
    return reduced(keySet().iterator(), Function.<K>identity(), reducer);
  }

  public <U> U reduceKeys(
      long threshold,
      Function<? super K, ? extends U> transformer,
      BiFunction<? super U, ? super U, ? extends U> reducer) {
    return reduced(keySet().iterator(), transformer, reducer);
  }

  public double reduceKeysToDouble(
      long threshold,
      ToDoubleFunction<? super K> transformer,
      double basis,
      DoubleBinaryOperator reducer) {
    return reducedToDouble(keySet().iterator(), transformer, basis, reducer);
  }

  public long reduceKeysToLong(
      long threshold,
      ToLongFunction<? super K> transformer,
      long basis,
      LongBinaryOperator reducer) {
    return reducedToLong(keySet().iterator(), transformer, basis, reducer);
  }

  public int reduceKeysToInt(
      long threshold, ToIntFunction<? super K> transformer, int basis, IntBinaryOperator reducer) {
    return reducedToInt(keySet().iterator(), transformer, basis, reducer);
  }

  public void forEachValue(long threshold, Consumer<? super V> action) {
    each(values().iterator(), action);
  }

  public <U> void forEachValue(
      long threshold, Function<? super V, ? extends U> transformer, Consumer<? super U> action) {
    each(values().iterator(), transformer, action);
  }

  public <U> U searchValues(long threshold, Function<? super V, ? extends U> search) {
    return found(values().iterator(), search);
  }

  public V reduceValues(long threshold, BiFunction<? super V, ? super V, ? extends V> reducer) {
    return reduced(values().iterator(), Function.<V>identity(), reducer);
  }

  public <U> U reduceValues(
      long threshold,
      Function<? super V, ? extends U> transformer,
      BiFunction<? super U, ? super U, ? extends U> reducer) {
    return reduced(values().iterator(), transformer, reducer);
  }

  public double reduceValuesToDouble(
      long threshold,
      ToDoubleFunction<? super V> transformer,
      double basis,
      DoubleBinaryOperator reducer) {
    return reducedToDouble(values().iterator(), transformer, basis, reducer);
  }

  public long reduceValuesToLong(
      long threshold,
      ToLongFunction<? super V> transformer,
      long basis,
      LongBinaryOperator reducer) {
    return reducedToLong(values().iterator(), transformer, basis, reducer);
  }

  public int reduceValuesToInt(
      long threshold, ToIntFunction<? super V> transformer, int basis, IntBinaryOperator reducer) {
    return reducedToInt(values().iterator(), transformer, basis, reducer);
  }

  public void forEachEntry(long threshold, Consumer<? super Map.Entry<K, V>> action) {
    each(mappings(), action);
  }

  public <U> void forEachEntry(
      long threshold,
      Function<Map.Entry<K, V>, ? extends U> transformer,
      Consumer<? super U> action) {
    each(mappings(), transformer, action);
  }

  public <U> U searchEntries(long threshold, Function<Map.Entry<K, V>, ? extends U> search) {
    return found(mappings(), search);
  }

  public Map.Entry<K, V> reduceEntries(
      long threshold,
      BiFunction<Map.Entry<K, V>, Map.Entry<K, V>, ? extends Map.Entry<K, V>> reducer) {
    return reduced(mappings(), Function.<Map.Entry<K, V>>identity(), reducer);
  }

  public <U> U reduceEntries(
      long threshold,
      Function<Map.Entry<K, V>, ? extends U> transformer,
      BiFunction<? super U, ? super U, ? extends U> reducer) {
    return reduced(mappings(), transformer, reducer);
  }

  public double reduceEntriesToDouble(
      long threshold,
      ToDoubleFunction<Map.Entry<K, V>> transformer,
      double basis,
      DoubleBinaryOperator reducer) {
    return reducedToDouble(mappings(), transformer, basis, reducer);
  }

  public long reduceEntriesToLong(
      long threshold,
      ToLongFunction<Map.Entry<K, V>> transformer,
      long basis,
      LongBinaryOperator reducer) {
    return reducedToLong(mappings(), transformer, basis, reducer);
  }

  public int reduceEntriesToInt(
      long threshold,
      ToIntFunction<Map.Entry<K, V>> transformer,
      int basis,
      IntBinaryOperator reducer) {
    return reducedToInt(mappings(), transformer, basis, reducer);
  }
}
