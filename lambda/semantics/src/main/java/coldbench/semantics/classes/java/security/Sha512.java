package coldbench.semantics.classes.java.security;

/** SHA-384 and SHA-512, https://doi.org/10.6028/NIST.FIPS.180-4 section 6.4 */
final class Sha512 extends BlockDigest {
  private final long[] start;
  private long[] state;

  Sha512(String algorithm, long[] start, int digestLength) {
    super(algorithm, 128, digestLength, false);
    this.start = start;
    state = start.clone();
  }

  @Override
  void compress(byte[] bytes, int from) {
    long[] w = new long[80];
    for (int i = 0; i < 128; i++) {
      w[i >> 3] = (w[i >> 3] << 8) | (bytes[from + i] & 255);
    }
    for (int i = 16; i < w.length; i++) {
      long x = w[i - 15];
      long y = w[i - 2];
      w[i] =
          w[i - 16]
              + w[i - 7]
              + (Long.rotateRight(x, 1) ^ Long.rotateRight(x, 8) ^ (x >>> 7))
              + (Long.rotateRight(y, 19) ^ Long.rotateRight(y, 61) ^ (y >>> 6));
    }
    long a = state[0];
    long b = state[1];
    long c = state[2];
    long d = state[3];
    long e = state[4];
    long f = state[5];
    long g = state[6];
    long h = state[7];
    for (int i = 0; i < w.length; i++) {
      long one =
          h
              + (Long.rotateRight(e, 14) ^ Long.rotateRight(e, 18) ^ Long.rotateRight(e, 41))
              + ((e & f) ^ (~e & g))
              + Sha2.ROUNDS[i]
              + w[i];
      long other =
          (Long.rotateRight(a, 28) ^ Long.rotateRight(a, 34) ^ Long.rotateRight(a, 39))
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

  @Override
  long[] state() {
    return state;
  }

  @Override
  int wordSize() {
    return 8;
  }

  @Override
  void restart() {
    System.arraycopy(start, 0, state, 0, state.length);
  }

  @Override
  public Object clone() throws CloneNotSupportedException {
    Sha512 copy = (Sha512) super.clone();
    copy.state = state.clone();
    return copy;
  }
}
