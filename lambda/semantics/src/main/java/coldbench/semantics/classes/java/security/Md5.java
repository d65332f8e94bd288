package coldbench.semantics.classes.java.security;

/** https://www.rfc-editor.org/rfc/rfc1321 */
final class Md5 extends WordDigest {
  private static final int[] START = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
  private static final int[] DISTANCES = {
    7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21
  };
  private static final int[] SINES = new int[64];

  static {
    for (int i = 0; i < SINES.length; i++) {
      SINES[i] = (int) (long) (Math.abs(Math.sin(i + 1)) * 0x1p32);
    }
  }

  Md5(String algorithm) {
    super(algorithm, START, 16, true);
  }

  @Override
  int schedule() {
    return 16;
  }

  @Override
  void compress(int[] state, int[] words) {
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    for (int i = 0; i < 64; i++) {
      int mixed;
      int word;
      switch (i >> 4) {
        case 0 -> {
          mixed = (b & c) | (~b & d);
          word = i;
        }
        case 1 -> {
          mixed = (b & d) | (c & ~d);
          word = (5 * i + 1) & 15;
        }
        case 2 -> {
          mixed = b ^ c ^ d;
          word = (3 * i + 5) & 15;
        }
        default -> {
          mixed = c ^ (b | ~d);
          word = (7 * i) & 15;
        }
      }
      int sum = a + mixed + words[word] + SINES[i];
      a = d;
      d = c;
      c = b;
      b += Integer.rotateLeft(sum, DISTANCES[(i >> 4) * 4 + (i & 3)]);
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
  }
}
