package coldbench.nativebuild;

/** The smallest program that is compiled in tests. */
public final class Hello {
  private Hello() {}

  public static void main(String[] args) {
    System.out.println("hello");
  }
}
