package coldbench.semantics.runtime;

import java.nio.charset.Charset;
import org.teavm.interop.StaticInit;

/**
 * Bodies for what the JDK's classes do beyond Java: its archive of classes, and its own strings.
 */
@StaticInit
public final class JdkInternals {
  private JdkInternals() {}

  /** 0 where nothing is archived. */
  public static long getRandomSeedForDumping() {
    return 0;
  }

  public static String newStringNoRepl(byte[] bytes, Charset charset) {
    return new String(bytes, charset);
  }

  /** As newer JDKs call it. */
  public static String uncheckedNewStringNoRepl(byte[] bytes, Charset charset) {
    return new String(bytes, charset);
  }

  /** Of characters in two bytes each, the lower one first, as both architectures have them. */
  public static int utf16hashCode(int start, byte[] bytes, int from, int length) {
    int hash = start;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + ((bytes[2 * i] & 255) | ((bytes[2 * i + 1] & 255) << 8));
    }
    return hash;
  }

  /** The place of an array's first element is 0, as nothing else is laid down. */
  public static void putByte(Object array, long at, byte value) {
    ((byte[]) array)[(int) at] = value;
  }

  /** Of fields that only the reading of objects back from bytes sets by their place. */
  public static long objectFieldOffset(Class<?> type, String name) {
    return 0;
  }

  /** There is no security manager to ask. */
  public static String privilegedGetProperty(String name) {
    return System.getProperty(name);
  }

  public static String privilegedGetProperty(String name, String otherwise) {
    return System.getProperty(name, otherwise);
  }

  /** Only who starts threads of another kind asks. */
  public static boolean isBooted() {
    return false;
  }

  /** Of the one thread. */
  public static int getCommonPoolParallelism() {
    return 1;
  }
}
