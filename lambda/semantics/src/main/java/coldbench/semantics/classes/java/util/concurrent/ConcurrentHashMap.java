package coldbench.semantics.classes.java.util.concurrent;

import java.io.Serializable;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * For one thread, which may change it while it iterates. Source:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/concurrent/ConcurrentHashMap.html
 */
public class ConcurrentHashMap<K, V> extends BulkOperations<K, V>
    implements ConcurrentMap<K, V>, Serializable {
  private static final long serialVersionUID = 1;
  private static final int LEAST = 16;
  private static final int MOST = 1 << 30;

  /** What was taken out still leads on, for iterators that stand there. */
  private static final class Node<K, V> {
    final int hash;
    final K key;
    V value;
    Node<K, V> next;

    Node(int hash, K key, V value) {
      this.hash = hash;
      this.key = key;
      this.value = value;
    }
  }

  private transient Node<K, V>[] table;
  private transient int size;

  public ConcurrentHashMap() {
    table = make(LEAST);
  }

  public ConcurrentHashMap(int capacity) {
    this(capacity, 0.75f, 1);
  }

  public ConcurrentHashMap(int capacity, float loadFactor) {
    this(capacity, loadFactor, 1);
  }

  public ConcurrentHashMap(int capacity, float loadFactor, int concurrency) {
    if (!(loadFactor > 0) || capacity < 0 || concurrency <= 0) {
      throw new IllegalArgumentException();
    }
    table = make(powerFrom((long) (1.0 + Math.max(capacity, concurrency) / loadFactor)));
  }

  @SuppressWarnings("this-escape") // Whoever overrides putAll is asked, as by the JDK's.
  public ConcurrentHashMap(Map<? extends K, ? extends V> from) {
    this();
    putAll(from);
  }

  @SuppressWarnings("unchecked")
  private static <K, V> Node<K, V>[] make(int length) {
    return (Node<K, V>[]) new Node<?, ?>[length];
  }

  private static int powerFrom(long size) {
    int length = 1;
    while (length < size && length < MOST) {
      length <<= 1;
    }
    return length;
  }

  private static int hash(Object key) {
    int hash = key.hashCode();
    return (hash ^ (hash >>> 16)) & Integer.MAX_VALUE;
  }

  private Node<K, V> find(Object key) {
    int hash = hash(key);
    for (Node<K, V> n = table[hash & (table.length - 1)]; n != null; n = n.next) {
      if (n.hash == hash && (n.key == key || key.equals(n.key))) {
        return n;
      }
    }
    return null;
  }

  private void add(K key, V value) {
    append(table, new Node<>(hash(key), key, value));
    size++;
    if (size >= table.length - (table.length >>> 2)) {
      resize(table.length << 1);
    }
  }

  private static <K, V> void append(Node<K, V>[] to, Node<K, V> node) {
    int at = node.hash & (to.length - 1);
    if (to[at] == null) {
      to[at] = node;
      return;
    }
    Node<K, V> last = to[at];
    while (last.next != null) {
      last = last.next;
    }
    last.next = node;
  }

  /** Iterators stay in the table that they started in. */
  private void resize(int length) {
    if (length <= table.length || length > MOST) {
      return;
    }
    Node<K, V>[] larger = make(length);
    for (Node<K, V> first : table) {
      for (Node<K, V> n = first; n != null; n = n.next) {
        append(larger, new Node<>(n.hash, n.key, n.value));
      }
    }
    table = larger;
  }

  private void unlink(Node<K, V> node) {
    int at = node.hash & (table.length - 1);
    if (table[at] == node) {
      table[at] = node.next;
    } else {
      Node<K, V> before = table[at];
      while (before.next != node) {
        before = before.next;
      }
      before.next = node.next;
    }
    size--;
  }

  @Override
  public int size() {
    return size;
  }

  public long mappingCount() {
    return size;
  }

  @Override
  public V get(Object key) {
    Node<K, V> found = find(key);
    return found == null ? null : found.value;
  }

  @Override
  public V getOrDefault(Object key, V other) {
    V found = get(key);
    return found == null ? other : found;
  }

  @Override
  public boolean containsKey(Object key) {
    return find(key) != null;
  }

  @Override
  public boolean containsValue(Object value) {
    Objects.requireNonNull(value);
    return super.containsValue(value);
  }

  public boolean contains(Object value) {
    return containsValue(value);
  }

  @Override
  public V put(K key, V value) {
    Objects.requireNonNull(value);
    Node<K, V> found = find(key);
    if (found == null) {
      add(key, value);
      return null;
    }
    V old = found.value;
    found.value = value;
    return old;
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> from) {
    int more = from.size();
    resize(powerFrom(more + (more >>> 1) + 1L));
    from.forEach(this::put);
  }

  @Override
  public V putIfAbsent(K key, V value) {
    Objects.requireNonNull(value);
    Node<K, V> found = find(key);
    if (found != null) {
      return found.value;
    }
    add(key, value);
    return null;
  }

  @Override
  public V remove(Object key) {
    Node<K, V> found = find(key);
    if (found == null) {
      return null;
    }
    unlink(found);
    return found.value;
  }

  @Override
  public boolean remove(Object key, Object value) {
    Node<K, V> found = find(key);
    boolean same = found != null && value != null && value.equals(found.value);
    if (same) {
      unlink(found);
    }
    return same;
  }

  @Override
  public V replace(K key, V value) {
    Objects.requireNonNull(value);
    Node<K, V> found = find(key);
    return found == null ? null : put(key, value);
  }

  @Override
  public boolean replace(K key, V old, V value) {
    Objects.requireNonNull(old);
    Objects.requireNonNull(value);
    Node<K, V> found = find(key);
    boolean same = found != null && old.equals(found.value);
    if (same) {
      found.value = value;
    }
    return same;
  }

  @Override
  public void clear() {
    table = make(table.length);
    size = 0;
  }

  @Override
  public void forEach(BiConsumer<? super K, ? super V> action) {
    Objects.requireNonNull(action);
    for (Walk<K, V, K> nodes = new Keys<>(this); nodes.hasNext(); ) {
      Node<K, V> node = nodes.nextNode();
      action.accept(node.key, node.value);
    }
  }

  @Override
  public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
    Objects.requireNonNull(function);
    for (Walk<K, V, K> nodes = new Keys<>(this); nodes.hasNext(); ) {
      Node<K, V> node = nodes.nextNode();
      node.value = Objects.requireNonNull(function.apply(node.key, node.value));
    }
  }

  @Override
  public V computeIfAbsent(K key, Function<? super K, ? extends V> function) {
    Objects.requireNonNull(function);
    Node<K, V> found = find(key);
    if (found != null) {
      return found.value;
    }
    return set(key, null, function.apply(key));
  }

  @Override
  public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    Objects.requireNonNull(function);
    Node<K, V> found = find(key);
    return found == null ? null : set(key, found, function.apply(key, found.value));
  }

  @Override
  public V compute(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    Objects.requireNonNull(function);
    Node<K, V> found = find(key);
    return set(key, found, function.apply(key, found == null ? null : found.value));
  }

  @Override
  public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
    Objects.requireNonNull(value);
    Objects.requireNonNull(function);
    Node<K, V> found = find(key);
    return set(key, found, found == null ? value : function.apply(found.value, value));
  }

  /** Null takes it out; the function that found the value may have changed the map. */
  private V set(K key, Node<K, V> found, V value) {
    if (value != null) {
      put(key, value);
    } else if (found != null) {
      remove(key);
    }
    return value;
  }

  private static <T> Spliterator<T> split(Iterator<T> all, int size, int more) {
    return Spliterators.spliterator(all, size, Spliterator.CONCURRENT | Spliterator.NONNULL | more);
  }

  /** In the order of the table. */
  @SuppressWarnings("JdkObsolete") // the class it stands for has enumerations
  private abstract static class Walk<K, V, T> implements Iterator<T>, Enumeration<T> {
    final ConcurrentHashMap<K, V> map;
    private final Node<K, V>[] table;
    private int at;
    private Node<K, V> next;
    private Node<K, V> last;

    Walk(ConcurrentHashMap<K, V> map) {
      this.map = map;
      table = map.table;
      advance(null);
    }

    abstract T of(Node<K, V> node);

    private void advance(Node<K, V> from) {
      Node<K, V> node = from == null ? null : from.next;
      while (node == null && at < table.length) {
        node = table[at++];
      }
      next = node;
    }

    final Node<K, V> nextNode() {
      if (next == null) {
        throw new NoSuchElementException();
      }
      last = next;
      advance(next);
      return last;
    }

    @Override
    public final boolean hasNext() {
      return next != null;
    }

    @Override
    public final T next() {
      return of(nextNode());
    }

    @Override
    public final boolean hasMoreElements() {
      return hasNext();
    }

    @Override
    public final T nextElement() {
      return next();
    }

    @Override
    public final void remove() {
      if (last == null) {
        throw new IllegalStateException();
      }
      map.remove(last.key);
      last = null;
    }
  }

  private static final class Keys<K, V> extends Walk<K, V, K> {
    Keys(ConcurrentHashMap<K, V> map) {
      super(map);
    }

    @Override
    K of(Node<K, V> node) {
      return node.key;
    }
  }

  private static final class Values<K, V> extends Walk<K, V, V> {
    Values(ConcurrentHashMap<K, V> map) {
      super(map);
    }

    @Override
    V of(Node<K, V> node) {
      return node.value;
    }
  }

  private static final class Entries<K, V> extends Walk<K, V, Map.Entry<K, V>> {
    Entries(ConcurrentHashMap<K, V> map) {
      super(map);
    }

    @Override
    Map.Entry<K, V> of(Node<K, V> node) {
      return new Written<>(node.key, node.value, map);
    }
  }

  /** An entry as it was; to set its value writes through. */
  private static final class Written<K, V> extends AbstractMap.SimpleEntry<K, V> {
    private static final long serialVersionUID = 1;
    private final transient ConcurrentHashMap<K, V> map;

    Written(K key, V value, ConcurrentHashMap<K, V> map) {
      super(key, value);
      this.map = map;
    }

    @Override
    public V setValue(V value) {
      map.put(getKey(), Objects.requireNonNull(value));
      return super.setValue(value);
    }
  }

  public Enumeration<K> keys() {
    return new Keys<>(this);
  }

  public Enumeration<V> elements() {
    return new Values<>(this);
  }

  @Override
  public KeySetView<K, V> keySet() {
    return new KeySetView<>(this, null);
  }

  public KeySetView<K, V> keySet(V value) {
    return new KeySetView<>(this, Objects.requireNonNull(value));
  }

  public static <T> KeySetView<T, Boolean> newKeySet() {
    return new KeySetView<>(new ConcurrentHashMap<>(), Boolean.TRUE);
  }

  public static <T> KeySetView<T, Boolean> newKeySet(int capacity) {
    return new KeySetView<>(new ConcurrentHashMap<>(capacity), Boolean.TRUE);
  }

  /** The keys, to which others can be added where there is a value for them. */
  public static final class KeySetView<K, V> extends AbstractSet<K> implements Serializable {
    private static final long serialVersionUID = 1;
    private final ConcurrentHashMap<K, V> map;
    private final V value;

    KeySetView(ConcurrentHashMap<K, V> map, V value) {
      this.map = map;
      this.value = value;
    }

    public ConcurrentHashMap<K, V> getMap() {
      return map;
    }

    public V getMappedValue() {
      return value;
    }

    @Override
    public boolean add(K key) {
      if (value == null) {
        throw new UnsupportedOperationException();
      }
      return map.putIfAbsent(key, value) == null;
    }

    @Override
    public Iterator<K> iterator() {
      return new Keys<>(map);
    }

    @Override
    public Spliterator<K> spliterator() {
      return split(iterator(), map.size, Spliterator.DISTINCT);
    }

    @Override
    public int size() {
      return map.size;
    }

    @Override
    public boolean contains(Object key) {
      return map.containsKey(key);
    }

    @Override
    public boolean remove(Object key) {
      return map.remove(key) != null;
    }

    @Override
    public void clear() {
      map.clear();
    }
  }

  @Override
  public Collection<V> values() {
    return new AbstractCollection<V>() {
      @Override
      public Iterator<V> iterator() {
        return new Values<>(ConcurrentHashMap.this);
      }

      @Override
      public Spliterator<V> spliterator() {
        return split(iterator(), size, 0);
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new AbstractSet<Map.Entry<K, V>>() {
      @Override
      public Iterator<Map.Entry<K, V>> iterator() {
        return new Entries<>(ConcurrentHashMap.this);
      }

      @Override
      public Spliterator<Map.Entry<K, V>> spliterator() {
        return split(iterator(), size, Spliterator.DISTINCT);
      }

      @Override
      public int size() {
        return size;
      }

      @Override
      public boolean add(Map.Entry<K, V> entry) {
        return ConcurrentHashMap.this.put(entry.getKey(), entry.getValue()) == null;
      }

      @Override
      public boolean contains(Object other) {
        return other instanceof Map.Entry<?, ?> entry
            && entry.getValue() != null
            && entry.getValue().equals(get(entry.getKey()));
      }

      @Override
      public boolean remove(Object other) {
        return other instanceof Map.Entry<?, ?> entry
            && ConcurrentHashMap.this.remove(entry.getKey(), entry.getValue());
      }
    };
  }
}
