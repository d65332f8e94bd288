package coldbench.differential;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;

/** Buffers, inside and outside of their bounds, and arrays that are compared as they are. */
final class BufferCases {
  private static final int SIZE = 16;

  private BufferCases() {}

  static void run(Cases cases) {
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      for (int index = -2; index <= SIZE + 1; index++) {
        single(cases, order, index, "buffer " + order + " " + index + " ");
        bulk(cases, order, index, "buffer " + order + " " + index + " ");
      }
    }
    comparisons(cases);
  }

  private static ByteBuffer filled(ByteOrder order) {
    ByteBuffer buffer = ByteBuffer.allocate(SIZE).order(order);
    for (int i = 0; i < SIZE; i++) {
      buffer.put(i, (byte) (i * 37));
    }
    return buffer;
  }

  private static String text(ByteBuffer buffer) {
    return Arrays.toString(buffer.array()) + buffer.position() + "/" + buffer.limit();
  }

  private static void single(Cases cases, ByteOrder order, int index, String name) {
    ByteBuffer b = filled(order);
    cases.add(name + "get", () -> b.get(index));
    cases.add(name + "getChar", () -> (int) b.getChar(index));
    cases.add(name + "getShort", () -> b.getShort(index));
    cases.add(name + "getInt", () -> b.getInt(index));
    cases.add(name + "getLong", () -> b.getLong(index));
    cases.add(name + "getDouble", () -> Double.doubleToLongBits(b.getDouble(index)));
    cases.add(name + "ints", () -> b.asIntBuffer().get(index));
    cases.add(name + "longs", () -> b.asLongBuffer().get(index));
    cases.add(name + "floats", () -> Float.floatToIntBits(b.asFloatBuffer().get(index)));
    cases.add(name + "slice", () -> b.slice(index, 4).order(order).getInt(0));
    cases.add(name + "position", () -> b.duplicate().position(index).slice().getShort());
    cases.add(name + "limit", () -> b.duplicate().limit(index).getInt());
    cases.add(name + "read only", () -> b.asReadOnlyBuffer().put(index, (byte) 1));
    cases.add(name + "direct", () -> ByteBuffer.allocateDirect(8).putInt(index, 3).getInt(4));
    cases.add(name + "put", () -> text(filled(order).put(index, (byte) 9)));
    cases.add(name + "putInt", () -> text(filled(order).putInt(index, 0x01020304)));
    cases.add(name + "putLong", () -> text(filled(order).putLong(index, 0x0102030405060708L)));
    cases.add(
        name + "put double",
        () -> {
          ByteBuffer written = filled(order);
          written.asDoubleBuffer().put(index, -1.5);
          return text(written);
        });
  }

  private static void bulk(Cases cases, ByteOrder order, int index, String name) {
    cases.add(
        name + "get bytes",
        () -> {
          byte[] bytes = new byte[SIZE];
          return text(filled(order).get(bytes, index, 5)) + Arrays.toString(bytes);
        });
    cases.add(
        name + "get ints",
        () -> {
          int[] ints = new int[SIZE];
          filled(order).asIntBuffer().get(ints, index, 4);
          return Arrays.toString(ints);
        });
    cases.add(
        name + "put shorts",
        () -> {
          ByteBuffer written = filled(order);
          written.asShortBuffer().put(new short[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, index, 8);
          return text(written);
        });
    cases.add(
        name + "put itself",
        () -> {
          ByteBuffer written = filled(order);
          return text(written.put(index, written, 1, 9));
        });
    cases.add(
        name + "compact",
        () -> {
          ByteBuffer written = filled(order);
          written.position(index).compact();
          return text(written);
        });
    cases.add(
        name + "put ints",
        () -> {
          IntBuffer ints = IntBuffer.allocate(4);
          IntBuffer view = filled(order).asIntBuffer();
          ints.put(view).flip();
          view.flip();
          return ints.mismatch(view) + " " + ints.compareTo(view) + Arrays.toString(ints.array());
        });
    cases.add(
        name + "text", () -> CharBuffer.wrap("letters").subSequence(index, index + 2).toString());
  }

  private static void comparisons(Cases cases) {
    double[] doubles = {1, Double.NaN, -0.0, 4};
    for (int i = 0; i < doubles.length; i++) {
      double[] other = doubles.clone();
      other[i] = 7;
      long[] longs = {1, 2, 3, 4};
      long[] otherLongs = longs.clone();
      otherLongs[i] = 7;
      cases.add("same doubles " + i, () -> Arrays.equals(doubles, other));
      cases.add("first other double " + i, () -> Arrays.mismatch(doubles, other));
      cases.add("order of doubles " + i, () -> Arrays.compare(doubles, other));
      cases.add("same longs " + i, () -> Arrays.equals(longs, otherLongs));
      cases.add("first other long " + i, () -> Arrays.mismatch(longs, 1, 4, otherLongs, 1, 4));
      cases.add("order of longs " + i, () -> Arrays.compare(longs, otherLongs));
      cases.add(
          "first other double of buffers " + i,
          () -> DoubleBuffer.wrap(doubles).mismatch(DoubleBuffer.wrap(other)));
      cases.add(
          "first other long of buffers " + i,
          () -> LongBuffer.wrap(longs, 1, 3).slice().mismatch(LongBuffer.wrap(otherLongs, 1, 3)));
    }
    double[] zeros = {1, Double.NaN, 0.0, 4};
    cases.add("zeros of both signs", () -> Arrays.mismatch(doubles, zeros));
    cases.add(
        "zeros of both signs in buffers",
        () -> DoubleBuffer.wrap(doubles).mismatch(DoubleBuffer.wrap(zeros)));
  }
}
