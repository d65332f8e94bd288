package coldbench.nativebuild;

import java.util.Locale;

/** A program that asks for what answers otherwise natively. */
public final class Different {
  private Different() {}

  public static void main(String[] args) {
    System.out.println(System.getenv("HOME"));
    System.out.println(Double.parseDouble("0." + args.length));
    System.out.println("half of it: " + args.length / 2.0);
    System.out.println(String.format(Locale.ROOT, "%d", args.length));
    System.out.println("whole: " + args.length + Double.valueOf(3).intValue());
  }

  static void neverCalled() {
    System.out.println("\t".isBlank());
  }
}
