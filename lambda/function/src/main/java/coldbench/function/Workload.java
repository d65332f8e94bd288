package coldbench.function;

import coldbench.runtime.Clock;
import coldbench.runtime.JsonWriter;

/** What the function computes, and how long that took. */
record Workload(
    int n, long fibonacci, int items, long checksum, long computeNanos, long allocNanos) {
  private static final int ITEMS = 100_000;

  /** Fibonacci by iteration, then a fresh array of squares; the checksum is not in the times. */
  static Workload run(int n, Clock clock) {
    long start = clock.nanoTime();
    long fibonacci = fibonacci(n);
    long computed = clock.nanoTime();
    long[] squares = squares();
    long allocated = clock.nanoTime();
    long checksum = sum(squares);
    return new Workload(
        n, fibonacci, squares.length, checksum, computed - start, allocated - computed);
  }

  static long fibonacci(int n) {
    long a = 0;
    long b = 1;
    for (int i = 0; i < n; i++) {
      long next = a + b;
      a = b;
      b = next;
    }
    return a;
  }

  private static long[] squares() {
    long[] squares = new long[ITEMS];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = (long) i * i;
    }
    return squares;
  }

  /** Uses every element, so that no compiler may leave the work out. */
  private static long sum(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum += value;
    }
    return sum;
  }

  String toJson() {
    JsonWriter json = new JsonWriter().beginObject();
    json.name("runtime").string("java");
    json.name("fib_result").number(fibonacci);
    json.name("fib_n").number(n);
    json.name("compute_ms").milliseconds(computeNanos);
    json.name("alloc_items").number(items);
    json.name("alloc_ms").milliseconds(allocNanos);
    json.name("total_ms").milliseconds(computeNanos + allocNanos);
    json.name("checksum").number(checksum);
    return json.endObject().toString();
  }
}
