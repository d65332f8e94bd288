package coldbench.differential.guava;

import com.google.common.collect.testing.AnEnum;
import com.google.common.collect.testing.TestCollectionGenerator;
import com.google.common.collect.testing.TestCollidingSetGenerator;
import com.google.common.collect.testing.TestEnumMapGenerator;
import com.google.common.collect.testing.TestEnumSetGenerator;
import com.google.common.collect.testing.TestListGenerator;
import com.google.common.collect.testing.TestMapGenerator;
import com.google.common.collect.testing.TestQueueGenerator;
import com.google.common.collect.testing.TestSetGenerator;
import com.google.common.collect.testing.TestSortedMapGenerator;
import com.google.common.collect.testing.TestSortedSetGenerator;
import com.google.common.collect.testing.TestStringCollectionGenerator;
import com.google.common.collect.testing.TestStringListGenerator;
import com.google.common.collect.testing.TestStringMapGenerator;
import com.google.common.collect.testing.TestStringQueueGenerator;
import com.google.common.collect.testing.TestStringSetGenerator;
import com.google.common.collect.testing.TestStringSortedMapGenerator;
import com.google.common.collect.testing.TestStringSortedSetGenerator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Function;

/** Testlib's generators of collections, by what makes one of its elements. */
final class Generators {
  private Generators() {}

  static TestListGenerator<String> list(Function<String[], List<String>> made) {
    return new TestStringListGenerator() {
      @Override
      protected List<String> create(String[] elements) {
        return made.apply(elements);
      }
    };
  }

  static TestSetGenerator<String> set(Function<String[], Set<String>> made) {
    return new TestStringSetGenerator() {
      @Override
      protected Set<String> create(String[] elements) {
        return made.apply(elements);
      }
    };
  }

  static TestSortedSetGenerator<String> sortedSet(Function<String[], SortedSet<String>> made) {
    return new TestStringSortedSetGenerator() {
      @Override
      protected SortedSet<String> create(String[] elements) {
        return made.apply(elements);
      }
    };
  }

  static TestSetGenerator<AnEnum> enumSet(Function<AnEnum[], Set<AnEnum>> made) {
    return new TestEnumSetGenerator() {
      @Override
      protected Set<AnEnum> create(AnEnum[] elements) {
        return made.apply(elements);
      }
    };
  }

  /** Of elements that have the same hash code. */
  static TestSetGenerator<Object> colliding(Function<Object[], Set<Object>> made) {
    return new TestCollidingSetGenerator() {
      @Override
      public Set<Object> create(Object... elements) {
        return made.apply(elements);
      }
    };
  }

  static TestQueueGenerator<String> queue(Function<String[], Queue<String>> made) {
    return new TestStringQueueGenerator() {
      @Override
      protected Queue<String> create(String[] elements) {
        return made.apply(elements);
      }
    };
  }

  static TestCollectionGenerator<String> collection(Function<String[], Collection<String>> made) {
    return new TestStringCollectionGenerator() {
      @Override
      protected Collection<String> create(String[] elements) {
        return made.apply(elements);
      }
    };
  }

  static TestMapGenerator<String, String> map(
      Function<Entry<String, String>[], Map<String, String>> made) {
    return new TestStringMapGenerator() {
      @Override
      protected Map<String, String> create(Entry<String, String>[] entries) {
        return made.apply(entries);
      }
    };
  }

  static TestSortedMapGenerator<String, String> sortedMap(
      Function<Entry<String, String>[], SortedMap<String, String>> made) {
    return new TestStringSortedMapGenerator() {
      @Override
      protected SortedMap<String, String> create(Entry<String, String>[] entries) {
        return made.apply(entries);
      }
    };
  }

  static TestMapGenerator<AnEnum, String> enumMap(
      Function<Entry<AnEnum, String>[], Map<AnEnum, String>> made) {
    return new TestEnumMapGenerator() {
      @Override
      protected Map<AnEnum, String> create(Entry<AnEnum, String>[] entries) {
        return made.apply(entries);
      }
    };
  }

  static <K, M extends Map<K, String>> M filled(M map, Entry<K, String>[] entries) {
    for (Entry<K, String> entry : entries) {
      map.put(entry.getKey(), entry.getValue());
    }
    return map;
  }

  /** Null is between other texts, as the text "null". */
  static Comparator<String> nullFriendly() {
    return Comparator.comparing(String::valueOf);
  }
}
