package coldbench.semantics;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Entries of small numbers in as many bytes as they need, and where each block of them starts. */
final class Blocks {
  private final int size;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<Integer> starts = new ArrayList<>();
  private int count;

  /**
   * @param size entries of a block
   */
  Blocks(int size) {
    this.size = size;
  }

  /** Begins an entry; true if it is the first of a block. */
  boolean begin() {
    boolean first = count++ % size == 0;
    if (first) {
      starts.add(bytes.size());
    }
    return first;
  }

  int count() {
    return count;
  }

  /** Groups of seven bits, the lowest first; all but the last with the highest bit set. */
  void add(int number) {
    int left = number;
    while (left >>> 7 != 0) {
      bytes.write((left & 127) | 128);
      left >>>= 7;
    }
    bytes.write(left);
  }

  /** 0, -1, 1, -2 and so on are 0, 1, 2, 3. */
  void addDifference(int number) {
    add((number << 1) ^ (number >> 31));
  }

  /** Two arrays of C. */
  String tables(String name, String nameOfStarts) {
    byte[] all = bytes.toByteArray();
    return array("unsigned char", name, IntStream.range(0, all.length).map(i -> all[i] & 255))
        + array("uint32_t", nameOfStarts, starts.stream().mapToInt(start -> start));
  }

  private static String array(String type, String name, IntStream values) {
    String list = values.mapToObj(Integer::toString).collect(Collectors.joining(","));
    return "static const %s %s[] = { %s };\n".formatted(type, name, list);
  }
}
