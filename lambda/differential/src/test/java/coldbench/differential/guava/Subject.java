package coldbench.differential.guava;

import static com.google.common.collect.testing.features.CollectionFeature.ALLOWS_NULL_VALUES;
import static com.google.common.collect.testing.features.CollectionFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION;
import static com.google.common.collect.testing.features.CollectionFeature.KNOWN_ORDER;
import static com.google.common.collect.testing.features.CollectionFeature.NONE;
import static com.google.common.collect.testing.features.CollectionFeature.REJECTS_DUPLICATES_AT_CREATION;
import static com.google.common.collect.testing.features.CollectionFeature.RESTRICTS_ELEMENTS;
import static com.google.common.collect.testing.features.CollectionFeature.SUPPORTS_ADD;
import static com.google.common.collect.testing.features.CollectionFeature.SUPPORTS_ITERATOR_REMOVE;
import static com.google.common.collect.testing.features.CollectionFeature.SUPPORTS_REMOVE;
import static com.google.common.collect.testing.features.CollectionSize.ANY;
import static com.google.common.collect.testing.features.CollectionSize.ONE;
import static com.google.common.collect.testing.features.CollectionSize.SEVERAL;
import static com.google.common.collect.testing.features.CollectionSize.ZERO;
import static com.google.common.collect.testing.features.ListFeature.SUPPORTS_ADD_WITH_INDEX;
import static com.google.common.collect.testing.features.ListFeature.SUPPORTS_REMOVE_WITH_INDEX;
import static com.google.common.collect.testing.features.ListFeature.SUPPORTS_SET;
import static com.google.common.collect.testing.features.MapFeature.ALLOWS_ANY_NULL_QUERIES;
import static com.google.common.collect.testing.features.MapFeature.ALLOWS_NULL_KEYS;
import static com.google.common.collect.testing.features.MapFeature.RESTRICTS_KEYS;
import static com.google.common.collect.testing.features.MapFeature.RESTRICTS_VALUES;
import static java.util.Arrays.asList;

import com.google.common.collect.testing.AnEnum;
import com.google.common.collect.testing.MinimalCollection;
import com.google.common.collect.testing.TestContainerGenerator;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.Feature;
import com.google.common.collect.testing.features.ListFeature;
import com.google.common.collect.testing.features.MapFeature;
import com.google.common.collect.testing.features.SetFeature;
import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSequentialList;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A collection of the JDK, how it is made of testlib's elements, and which of testlib's features it
 * has. Those of the JDK's classes are as testlib's TestsFor...InJavaUtil have them, without
 * SERIALIZABLE: natively there is no serialization.
 */
public enum Subject {
  EMPTY_LIST(Kind.LIST, Generators.list(e -> Collections.emptyList()), ZERO),
  SINGLETON_LIST(
      Kind.LIST, Generators.list(e -> Collections.singletonList(e[0])), ALLOWS_NULL_VALUES, ONE),
  ARRAYS_AS_LIST(
      Kind.LIST, Generators.list(e -> asList(e.clone())), SUPPORTS_SET, ALLOWS_NULL_VALUES, ANY),
  ARRAY_LIST(
      Kind.LIST,
      Generators.list(e -> new ArrayList<>(MinimalCollection.of(e))),
      ListFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_VALUES,
      FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      ANY),
  SUB_LIST(
      Kind.LIST,
      Generators.list(
          e -> {
            List<String> all = new ArrayList<>(asList("before", "after"));
            all.addAll(1, asList(e));
            return all.subList(1, 1 + e.length);
          }),
      ListFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_VALUES,
      FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      ANY),
  LINKED_LIST(
      Kind.LIST,
      Generators.list(e -> new LinkedList<>(MinimalCollection.of(e))),
      ListFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_VALUES,
      FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      ANY),
  COPY_ON_WRITE_ARRAY_LIST(
      Kind.LIST,
      Generators.list(e -> new CopyOnWriteArrayList<>(MinimalCollection.of(e))),
      SUPPORTS_ADD_WITH_INDEX,
      SUPPORTS_REMOVE_WITH_INDEX,
      SUPPORTS_SET,
      SUPPORTS_ADD,
      SUPPORTS_REMOVE,
      ALLOWS_NULL_VALUES,
      ANY),
  UNMODIFIABLE_LIST(
      Kind.LIST,
      Generators.list(e -> Collections.unmodifiableList(new ArrayList<>(asList(e)))),
      ALLOWS_NULL_VALUES,
      ANY),
  CHECKED_LIST(
      Kind.LIST,
      Generators.list(e -> Collections.checkedList(new ArrayList<>(asList(e)), String.class)),
      ListFeature.GENERAL_PURPOSE,
      RESTRICTS_ELEMENTS,
      ALLOWS_NULL_VALUES,
      ANY),
  SYNCHRONIZED_LIST(
      Kind.LIST,
      Generators.list(e -> Collections.synchronizedList(new ArrayList<>(asList(e)))),
      ListFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_VALUES,
      ANY),
  VECTOR(
      Kind.LIST,
      Generators.list(e -> new Vector<>(MinimalCollection.of(e))),
      ListFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_VALUES,
      FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      ANY),
  STACK(
      Kind.LIST,
      Generators.list(
          e -> {
            Stack<String> stack = new Stack<>();
            asList(e).forEach(stack::push);
            return stack;
          }),
      ListFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_VALUES,
      FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      ANY),
  ABSTRACT_LIST(
      Kind.LIST,
      Generators.list(
          e ->
              new AbstractList<>() {
                @Override
                public int size() {
                  return e.length;
                }

                @Override
                public String get(int index) {
                  return e[index];
                }
              }),
      NONE,
      ALLOWS_NULL_VALUES,
      ANY),
  ABSTRACT_SEQUENTIAL_LIST(
      Kind.LIST,
      Generators.list(
          e -> {
            List<String> list = new ArrayList<>(asList(e));
            return new AbstractSequentialList<>() {
              @Override
              public int size() {
                return list.size();
              }

              @Override
              public ListIterator<String> listIterator(int index) {
                return list.listIterator(index);
              }
            };
          }),
      ListFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_VALUES,
      ANY),
  LIST_OF(Kind.LIST, Generators.list(List::of), ANY),
  LIST_COPY_OF(Kind.LIST, Generators.list(e -> List.copyOf(asList(e))), ANY),
  STREAM_TO_LIST(Kind.LIST, Generators.list(e -> Stream.of(e).toList()), ALLOWS_NULL_VALUES, ANY),
  STREAM_COLLECTED(
      Kind.LIST,
      Generators.list(e -> Stream.of(e).collect(Collectors.toList())),
      ListFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_VALUES,
      FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      ANY),

  EMPTY_SET(Kind.SET, Generators.set(e -> Collections.emptySet()), ZERO),
  SINGLETON_SET(
      Kind.SET, Generators.set(e -> Collections.singleton(e[0])), ALLOWS_NULL_VALUES, ONE),
  HASH_SET(
      Kind.SET,
      Generators.set(e -> new HashSet<>(MinimalCollection.of(e))),
      SetFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_VALUES,
      FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      ANY),
  COLLIDING_HASH_SET(
      Kind.SET,
      Generators.colliding(e -> new HashSet<>(MinimalCollection.of(e))),
      SetFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_VALUES,
      SEVERAL),
  LINKED_HASH_SET(
      Kind.SET,
      Generators.set(e -> new LinkedHashSet<>(MinimalCollection.of(e))),
      SetFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_VALUES,
      KNOWN_ORDER,
      FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      ANY),
  ENUM_SET(
      Kind.SET,
      Generators.enumSet(
          e ->
              e.length == 0
                  ? EnumSet.noneOf(AnEnum.class)
                  : EnumSet.copyOf(MinimalCollection.of(e))),
      SetFeature.GENERAL_PURPOSE,
      KNOWN_ORDER,
      RESTRICTS_ELEMENTS,
      ANY),
  TREE_SET(
      Kind.NAVIGABLE_SET,
      Generators.sortedSet(e -> new TreeSet<>(MinimalCollection.of(e))),
      SetFeature.GENERAL_PURPOSE,
      KNOWN_ORDER,
      FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      ANY),
  TREE_SET_WITH_COMPARATOR(
      Kind.NAVIGABLE_SET,
      Generators.sortedSet(
          e -> {
            TreeSet<String> set = new TreeSet<>(Generators.nullFriendly());
            Collections.addAll(set, e);
            return set;
          }),
      SetFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_VALUES,
      KNOWN_ORDER,
      FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      ANY),
  SYNCHRONIZED_NAVIGABLE_SET(
      Kind.NAVIGABLE_SET,
      Generators.sortedSet(
          e -> Collections.synchronizedNavigableSet(new TreeSet<>(MinimalCollection.of(e)))),
      SetFeature.GENERAL_PURPOSE,
      KNOWN_ORDER,
      FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      ANY),
  UNMODIFIABLE_NAVIGABLE_SET(
      Kind.SORTED_SET,
      Generators.sortedSet(
          e -> Collections.unmodifiableNavigableSet(new TreeSet<>(MinimalCollection.of(e)))),
      KNOWN_ORDER,
      RESTRICTS_ELEMENTS,
      ANY),
  CHECKED_NAVIGABLE_SET(
      Kind.SORTED_SET,
      Generators.sortedSet(
          e ->
              Collections.checkedNavigableSet(
                  new TreeSet<>(MinimalCollection.of(e)), String.class)),
      SetFeature.GENERAL_PURPOSE,
      KNOWN_ORDER,
      FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      RESTRICTS_ELEMENTS,
      ANY),
  EMPTY_NAVIGABLE_SET(Kind.SET, Generators.sortedSet(e -> Collections.emptyNavigableSet()), ZERO),
  COPY_ON_WRITE_ARRAY_SET(
      Kind.SET,
      Generators.set(e -> new CopyOnWriteArraySet<>(MinimalCollection.of(e))),
      SUPPORTS_ADD,
      SUPPORTS_REMOVE,
      ALLOWS_NULL_VALUES,
      KNOWN_ORDER,
      ANY),
  UNMODIFIABLE_SET(
      Kind.SET,
      Generators.set(e -> Collections.unmodifiableSet(new HashSet<>(asList(e)))),
      NONE,
      ALLOWS_NULL_VALUES,
      ANY),
  CHECKED_SET(
      Kind.SET,
      Generators.set(e -> Collections.checkedSet(new HashSet<>(asList(e)), String.class)),
      SetFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_VALUES,
      RESTRICTS_ELEMENTS,
      ANY),
  SYNCHRONIZED_SET(
      Kind.SET,
      Generators.set(e -> Collections.synchronizedSet(new HashSet<>(asList(e)))),
      SetFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_VALUES,
      ANY),
  ABSTRACT_SET(
      Kind.SET,
      Generators.set(
          e -> {
            Set<String> once = new LinkedHashSet<>(asList(e));
            return new AbstractSet<>() {
              @Override
              public int size() {
                return once.size();
              }

              @Override
              public Iterator<String> iterator() {
                return Collections.unmodifiableSet(once).iterator();
              }
            };
          }),
      NONE,
      ALLOWS_NULL_VALUES,
      KNOWN_ORDER,
      ANY),
  SET_OF(Kind.SET, Generators.set(Set::of), REJECTS_DUPLICATES_AT_CREATION, ANY),
  SET_COPY_OF(Kind.SET, Generators.set(e -> Set.copyOf(asList(e))), ANY),
  SET_FROM_MAP(
      Kind.SET,
      Generators.set(
          e -> {
            Set<String> set = Collections.newSetFromMap(new LinkedHashMap<>());
            Collections.addAll(set, e);
            return set;
          }),
      SetFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_VALUES,
      KNOWN_ORDER,
      FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      ANY),
  CONCURRENT_KEY_SET(
      Kind.SET,
      Generators.set(
          e -> {
            Set<String> set = ConcurrentHashMap.newKeySet();
            Collections.addAll(set, e);
            return set;
          }),
      SetFeature.GENERAL_PURPOSE,
      ANY),

  ARRAY_DEQUE(
      Kind.QUEUE,
      Generators.queue(e -> new ArrayDeque<>(MinimalCollection.of(e))),
      CollectionFeature.GENERAL_PURPOSE,
      KNOWN_ORDER,
      ANY),
  LINKED_LIST_AS_QUEUE(
      Kind.QUEUE,
      Generators.queue(e -> new LinkedList<>(MinimalCollection.of(e))),
      CollectionFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_VALUES,
      KNOWN_ORDER,
      ANY),
  CHECKED_QUEUE(
      Kind.QUEUE,
      Generators.queue(
          e -> Collections.checkedQueue(new LinkedList<>(MinimalCollection.of(e)), String.class)),
      CollectionFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_VALUES,
      KNOWN_ORDER,
      RESTRICTS_ELEMENTS,
      ANY),
  PRIORITY_QUEUE(
      Kind.QUEUE,
      Generators.queue(e -> new PriorityQueue<>(MinimalCollection.of(e))),
      CollectionFeature.GENERAL_PURPOSE,
      ANY),

  UNMODIFIABLE_COLLECTION(
      Kind.COLLECTION,
      Generators.collection(e -> Collections.unmodifiableCollection(asList(e.clone()))),
      ALLOWS_NULL_VALUES,
      KNOWN_ORDER,
      ANY),
  CHECKED_COLLECTION(
      Kind.COLLECTION,
      Generators.collection(
          e -> Collections.checkedCollection(new ArrayList<>(asList(e)), String.class)),
      CollectionFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_VALUES,
      KNOWN_ORDER,
      RESTRICTS_ELEMENTS,
      ANY),
  SYNCHRONIZED_COLLECTION(
      Kind.COLLECTION,
      Generators.collection(e -> Collections.synchronizedCollection(new ArrayList<>(asList(e)))),
      CollectionFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_VALUES,
      KNOWN_ORDER,
      ANY),
  ABSTRACT_COLLECTION(
      Kind.COLLECTION,
      Generators.collection(
          e ->
              new AbstractCollection<>() {
                private final Collection<String> all = new ArrayList<>(asList(e));

                @Override
                public int size() {
                  return all.size();
                }

                @Override
                public Iterator<String> iterator() {
                  return all.iterator();
                }

                @Override
                public boolean add(String element) {
                  return all.add(element);
                }
              }),
      CollectionFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_VALUES,
      KNOWN_ORDER,
      ANY),

  EMPTY_MAP(Kind.MAP, Generators.map(e -> Collections.emptyMap()), ZERO),
  SINGLETON_MAP(
      Kind.MAP,
      Generators.map(e -> Collections.singletonMap(e[0].getKey(), e[0].getValue())),
      ALLOWS_NULL_KEYS,
      MapFeature.ALLOWS_NULL_VALUES,
      ALLOWS_ANY_NULL_QUERIES,
      ONE),
  HASH_MAP(
      Kind.MAP,
      Generators.map(e -> Generators.filled(new HashMap<>(), e)),
      MapFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_KEYS,
      MapFeature.ALLOWS_NULL_VALUES,
      ALLOWS_ANY_NULL_QUERIES,
      MapFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      SUPPORTS_ITERATOR_REMOVE,
      ANY),
  HASHTABLE(
      Kind.MAP,
      Generators.map(e -> Generators.filled(new Hashtable<>(), e)),
      MapFeature.GENERAL_PURPOSE,
      MapFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      RESTRICTS_KEYS,
      MapFeature.SUPPORTS_REMOVE,
      FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      SUPPORTS_ITERATOR_REMOVE,
      SUPPORTS_REMOVE,
      ANY),
  LINKED_HASH_MAP(
      Kind.MAP,
      Generators.map(e -> Generators.filled(new LinkedHashMap<>(), e)),
      MapFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_KEYS,
      MapFeature.ALLOWS_NULL_VALUES,
      ALLOWS_ANY_NULL_QUERIES,
      MapFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      SUPPORTS_ITERATOR_REMOVE,
      KNOWN_ORDER,
      ANY),
  WEAK_HASH_MAP(
      Kind.MAP,
      Generators.map(e -> Generators.filled(new WeakHashMap<>(), e)),
      MapFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_KEYS,
      MapFeature.ALLOWS_NULL_VALUES,
      ALLOWS_ANY_NULL_QUERIES,
      MapFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      SUPPORTS_ITERATOR_REMOVE,
      ANY),
  TREE_MAP(
      Kind.NAVIGABLE_MAP,
      Generators.sortedMap(e -> Generators.filled(new TreeMap<>(), e)),
      MapFeature.GENERAL_PURPOSE,
      MapFeature.ALLOWS_NULL_VALUES,
      MapFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      SUPPORTS_ITERATOR_REMOVE,
      KNOWN_ORDER,
      ANY),
  TREE_MAP_WITH_COMPARATOR(
      Kind.NAVIGABLE_MAP,
      Generators.sortedMap(e -> Generators.filled(new TreeMap<>(Generators.nullFriendly()), e)),
      MapFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_KEYS,
      MapFeature.ALLOWS_NULL_VALUES,
      ALLOWS_ANY_NULL_QUERIES,
      MapFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      SUPPORTS_ITERATOR_REMOVE,
      KNOWN_ORDER,
      ANY),
  SYNCHRONIZED_NAVIGABLE_MAP(
      Kind.NAVIGABLE_MAP,
      Generators.sortedMap(
          e -> Collections.synchronizedNavigableMap(Generators.filled(new TreeMap<>(), e))),
      MapFeature.GENERAL_PURPOSE,
      MapFeature.ALLOWS_NULL_VALUES,
      MapFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      SUPPORTS_ITERATOR_REMOVE,
      KNOWN_ORDER,
      ANY),
  UNMODIFIABLE_NAVIGABLE_MAP(
      Kind.SORTED_MAP,
      Generators.sortedMap(
          e -> Collections.unmodifiableNavigableMap(Generators.filled(new TreeMap<>(), e))),
      MapFeature.ALLOWS_NULL_VALUES,
      KNOWN_ORDER,
      ANY),
  CHECKED_NAVIGABLE_MAP(
      Kind.SORTED_MAP,
      Generators.sortedMap(
          e ->
              Collections.checkedNavigableMap(
                  Generators.filled(new TreeMap<>(), e), String.class, String.class)),
      MapFeature.GENERAL_PURPOSE,
      MapFeature.ALLOWS_NULL_VALUES,
      MapFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      RESTRICTS_KEYS,
      RESTRICTS_VALUES,
      SUPPORTS_ITERATOR_REMOVE,
      KNOWN_ORDER,
      ANY),
  EMPTY_NAVIGABLE_MAP(Kind.MAP, Generators.sortedMap(e -> Collections.emptyNavigableMap()), ZERO),
  UNMODIFIABLE_MAP(
      Kind.MAP,
      Generators.map(e -> Collections.unmodifiableMap(Generators.filled(new HashMap<>(), e))),
      ALLOWS_NULL_KEYS,
      MapFeature.ALLOWS_NULL_VALUES,
      ALLOWS_ANY_NULL_QUERIES,
      ANY),
  CHECKED_MAP(
      Kind.MAP,
      Generators.map(
          e ->
              Collections.checkedMap(
                  Generators.filled(new HashMap<>(), e), String.class, String.class)),
      MapFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_KEYS,
      MapFeature.ALLOWS_NULL_VALUES,
      ALLOWS_ANY_NULL_QUERIES,
      MapFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      RESTRICTS_KEYS,
      RESTRICTS_VALUES,
      SUPPORTS_ITERATOR_REMOVE,
      ANY),
  SYNCHRONIZED_MAP(
      Kind.MAP,
      Generators.map(e -> Collections.synchronizedMap(Generators.filled(new HashMap<>(), e))),
      MapFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_KEYS,
      MapFeature.ALLOWS_NULL_VALUES,
      ALLOWS_ANY_NULL_QUERIES,
      MapFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      SUPPORTS_ITERATOR_REMOVE,
      ANY),
  ABSTRACT_MAP(
      Kind.MAP,
      Generators.map(
          e -> {
            Map<String, String> all = Generators.filled(new LinkedHashMap<>(), e);
            return new AbstractMap<>() {
              @Override
              public Set<Map.Entry<String, String>> entrySet() {
                return all.entrySet();
              }

              @Override
              public String put(String key, String value) {
                return all.put(key, value);
              }
            };
          }),
      MapFeature.GENERAL_PURPOSE,
      ALLOWS_NULL_KEYS,
      MapFeature.ALLOWS_NULL_VALUES,
      ALLOWS_ANY_NULL_QUERIES,
      MapFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION,
      SUPPORTS_ITERATOR_REMOVE,
      KNOWN_ORDER,
      ANY),
  ENUM_MAP(
      Kind.MAP,
      Generators.enumMap(e -> Generators.filled(new EnumMap<>(AnEnum.class), e)),
      MapFeature.GENERAL_PURPOSE,
      MapFeature.ALLOWS_NULL_VALUES,
      RESTRICTS_KEYS,
      SUPPORTS_ITERATOR_REMOVE,
      KNOWN_ORDER,
      ANY),
  MAP_OF_ENTRIES(
      Kind.MAP, Generators.map(Map::ofEntries), MapFeature.REJECTS_DUPLICATES_AT_CREATION, ANY),
  CONCURRENT_HASH_MAP(
      Kind.CONCURRENT_MAP,
      Generators.map(e -> Generators.filled(new ConcurrentHashMap<>(), e)),
      MapFeature.GENERAL_PURPOSE,
      SUPPORTS_ITERATOR_REMOVE,
      ANY);

  /** Which of testlib's builders makes its suites. */
  enum Kind {
    COLLECTION,
    LIST,
    SET,
    SORTED_SET,
    NAVIGABLE_SET,
    QUEUE,
    MAP,
    SORTED_MAP,
    NAVIGABLE_MAP,
    CONCURRENT_MAP
  }

  final Kind kind;
  final TestContainerGenerator<?, ?> generator;
  final List<Feature<?>> features;

  Subject(Kind kind, TestContainerGenerator<?, ?> generator, Feature<?>... features) {
    this.kind = kind;
    this.generator = generator;
    this.features = List.of(features);
  }

  /** What testlib makes it by, as whatever kind of generator it is. */
  @SuppressWarnings("unchecked")
  public <T extends TestContainerGenerator<?, ?>> T generator() {
    return (T) generator;
  }
}
