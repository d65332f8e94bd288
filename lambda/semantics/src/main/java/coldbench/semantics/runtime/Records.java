package coldbench.semantics.runtime;

import java.util.Objects;
import org.teavm.interop.StaticInit;

/** Components of records, compared and hashed by their types. */
@StaticInit
public final class Records {
  private Records() {}

  public static boolean ofOneClass(Object record, Object other) {
    return other != null && other.getClass() == record.getClass();
  }

  public static boolean same(boolean a, boolean b) {
    return a == b;
  }

  public static int hash(boolean a) {
    return Boolean.hashCode(a);
  }

  public static boolean same(byte a, byte b) {
    return a == b;
  }

  public static int hash(byte a) {
    return Byte.hashCode(a);
  }

  public static boolean same(short a, short b) {
    return a == b;
  }

  public static int hash(short a) {
    return Short.hashCode(a);
  }

  public static boolean same(char a, char b) {
    return a == b;
  }

  public static int hash(char a) {
    return Character.hashCode(a);
  }

  public static boolean same(int a, int b) {
    return a == b;
  }

  public static int hash(int a) {
    return Integer.hashCode(a);
  }

  public static boolean same(long a, long b) {
    return a == b;
  }

  public static int hash(long a) {
    return Long.hashCode(a);
  }

  public static boolean same(float a, float b) {
    return Float.compare(a, b) == 0;
  }

  public static int hash(float a) {
    return Float.hashCode(a);
  }

  public static boolean same(double a, double b) {
    return Double.compare(a, b) == 0;
  }

  public static int hash(double a) {
    return Double.hashCode(a);
  }

  public static boolean same(Object a, Object b) {
    return Objects.equals(a, b);
  }

  public static int hash(Object a) {
    return Objects.hashCode(a);
  }
}
