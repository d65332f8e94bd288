package coldbench.differential.library;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** A value as text that is alike wherever the value is: what it holds, not which class it has. */
@SuppressWarnings({"rawtypes", "unchecked"})
final class Describe {
  private static final int ELEMENTS = 24;
  private int left = 120;
  private final StringBuilder text = new StringBuilder();

  private Describe() {}

  static String of(Object value) {
    Describe d = new Describe();
    try {
      d.add(value, 0);
    } catch (Throwable e) {
      d.text.append("! ").append(e.getClass().getName());
    }
    return ascii(d.text);
  }

  /** Whether looking at it leaves it as it is. */
  static boolean isLasting(Object value) {
    return !(value instanceof BaseStream
        || value instanceof Iterator
        || value instanceof Spliterator
        || value instanceof Enumeration
        || value instanceof Supplier
        || value instanceof Random);
  }

  private void add(Object v, int depth) {
    if (depth > 5 || left-- < 0) {
      text.append("...");
    } else if (v == null || v instanceof Boolean || v instanceof Byte || v instanceof Short) {
      text.append(String.valueOf(v));
    } else if (v instanceof Integer || v instanceof BigInteger) {
      text.append(v.toString());
    } else if (v instanceof Long) {
      text.append(v.toString()).append('L');
    } else if (v instanceof Double d) {
      text.append('d').append(Long.toHexString(Double.doubleToLongBits(d)));
    } else if (v instanceof Float f) {
      text.append('f').append(Integer.toHexString(Float.floatToIntBits(f)));
    } else if (v instanceof Character c) {
      text.append('\'').append((char) c);
    } else if (v instanceof CharBuffer b) {
      text.append("chars ")
          .append(b.position())
          .append(' ')
          .append(b.limit())
          .append(' ')
          .append(b.toString());
    } else if (v instanceof CharSequence s) {
      text.append('"').append(s.toString()).append('"');
    } else if (v instanceof BigDecimal d) {
      text.append(d.unscaledValue().toString()).append('e').append(-d.scale());
    } else if (v instanceof Throwable t) {
      text.append("thrown ").append(t.getClass().getName());
    } else if (v instanceof Class c) {
      text.append("class ").append(c.getName());
    } else if (v instanceof Enum e) {
      text.append(e.name());
    } else if (v.getClass().isArray()) {
      array(v, depth);
    } else {
      container(v, depth);
    }
  }

  private void container(Object v, int depth) {
    if (v instanceof Map m) {
      text.append('{');
      boolean ordered = m instanceof SortedMap || m instanceof LinkedHashMap;
      each(ordered ? m.entrySet().iterator() : sorted(m.entrySet(), depth), depth);
      text.append("} ").append(m.size());
    } else if (v instanceof Map.Entry e) {
      add(e.getKey(), depth + 1);
      text.append('=');
      add(e.getValue(), depth + 1);
    } else if (v instanceof Collection c) {
      text.append('[');
      boolean ordered =
          c instanceof List
              || c instanceof Queue
              || c instanceof SortedSet
              || c instanceof LinkedHashSet;
      each(ordered ? c.iterator() : sorted(c, depth), depth);
      text.append("] ").append(c.size());
    } else if (v instanceof Iterator i) {
      text.append("iterator ");
      each(i, depth);
    } else if (v instanceof Enumeration e) {
      text.append("enumeration ");
      for (int n = 0; n < ELEMENTS && e.hasMoreElements(); n++) {
        add(e.nextElement(), depth + 1);
        text.append(' ');
      }
    } else if (v instanceof Spliterator s) {
      text.append("spliterator ");
      for (int n = 0; n < ELEMENTS && s.tryAdvance(x -> add(x, depth + 1)); n++) {
        text.append(' ');
      }
    } else if (v instanceof Stream s) {
      text.append("stream ");
      add(s.limit(ELEMENTS).toArray(), depth + 1);
    } else if (v instanceof IntStream s) {
      text.append("ints ");
      add(s.limit(ELEMENTS).toArray(), depth + 1);
    } else if (v instanceof LongStream s) {
      text.append("longs ");
      add(s.limit(ELEMENTS).toArray(), depth + 1);
    } else if (v instanceof DoubleStream s) {
      text.append("doubles ");
      add(s.limit(ELEMENTS).toArray(), depth + 1);
    } else {
      other(v, depth);
    }
  }

  private void other(Object v, int depth) {
    if (v instanceof Optional o) {
      text.append("optional ");
      add(o.orElse(null), depth + 1);
    } else if (v instanceof OptionalInt o) {
      text.append("optional ").append(o.isPresent() ? Integer.toString(o.getAsInt()) : "");
    } else if (v instanceof OptionalLong o) {
      text.append("optional ").append(o.isPresent() ? Long.toString(o.getAsLong()) : "");
    } else if (v instanceof OptionalDouble o) {
      text.append("optional ");
      add(o.isPresent() ? (Object) o.getAsDouble() : null, depth + 1);
    } else if (v instanceof ByteBuffer b) {
      text.append("bytes ")
          .append(b.position())
          .append(' ')
          .append(b.limit())
          .append(' ')
          .append(b.order().toString());
      for (int i = 0; i < b.limit() && i < ELEMENTS; i++) {
        text.append(' ').append((int) b.get(i));
      }
    } else if (v instanceof Buffer b) {
      text.append("buffer ")
          .append(b.position())
          .append(' ')
          .append(b.limit())
          .append(' ')
          .append(b.capacity());
    } else if (v instanceof ByteArrayOutputStream b) {
      add(b.toByteArray(), depth + 1);
    } else if (v instanceof Comparator c) {
      text.append("comparator ")
          .append(sign(c, 1, 2))
          .append(sign(c, 2, 1))
          .append(sign(c, 2, 2))
          .append(sign(c, null, 2));
    } else if (v instanceof Predicate p) {
      text.append("predicate ").append(p.test(1)).append(p.test(2));
    } else if (v instanceof Function f) {
      text.append("function ");
      add(f.apply(2), depth + 1);
    } else if (v instanceof Supplier s) {
      text.append("supplier ");
      add(s.get(), depth + 1);
    } else if (v instanceof Random r) {
      text.append("random ").append(r.nextInt());
    } else if (v instanceof DoubleSummaryStatistics s) {
      text.append("statistics ").append(s.getCount());
      add(s.getSum(), depth + 1);
      add(s.getMin(), depth + 1);
      add(s.getMax(), depth + 1);
    } else {
      String s = v.toString();
      int at = s.indexOf('@');
      text.append(at > 0 && s.indexOf('.') > 0 ? "object" : s);
    }
  }

  private static Iterator sorted(Collection c, int depth) {
    List<String> all = new ArrayList<>();
    for (Object o : c) {
      Describe d = new Describe();
      d.add(o, depth + 1);
      all.add(d.text.toString());
    }
    Collections.sort(all);
    return all.iterator();
  }

  private static String sign(Comparator c, Object a, Object b) {
    try {
      return Integer.signum(c.compare(a, b)) + " ";
    } catch (RuntimeException e) {
      return e.getClass().getName() + " ";
    }
  }

  private void each(Iterator i, int depth) {
    for (int n = 0; n < ELEMENTS && i.hasNext(); n++) {
      text.append(n == 0 ? "" : ", ");
      add(i.next(), depth + 1);
    }
  }

  private void array(Object v, int depth) {
    text.append('<');
    if (v instanceof Object[] a) {
      each(Arrays.asList(a).iterator(), depth);
    } else if (v instanceof int[] a) {
      text.append(Arrays.toString(a));
    } else if (v instanceof long[] a) {
      text.append(Arrays.toString(a));
    } else if (v instanceof byte[] a) {
      text.append(Arrays.toString(a));
    } else if (v instanceof char[] a) {
      text.append(new String(a));
    } else if (v instanceof short[] a) {
      text.append(Arrays.toString(a));
    } else if (v instanceof boolean[] a) {
      text.append(Arrays.toString(a));
    } else if (v instanceof double[] a) {
      for (double d : a) {
        add(d, depth + 1);
      }
    } else if (v instanceof float[] a) {
      for (float f : a) {
        add(f, depth + 1);
      }
    }
    text.append('>');
  }

  private static String ascii(CharSequence s) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < s.length() && i < 600; i++) {
      char c = s.charAt(i);
      if (c >= ' ' && c <= '~') {
        out.append(c);
      } else {
        out.append("\\u").append(Integer.toHexString(c));
      }
    }
    return out.toString();
  }
}
