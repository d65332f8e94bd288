package coldbench.semantics.classes.java.security;

/** SHA-224 and SHA-256, https://doi.org/10.6028/NIST.FIPS.180-4 section 6.2 */
final class Sha256 extends WordDigest {
  private static final int[] ROUNDS = new int[64];

  static {
    for (int i = 0; i < ROUNDS.length; i++) {
      ROUNDS[i] = (int) (Sha2.ROUNDS[i] >>> 32);
    }
  }

  Sha256(String algorithm, int[] start, int digestLength) {
    super(algorithm, start, digestLength, false);
  }

  @Override
  int schedule() {
    return 64;
  }

  @Override
  void compress(int[] state, int[] w) {
    for (int i = 16; i < w.length; i++) {
      int x = w[i - 15];
      int y = w[i - 2];
      w[i] =
          w[i - 16]
              + w[i - 7]
              + (Integer.rotateRight(x, 7) ^ Integer.rotateRight(x, 18) ^ (x >>> 3))
              + (Integer.rotateRight(y, 17) ^ Integer.rotateRight(y, 19) ^ (y >>> 10));
    }
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    int e = state[4];
    int f = state[5];
    int g = state[6];
    int h = state[7];
    for (int i = 0; i < w.length; i++) {
      int one =
          h
              + (Integer.rotateRight(e, 6)
                  ^ Integer.rotateRight(e, 11)
                  ^ Integer.rotateRight(e, 25))
              + ((e & f) ^ (~e & g))
              + ROUNDS[i]
              + w[i];
      int other =
          (Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22))
              + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = d + one;
      d = c;
      c = b;
      b = a;
      a = one + other;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }
}
