package coldbench.semantics.classes.java.security;

import java.security.DigestException;
import java.util.Arrays;

/**
 * What MD5 and the SHA family have in common: blocks, padding, and the number of bits at the end.
 * Sources: https://doi.org/10.6028/NIST.FIPS.180-4 section 5.1,
 * https://www.rfc-editor.org/rfc/rfc1321
 */
abstract class BlockDigest extends MessageDigest implements Cloneable {
  private final int digestLength;
  private final boolean lowByteFirst;
  private byte[] block;
  private int filled;
  private long length;

  BlockDigest(String algorithm, int blockSize, int digestLength, boolean lowByteFirst) {
    super(algorithm);
    this.digestLength = digestLength;
    this.lowByteFirst = lowByteFirst;
    block = new byte[blockSize];
  }

  /** Takes in a whole block. */
  abstract void compress(byte[] bytes, int from);

  /** All that there is of it, in four or eight bytes each. */
  abstract long[] state();

  abstract int wordSize();

  abstract void restart();

  @Override
  protected final int engineGetDigestLength() {
    return digestLength;
  }

  @Override
  protected final void engineUpdate(byte input) {
    block[filled++] = input;
    length++;
    compressIfFull();
  }

  @Override
  protected final void engineUpdate(byte[] input, int offset, int count) {
    if (count == 0) {
      return;
    }
    if (offset < 0 || count < 0 || offset > input.length - count) {
      throw new ArrayIndexOutOfBoundsException();
    }
    length += count;
    int from = offset;
    int left = count;
    while (left > 0) {
      if (filled == 0 && left >= block.length) {
        compress(input, from);
        from += block.length;
        left -= block.length;
      } else {
        int part = Math.min(left, block.length - filled);
        System.arraycopy(input, from, block, filled, part);
        filled += part;
        from += part;
        left -= part;
        compressIfFull();
      }
    }
  }

  private void compressIfFull() {
    if (filled == block.length) {
      compress(block, 0);
      filled = 0;
    }
  }

  @Override
  protected final byte[] engineDigest() {
    long bytes = length;
    engineUpdate((byte) 0x80);
    int lengthAt = block.length - 2 * wordSize();
    if (filled > lengthAt) {
      Arrays.fill(block, filled, block.length, (byte) 0);
      compress(block, 0);
      filled = 0;
    }
    Arrays.fill(block, filled, block.length, (byte) 0);
    put(block, lowByteFirst ? lengthAt : block.length - 8, 8, bytes << 3);
    if (wordSize() == 8) {
      put(block, lengthAt, 8, bytes >>> 61);
    }
    compress(block, 0);
    long[] state = state();
    byte[] all = new byte[state.length * wordSize()];
    for (int i = 0; i < state.length; i++) {
      put(all, i * wordSize(), wordSize(), state[i]);
    }
    engineReset();
    return Arrays.copyOf(all, digestLength);
  }

  private void put(byte[] to, int at, int size, long word) {
    for (int i = 0; i < size; i++) {
      to[at + i] = (byte) (word >>> (8 * (lowByteFirst ? i : size - 1 - i)));
    }
  }

  @Override
  protected final int engineDigest(byte[] to, int offset, int room) throws DigestException {
    if (room < digestLength) {
      throw new DigestException(
          "Length must be at least " + digestLength + " for " + getAlgorithm() + "digests");
    }
    if (offset < 0 || room < 0 || offset > to.length - room) {
      throw new DigestException("Buffer too short to store digest");
    }
    System.arraycopy(engineDigest(), 0, to, offset, digestLength);
    return digestLength;
  }

  @Override
  protected final void engineReset() {
    filled = 0;
    length = 0;
    Arrays.fill(block, (byte) 0);
    restart();
  }

  @Override
  public Object clone() throws CloneNotSupportedException {
    BlockDigest copy = (BlockDigest) super.clone();
    copy.block = block.clone();
    return copy;
  }
}
