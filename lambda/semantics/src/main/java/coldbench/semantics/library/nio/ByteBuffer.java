package coldbench.semantics.library.nio;

/** The methods of java.nio.ByteBuffer that ask for memory outside of the heap. */
public final class ByteBuffer {
  private ByteBuffer() {}

  /** On the heap: the collector gives it back. */
  public static java.nio.ByteBuffer allocateDirect(int capacity) {
    return java.nio.ByteBuffer.allocate(capacity);
  }
}
