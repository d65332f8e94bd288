package coldbench.semantics.classes.java.security;

/** https://doi.org/10.6028/NIST.FIPS.180-4 section 6.1 */
final class Sha1 extends WordDigest {
  private static final int[] START = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};

  Sha1(String algorithm) {
    super(algorithm, START, 20, false);
  }

  @Override
  int schedule() {
    return 80;
  }

  @Override
  void compress(int[] state, int[] w) {
    for (int i = 16; i < w.length; i++) {
      w[i] = Integer.rotateLeft(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    }
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    int e = state[4];
    for (int i = 0; i < w.length; i++) {
      int mixed =
          switch (i / 20) {
            case 0 -> ((b & c) ^ (~b & d)) + 0x5a827999;
            case 1 -> (b ^ c ^ d) + 0x6ed9eba1;
            case 2 -> ((b & c) ^ (b & d) ^ (c & d)) + 0x8f1bbcdc;
            default -> (b ^ c ^ d) + 0xca62c1d6;
          };
      int next = Integer.rotateLeft(a, 5) + mixed + e + w[i];
      e = d;
      d = c;
      c = Integer.rotateLeft(b, 30);
      b = a;
      a = next;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
  }
}
