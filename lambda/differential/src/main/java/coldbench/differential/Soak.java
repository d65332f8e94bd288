package coldbench.differential;

import java.util.Random;

/**
 * Makes object graphs of every kind, keeps some for long and most for a moment, and holds each
 * against the seed it was made from before it goes. What is kept waxes and wanes, so that the heap
 * is nearly empty, full and growing by turns; when it is full half of what is kept is dropped.
 */
public final class Soak {
  private static final int SLOTS = 96;

  private final Random random;
  private final Graph[] kept = new Graph[SLOTS];
  private long outOfMemory;
  private long checked;

  Soak(long seed) {
    random = new Random(seed);
  }

  /** {@code SEED STEPS}, as a program of its own: it is built with the collector under stress. */
  public static void main(String[] args) {
    new Soak(Long.parseLong(args[0])).run(Long.parseLong(args[1]));
  }

  void run(long steps) {
    for (long step = 0; step < steps; step++) {
      int pressure = 1 + (int) (step / 512 % 12);
      try {
        step(pressure);
      } catch (OutOfMemoryError e) {
        outOfMemory++;
        for (int i = 0; i < SLOTS; i++) {
          if (random.nextBoolean()) {
            kept[i] = null;
          }
        }
      }
    }
    for (int i = 0; i < SLOTS; i++) {
      drop(i);
    }
    System.out.println("checked " + checked + " graphs, " + outOfMemory + " times out of memory");
  }

  private void step(int pressure) {
    int slot = random.nextInt(SLOTS);
    drop(slot);
    int size = 1 << random.nextInt(3 + pressure);
    Graph graph = Graph.make(random.nextInt(Graph.KINDS), random.nextLong(), size);
    if (random.nextInt(4) == 0) {
      kept[slot] = graph;
    } else {
      check(graph);
    }
    Graph other = kept[random.nextInt(SLOTS)];
    if (other != null && random.nextInt(8) == 0) {
      other.check();
    }
    if (random.nextInt(2000) == 0) {
      System.gc();
    }
  }

  private void drop(int slot) {
    Graph old = kept[slot];
    kept[slot] = null;
    if (old != null) {
      check(old);
    }
  }

  private void check(Graph graph) {
    graph.check();
    checked++;
  }
}
