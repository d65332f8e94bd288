package coldbench.runtime;

/** Bytes that arrive in pieces of a given size, then nothing more. */
final class PiecewiseTransport implements Transport {
  private final byte[] bytes;
  private final int piece;
  private int at;

  PiecewiseTransport(byte[] bytes, int piece) {
    this.bytes = bytes;
    this.piece = piece;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    int n = Math.min(Math.min(piece, length), bytes.length - at);
    System.arraycopy(bytes, at, target, offset, n);
    at += n;
    return n == 0 ? -1 : n;
  }

  @Override
  public void write(byte[] source, int offset, int length) {}

  @Override
  public void close() {}
}
