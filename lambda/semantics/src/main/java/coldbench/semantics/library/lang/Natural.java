package coldbench.semantics.library.lang;

import java.util.Arrays;

/** A whole number from 0 on, of any size, changed in place: as much of it as texts need. */
final class Natural {
  private static final long WORD = 0xffffffffL;

  /** Least significant first; those from {@link #length} on are 0. */
  private int[] words;

  private int length;

  Natural(long value, int expectedBits) {
    words = new int[expectedBits / 32 + 3];
    words[0] = (int) value;
    words[1] = (int) (value >>> 32);
    length = 2;
    trim();
  }

  private void trim() {
    while (length > 0 && words[length - 1] == 0) {
      length--;
    }
  }

  private void reserve(int count) {
    if (count > words.length) {
      words = Arrays.copyOf(words, count + count / 2);
    }
  }

  boolean isZero() {
    return length == 0;
  }

  int bitLength() {
    return length == 0
        ? 0
        : 32 * length - java.lang.Integer.numberOfLeadingZeros(words[length - 1]);
  }

  void multiplyAndAdd(int factor, int summand) {
    long carry = summand;
    for (int i = 0; i < length; i++) {
      carry += (words[i] & WORD) * factor;
      words[i] = (int) carry;
      carry >>>= 32;
    }
    if (carry != 0) {
      reserve(length + 1);
      words[length++] = (int) carry;
    }
  }

  void multiplyByPowerOfTen(int exponent) {
    int left = exponent;
    for (; left >= 9; left -= 9) {
      multiplyAndAdd(1_000_000_000, 0);
    }
    for (; left > 0; left--) {
      multiplyAndAdd(10, 0);
    }
  }

  void shiftLeft(int bits) {
    int by = bits >>> 5;
    int rest = bits & 31;
    reserve(length + by + 1);
    for (int i = length; i >= 0; i--) {
      long both = ((words[i] & WORD) << 32) | (i > 0 ? words[i - 1] & WORD : 0);
      words[i + by] = (int) (both << rest >>> 32);
    }
    Arrays.fill(words, 0, by, 0);
    length += by + 1;
    trim();
  }

  /** Of {@code this + summand} to another. */
  int compareSum(Natural summand, Natural other) {
    int most = java.lang.Math.max(java.lang.Math.max(length, summand.length), other.length);
    long ahead = 0;
    for (int i = most - 1; i >= 0; i--) {
      ahead = (ahead << 32) + word(i) + summand.word(i) - other.word(i);
      if (ahead > 0 || ahead < -1) {
        return ahead > 0 ? 1 : -1; // what is below cannot make up for it
      }
    }
    return java.lang.Long.signum(ahead);
  }

  int compareTo(Natural other) {
    for (int i = java.lang.Math.max(length, other.length) - 1; i >= 0; i--) {
      if (word(i) != other.word(i)) {
        return word(i) < other.word(i) ? -1 : 1;
      }
    }
    return 0;
  }

  private long word(int i) {
    return i < length ? words[i] & WORD : 0;
  }

  /** The remainder stays; for small quotients. */
  int divide(Natural divisor) {
    int quotient = 0;
    while (compareTo(divisor) >= 0) {
      subtract(divisor);
      quotient++;
    }
    return quotient;
  }

  /** Of one that is not larger. */
  void subtract(Natural other) {
    long borrow = 0;
    for (int i = 0; i < length; i++) {
      borrow += word(i) - other.word(i);
      words[i] = (int) borrow;
      borrow >>= 32;
    }
    trim();
  }
}
