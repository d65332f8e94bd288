package coldbench.differential;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Collections under random sequences of operations. Hash order is not compared: the contents are
 * sorted first.
 */
final class CollectionCases {
  private CollectionCases() {}

  static void run(Cases cases, Random random) {
    for (int i = 0; i < 40; i++) {
      long seed = random.nextLong();
      cases.add("ArrayList " + i, () -> list(new ArrayList<>(), new Random(seed)));
      cases.add("LinkedList " + i, () -> list(new LinkedList<>(), new Random(seed)));
      cases.add("HashMap " + i, () -> map(new HashMap<>(), new Random(seed)));
      cases.add("LinkedHashMap " + i, () -> map(new LinkedHashMap<>(), new Random(seed)));
      cases.add("TreeMap " + i, () -> map(new TreeMap<>(), new Random(seed)));
      cases.add("PriorityQueue " + i, () -> queue(new Random(seed)));
      cases.add("ArrayDeque " + i, () -> deque(new Random(seed)));
      cases.add("sorted " + i, () -> sorted(new Random(seed)));
      cases.add("streams " + i, () -> streams(new Random(seed)));
    }
    cases.add("insertion order", () -> new LinkedHashMap<>(Map.of("a", 1)).toString());
    cases.add("iterator at end", () -> new ArrayList<>().iterator().next());
    cases.add("List.of iterator at end", () -> List.of().iterator().next());
    cases.add("List.of add", () -> List.of(1).add(2));
    cases.add("List.of null", () -> List.of(nothing()));
    cases.add("Map.of twice", () -> Map.of("a", 1, "a", 2));
    cases.add("unmodifiable", () -> Collections.unmodifiableList(new ArrayList<>()).add(1));
    cases.add("asList add", () -> Arrays.asList(1, 2).add(3));
    cases.add("asList set", () -> Arrays.asList(1, 2).set(1, 5));
    cases.add("changed meanwhile", () -> changed());
    cases.add("TreeMap null", () -> new TreeMap<String, String>().put(nothing(), ""));
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // the case is the null
  private static <T> T nothing() {
    return null;
  }

  private static int changed() {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3, 4));
    for (Integer i : list) {
      list.remove(i);
    }
    return list.size();
  }

  private static String list(List<Integer> list, Random random) {
    StringBuilder trace = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      int n = random.nextInt(12) - 1;
      try {
        switch (random.nextInt(9)) {
          case 0, 1, 2 -> list.add(n);
          case 3 -> list.add(n, i);
          case 4 -> trace.append(list.remove(n)).append(' ');
          case 5 -> trace.append(list.get(n)).append(' ');
          case 6 -> trace.append(list.set(n, i)).append(' ');
          case 7 -> trace.append(list.indexOf(n)).append(' ');
          default -> trace.append(list.subList(0, n).size()).append(' ');
        }
      } catch (RuntimeException e) {
        trace.append(e.getClass().getName()).append(' ');
      }
    }
    Iterator<Integer> each = list.iterator();
    while (each.hasNext()) {
      if (each.next() % 2 == 0) {
        each.remove();
      }
    }
    return trace + " " + list + " " + list.hashCode() + " " + list.equals(new ArrayList<>(list));
  }

  private static String map(Map<String, Integer> map, Random random) {
    StringBuilder trace = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      String key = "k" + random.nextInt(40);
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> trace.append(map.put(key, i)).append(' ');
        case 3 -> trace.append(map.remove(key)).append(' ');
        case 4 -> trace.append(map.merge(key, 1, Integer::sum)).append(' ');
        case 5 -> trace.append(map.computeIfAbsent(key, String::length)).append(' ');
        case 6 -> trace.append(map.getOrDefault(key, -1)).append(' ');
        default -> trace.append(map.containsKey(key)).append(' ');
      }
    }
    List<String> keys = new ArrayList<>(map.keySet());
    Collections.sort(keys);
    return trace
        + " "
        + keys
        + " "
        + map.hashCode()
        + " "
        + map.size()
        + " "
        + map.equals(new HashMap<>(map))
        + new HashSet<>(map.values()).size();
  }

  private static String queue(Random random) {
    PriorityQueue<Integer> queue = new PriorityQueue<>(Comparator.reverseOrder());
    StringBuilder trace = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      if (random.nextInt(3) > 0) {
        queue.add(random.nextInt(50));
      } else {
        trace.append(queue.poll()).append(' ');
      }
    }
    return trace + " " + queue.size();
  }

  private static String deque(Random random) {
    ArrayDeque<Integer> deque = new ArrayDeque<>();
    StringBuilder trace = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      try {
        switch (random.nextInt(6)) {
          case 0, 1 -> deque.addFirst(i);
          case 2 -> deque.addLast(i);
          case 3 -> trace.append(deque.removeFirst()).append(' ');
          case 4 -> trace.append(deque.pollLast()).append(' ');
          default -> trace.append(deque.getLast()).append(' ');
        }
      } catch (RuntimeException e) {
        trace.append(e.getClass().getName()).append(' ');
      }
    }
    return trace + " " + deque;
  }

  private static String sorted(Random random) {
    List<String> list = new ArrayList<>();
    for (int i = 0; i < random.nextInt(200); i++) {
      list.add(Integer.toString(random.nextInt(60), 5));
    }
    list.sort(Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder()));
    int[] numbers = IntStream.range(0, 100).map(i -> random.nextInt()).toArray();
    Arrays.sort(numbers);
    return list + " " + Arrays.hashCode(numbers) + " " + Arrays.binarySearch(numbers, numbers[7]);
  }

  private static String streams(Random random) {
    List<Integer> list = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      list.add(random.nextInt(40) - 20);
    }
    return list.stream()
            .filter(i -> i > 0)
            .map(i -> i * i)
            .sorted()
            .distinct()
            .collect(Collectors.toList())
        + " "
        + list.stream().mapToInt(i -> i).sum()
        + " "
        + list.stream()
            .collect(Collectors.groupingBy(i -> i % 3, TreeMap::new, Collectors.counting()))
        + " "
        + list.stream().map(String::valueOf).collect(Collectors.joining("+"))
        + " "
        + list.stream().reduce(Integer::max).orElse(0)
        + " "
        + list.stream().anyMatch(i -> i == 7);
  }
}
