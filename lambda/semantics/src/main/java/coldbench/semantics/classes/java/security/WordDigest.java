package coldbench.semantics.classes.java.security;

/** Of words of 32 bits, in blocks of sixteen. */
abstract class WordDigest extends BlockDigest {
  private static final int WORDS = 16;

  private final int[] start;
  private final boolean lowByteFirst;
  private int[] state;

  WordDigest(String algorithm, int[] start, int digestLength, boolean lowByteFirst) {
    super(algorithm, 4 * WORDS, digestLength, lowByteFirst);
    this.start = start;
    this.lowByteFirst = lowByteFirst;
    state = start.clone();
  }

  /**
   * @param words the block, at the beginning of what may be overwritten
   */
  abstract void compress(int[] state, int[] words);

  abstract int schedule();

  @Override
  final void compress(byte[] bytes, int from) {
    int[] words = new int[schedule()];
    for (int i = 0; i < WORDS; i++) {
      int at = from + 4 * i;
      int word =
          (bytes[at] << 24)
              | ((bytes[at + 1] & 255) << 16)
              | ((bytes[at + 2] & 255) << 8)
              | (bytes[at + 3] & 255);
      words[i] = lowByteFirst ? Integer.reverseBytes(word) : word;
    }
    compress(state, words);
  }

  @Override
  final long[] state() {
    long[] all = new long[state.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = state[i];
    }
    return all;
  }

  @Override
  final int wordSize() {
    return 4;
  }

  @Override
  final void restart() {
    System.arraycopy(start, 0, state, 0, state.length);
  }

  @Override
  public Object clone() throws CloneNotSupportedException {
    WordDigest copy = (WordDigest) super.clone();
    copy.state = state.clone();
    return copy;
  }
}
