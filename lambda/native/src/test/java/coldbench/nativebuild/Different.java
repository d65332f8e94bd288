package coldbench.nativebuild;

import java.lang.ref.WeakReference;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Random;
import javax.crypto.KeyGenerator;

/** A program that asks for what answers otherwise natively, or is not there. */
public final class Different {
  private Different() {}

  /** What it inherits is the JDK's all the same. */
  static final class Own extends Random {}

  @SuppressWarnings("deprecation") // isEnqueued is still there
  public static void main(String[] args) {
    System.out.println(new WeakReference<>(args).isEnqueued());
    System.out.println(new Own().ints());
    List.of("b").forEach(Different::digest);
    System.out.println("half of it: " + args.length / 2.0);
  }

  static void digest(String text) {
    try {
      System.out.println(KeyGenerator.getInstance(text).getAlgorithm());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static void neverCalled() {
    System.out.println(new Own().longs());
  }
}
