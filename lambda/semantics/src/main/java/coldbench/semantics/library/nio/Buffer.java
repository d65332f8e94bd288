package coldbench.semantics.library.nio;

/** What java.nio.Buffer throws, without the texts that every program with text would have in it. */
public final class Buffer {
  private Buffer() {}

  public IllegalArgumentException createPositionException(int position) {
    return new IllegalArgumentException();
  }

  public IllegalArgumentException createLimitException(int limit) {
    return new IllegalArgumentException();
  }
}
