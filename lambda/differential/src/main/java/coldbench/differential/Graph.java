package coldbench.differential;

import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** An object graph that can be told from its kind, seed and size alone. */
final class Graph {
  static final int KINDS = 16;

  private final int kind;
  private final long seed;
  private final int size;
  private final Object root;

  private Graph(int kind, long seed, int size) {
    this.kind = kind;
    this.seed = seed;
    this.size = size;
    this.root = build(kind, new Random(seed), size);
  }

  static Graph make(int kind, long seed, int size) {
    return new Graph(kind, seed, size);
  }

  /** Throws IllegalStateException if the graph is not what it was made as. */
  void check() {
    long expected = model(kind, new Random(seed), size);
    long found = walk(kind, root);
    if (expected != found) {
      throw new IllegalStateException(
          "Graph of kind "
              + kind
              + ", seed "
              + seed
              + ", size "
              + size
              + " is corrupt: "
              + found
              + " instead of "
              + expected);
    }
  }

  private static final class Node {
    Node left;
    Node right;
    int value;
  }

  private static final class Big {
    final long a;
    Object next;
    final double b;
    Big self = this;

    Big(long a, double b) {
      this.a = a;
      this.b = b;
    }
  }

  private static Object build(int kind, Random random, int size) {
    switch (kind) {
      case 0:
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          numbers.add(random.nextInt());
        }
        return numbers;
      case 1:
        List<String> strings = new LinkedList<>();
        for (int i = 0; i < size; i++) {
          strings.add("s" + random.nextInt());
        }
        return strings;
      case 2:
        Node chain = new Node();
        for (int i = 0; i < size; i++) {
          Node node = new Node();
          node.left = chain;
          node.value = random.nextInt();
          chain = node;
        }
        return chain;
      case 3:
        Node tree = new Node();
        for (int i = 0; i < size; i++) {
          insert(tree, random.nextInt());
        }
        return tree;
      case 4:
        byte[] bytes = new byte[size * 7];
        random.nextBytes(bytes);
        return bytes.clone();
      case 5:
        long[] longs = new long[size];
        for (int i = 0; i < size; i++) {
          longs[i] = random.nextInt();
        }
        return longs.clone();
      case 6:
        int[][][] cube = new int[1 + size % 13][1 + size % 7][3];
        for (int[][] plane : cube) {
          for (int[] line : plane) {
            line[1] = random.nextInt();
          }
        }
        return cube;
      case 7:
        Map<String, Integer> hashed = new HashMap<>();
        for (int i = 0; i < size; i++) {
          hashed.put("k" + i, random.nextInt());
          if (i % 3 == 2) {
            hashed.remove("k" + (i - 1));
          }
        }
        return hashed;
      case 8:
        Map<Integer, Object> sorted = new TreeMap<>();
        for (int i = 0; i < size; i++) {
          sorted.put(i, new int[] {random.nextInt()});
        }
        return sorted;
      case 9:
        ArrayDeque<Object> deque = new ArrayDeque<>();
        for (int i = 0; i < size * 2; i++) {
          deque.addLast(new Big(random.nextInt(), i));
          if (deque.size() > size) {
            deque.removeFirst();
          }
        }
        return deque;
      case 10:
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size; i++) {
          text.append((char) ('a' + random.nextInt(26)));
        }
        return text;
      case 11:
        Big first = new Big(random.nextInt(), 0);
        Big last = first;
        for (int i = 1; i < size; i++) {
          Big next = new Big(random.nextInt(), i);
          last.next = next;
          last = next;
        }
        last.next = first;
        return first;
      case 12:
        Object[] weak = new Object[size * 2];
        for (int i = 0; i < size; i++) {
          weak[i] = Integer.valueOf(random.nextInt());
          weak[size + i] = new WeakReference<>(i % 2 == 0 ? weak[i] : new int[3]);
        }
        return weak;
      case 13:
        Object[] hashes = new Object[size * 2];
        for (int i = 0; i < size; i++) {
          hashes[i] = new Object();
          hashes[size + i] = System.identityHashCode(hashes[i]);
          random.nextInt();
        }
        return hashes;
      case 14:
        List<Object> failures = new ArrayList<>();
        for (int i = 0; i < Math.min(size, 500); i++) {
          int n = random.nextInt();
          try {
            failures.add(new int[2][i % 2 == 0 ? 2 : -1][2]);
            failures.add(((Object[]) failures.get(0))[2 + (n & 7)]);
          } catch (RuntimeException e) {
            e.addSuppressed(new IllegalStateException("n" + n));
            failures.add(e);
          }
        }
        return failures;
      default:
        ByteBuffer buffer = ByteBuffer.allocate(size * 4);
        for (int i = 0; i < size; i++) {
          buffer.putInt(random.nextInt());
        }
        synchronized (buffer) {
          return buffer;
        }
    }
  }

  private static void insert(Node tree, int value) {
    Node at = tree;
    while (true) {
      Node next = value < at.value ? at.left : at.right;
      if (next == null) {
        Node node = new Node();
        node.value = value;
        if (value < at.value) {
          at.left = node;
        } else {
          at.right = node;
        }
        return;
      }
      at = next;
    }
  }

  /** What {@link #walk} finds in a sound graph. */
  private static long model(int kind, Random random, int size) {
    switch (kind) {
      case 7:
        long left = 0;
        int[] values = new int[size];
        for (int i = 0; i < size; i++) {
          values[i] = random.nextInt();
        }
        for (int i = 0; i < size; i++) {
          if (!(i % 3 == 1 && i + 1 < size)) {
            left += values[i] ^ i;
          }
        }
        return left;
      case 4:
        byte[] bytes = new byte[size * 7];
        random.nextBytes(bytes);
        long sum = 0;
        for (byte b : bytes) {
          sum = sum * 31 + b;
        }
        return sum;
      case 6:
        long cube = 0;
        for (int i = 0; i < (1 + size % 13) * (1 + size % 7); i++) {
          cube += random.nextInt();
        }
        return cube;
      case 9:
        long tail = 0;
        for (int i = 0; i < size * 2; i++) {
          int n = random.nextInt();
          tail += i >= size ? n : 0;
        }
        return tail;
      case 10:
        long text = 0;
        for (int i = 0; i < size; i++) {
          text = text * 31 + 'a' + random.nextInt(26);
        }
        return text;
      case 13:
        return size;
      case 14:
        long failures = 0;
        for (int i = 0; i < Math.min(size, 500); i++) {
          failures += random.nextInt();
        }
        return failures;
      default:
        long all = 0;
        for (int i = 0; i < size; i++) {
          all += random.nextInt();
        }
        return all;
    }
  }

  @SuppressWarnings("unchecked")
  private static long walk(int kind, Object root) {
    long sum = 0;
    switch (kind) {
      case 0:
        for (Integer n : (List<Integer>) root) {
          sum += n;
        }
        return sum;
      case 1:
        for (String s : (List<String>) root) {
          sum += Integer.parseInt(s.substring(1));
        }
        return sum;
      case 2:
        for (Node n = (Node) root; n != null; n = n.left) {
          sum += n.value;
        }
        return sum;
      case 3:
        ArrayDeque<Node> nodes = new ArrayDeque<>();
        nodes.push((Node) root);
        while (!nodes.isEmpty()) {
          Node n = nodes.pop();
          sum += n.value;
          if (n.left != null) {
            nodes.push(n.left);
          }
          if (n.right != null) {
            nodes.push(n.right);
          }
        }
        return sum;
      case 4:
        for (byte b : (byte[]) root) {
          sum = sum * 31 + b;
        }
        return sum;
      case 5:
        for (long n : (long[]) root) {
          sum += n;
        }
        return sum;
      case 6:
        for (int[][] plane : (int[][][]) root) {
          for (int[] line : plane) {
            sum += line[0] + line[1] + line[2];
          }
        }
        return sum;
      case 7:
        for (var entry : ((Map<String, Integer>) root).entrySet()) {
          sum += entry.getValue() ^ Integer.parseInt(entry.getKey().substring(1));
        }
        return sum;
      case 8:
        for (Object o : ((Map<Integer, Object>) root).values()) {
          sum += ((int[]) o)[0];
        }
        return sum;
      case 9:
        for (Object o : (ArrayDeque<Object>) root) {
          Big big = (Big) o;
          sum += big.self == big ? big.a : 0;
        }
        return sum;
      case 10:
        StringBuilder text = (StringBuilder) root;
        for (int i = 0; i < text.length(); i++) {
          sum = sum * 31 + text.charAt(i);
        }
        return sum;
      case 11:
        Big at = (Big) root;
        int index = 0;
        do {
          sum += at.self == at && at.b == index++ ? at.a : 1;
          at = (Big) at.next;
        } while (at != root);
        return sum;
      case 12:
        Object[] weak = (Object[]) root;
        int half = weak.length / 2;
        for (int i = 0; i < half; i++) {
          Object target = ((WeakReference<?>) weak[half + i]).get();
          boolean sound =
              i % 2 == 0 ? target == weak[i] : target == null || ((int[]) target).length == 3;
          sum += sound ? (Integer) weak[i] : 1;
        }
        return sum;
      case 13:
        Object[] hashes = (Object[]) root;
        for (int i = 0; i < hashes.length / 2; i++) {
          sum +=
              System.identityHashCode(hashes[i]) == (Integer) hashes[hashes.length / 2 + i] ? 1 : 0;
        }
        return sum;
      case 14:
        for (Object o : (List<Object>) root) {
          if (o instanceof RuntimeException e) {
            sum += Integer.parseInt(e.getSuppressed()[0].getMessage().substring(1));
          }
        }
        return sum;
      default:
        ByteBuffer buffer = ((ByteBuffer) root).duplicate();
        buffer.flip();
        while (buffer.hasRemaining()) {
          sum += buffer.getInt();
        }
        return sum;
    }
  }
}
