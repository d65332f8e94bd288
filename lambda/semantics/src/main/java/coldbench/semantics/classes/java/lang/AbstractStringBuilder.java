package coldbench.semantics.classes.java.lang;

import java.io.Serializable;
import java.util.Objects;

/**
 * What StringBuilder and StringBuffer do, both of which call this for everything:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/StringBuilder.html
 */
class AbstractStringBuilder implements CharSequence, Serializable {
  /** For the sign and the binary digits of a long. */
  private static final int LONGEST_NUMBER = 65;

  char[] buffer; // String reads it
  private int length;

  public AbstractStringBuilder() {
    this(16);
  }

  public AbstractStringBuilder(int capacity) {
    buffer = new char[capacity];
  }

  public AbstractStringBuilder(String text) {
    this(text.length() + 16);
    append(text);
  }

  public AbstractStringBuilder(CharSequence text) {
    this(text.length() + 16);
    append(text);
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public boolean isEmpty() {
    return length == 0;
  }

  public int capacity() {
    return buffer.length;
  }

  public void ensureCapacity(int least) {
    if (least > buffer.length) {
      resize(Math.max(least, 2 * buffer.length + 2));
    }
  }

  public void trimToSize() {
    if (length < buffer.length) {
      resize(length);
    }
  }

  private void resize(int capacity) {
    char[] larger = new char[capacity];
    System.arraycopy(buffer, 0, larger, 0, length);
    buffer = larger;
  }

  public void setLength(int wanted) {
    if (wanted < 0) {
      throw outOfBounds("new length", wanted);
    }
    ensureCapacity(wanted);
    for (int i = length; i < wanted; i++) {
      buffer[i] = 0;
    }
    length = wanted;
  }

  @Override
  public char charAt(int at) {
    checkIndex(at);
    return buffer[at];
  }

  public void setCharAt(int at, char c) {
    checkIndex(at);
    buffer[at] = c;
  }

  private void checkIndex(int at) {
    if (at < 0 || at >= length) {
      throw outOfBounds("index", at);
    }
  }

  private void checkOffset(int at) {
    if (at < 0 || at > length) {
      throw outOfBounds("offset", at);
    }
  }

  private StringIndexOutOfBoundsException outOfBounds(String what, int at) {
    return new StringIndexOutOfBoundsException(what + " " + at + ", length " + length);
  }

  private void checkRange(int start, int end) {
    if (start < 0 || start > end || end > length) {
      throw new StringIndexOutOfBoundsException(
          "start " + start + ", end " + end + ", length " + length);
    }
  }

  protected AbstractStringBuilder append(char c) {
    return insert(length, c); // not the growing itself, which would stand at every call
  }

  protected AbstractStringBuilder append(String text) {
    return insert(length, text);
  }

  public AbstractStringBuilder append(Object value) {
    return append(String.valueOf(value));
  }

  protected AbstractStringBuilder append(boolean value) {
    return append(value ? "true" : "false");
  }

  protected AbstractStringBuilder append(double value) {
    return append(Double.toString(value));
  }

  protected AbstractStringBuilder append(float value) {
    return append(Float.toString(value));
  }

  protected AbstractStringBuilder append(StringBuffer text) {
    return append((CharSequence) text);
  }

  protected AbstractStringBuilder append(CharSequence text) {
    return text == null || text instanceof String
        ? append((String) text)
        : append(text, 0, text.length());
  }

  protected AbstractStringBuilder append(CharSequence text, int start, int end) {
    CharSequence added = text == null ? "null" : text;
    Objects.checkFromToIndex(start, end, added.length());
    ensureCapacity(length + end - start);
    for (int i = start; i < end; i++) {
      buffer[length + i - start] = added.charAt(i);
    }
    length += end - start;
    return this;
  }

  protected AbstractStringBuilder append(char[] text) {
    return append(text, 0, text.length);
  }

  protected AbstractStringBuilder append(char[] text, int start, int size) {
    Objects.checkFromToIndex(start, start + size, text.length);
    ensureCapacity(length + size);
    System.arraycopy(text, start, buffer, length, size);
    length += size;
    return this;
  }

  protected AbstractStringBuilder appendCodePoint(int point) {
    return Character.isBmpCodePoint(point)
        ? append((char) point)
        : append(Character.toChars(point));
  }

  protected AbstractStringBuilder append(int value) {
    int size = value < 0 ? 2 : 1;
    for (int rest = value / 10; rest != 0; rest /= 10) {
      size++;
    }
    ensureCapacity(length + size);
    length += size;
    int rest = value < 0 ? value : -value; // of which there are more
    int at = length;
    do {
      buffer[--at] = (char) ('0' - rest % 10);
      rest /= 10;
    } while (rest != 0);
    if (value < 0) {
      buffer[--at] = '-';
    }
    return this;
  }

  protected AbstractStringBuilder append(long value) {
    return append(value, 10);
  }

  AbstractStringBuilder append(int value, int radix) {
    return append((long) value, radix);
  }

  private AbstractStringBuilder append(long value, int radix) {
    int base = radix < Character.MIN_RADIX || radix > Character.MAX_RADIX ? 10 : radix;
    char[] digits = new char[LONGEST_NUMBER];
    int at = digits.length;
    long rest = value < 0 ? value : -value; // of which there are more
    do {
      int digit = (int) -(rest % base);
      digits[--at] = (char) (digit < 10 ? '0' + digit : 'a' - 10 + digit);
      rest /= base;
    } while (rest != 0);
    if (value < 0) {
      digits[--at] = '-';
    }
    return append(digits, at, digits.length - at);
  }

  AbstractStringBuilder insert(int at, int value, int radix) {
    return insert(at, (long) value, radix);
  }

  protected AbstractStringBuilder insert(int at, long value, int radix) {
    return insert(at, new AbstractStringBuilder(LONGEST_NUMBER).append(value, radix).toString());
  }

  protected AbstractStringBuilder insert(int at, String text) {
    return put(at, text == null ? "null" : text, 0);
  }

  protected AbstractStringBuilder insert(int at, char c) {
    makeRoom(at, 1);
    buffer[at] = c;
    return this;
  }

  protected AbstractStringBuilder insert(int at, Object value) {
    return insert(at, String.valueOf(value));
  }

  protected AbstractStringBuilder insert(int at, boolean value) {
    return insert(at, String.valueOf(value));
  }

  protected AbstractStringBuilder insert(int at, int value) {
    return insert(at, String.valueOf(value));
  }

  protected AbstractStringBuilder insert(int at, long value) {
    return insert(at, String.valueOf(value));
  }

  protected AbstractStringBuilder insert(int at, double value) {
    return insert(at, String.valueOf(value));
  }

  protected AbstractStringBuilder insert(int at, float value) {
    return insert(at, String.valueOf(value));
  }

  protected AbstractStringBuilder insert(int at, CharSequence text) {
    CharSequence added = text == null ? "null" : text;
    return added instanceof String whole ? insert(at, whole) : insert(at, added, 0, added.length());
  }

  protected AbstractStringBuilder insert(int at, CharSequence text, int start, int end) {
    CharSequence added = text == null ? "null" : text;
    checkOffset(at);
    Objects.checkFromToIndex(start, end, added.length());
    makeRoom(at, end - start);
    for (int i = start; i < end; i++) { // of what it is by now, where it is this one
      buffer[at + i - start] = added.charAt(i);
    }
    return this;
  }

  protected AbstractStringBuilder insert(int at, char[] text) {
    checkOffset(at);
    return insert(at, text, 0, text.length);
  }

  protected AbstractStringBuilder insert(int at, char[] text, int start, int size) {
    checkOffset(at);
    if (start < 0 || size < 0 || start > text.length - size) {
      throw new StringIndexOutOfBoundsException(
          "offset " + start + ", count " + size + ", length " + text.length);
    }
    makeRoom(at, size);
    System.arraycopy(text, start, buffer, at, size);
    return this;
  }

  private void makeRoom(int at, int size) {
    put(at, null, size);
  }

  /**
   * Puts the text there, or only makes room. One long method for all, so that the optimizer does
   * not copy it into every caller.
   */
  private AbstractStringBuilder put(int at, String text, int room) {
    if (at < 0 || at > length) {
      throw outOfBounds("offset", at);
    }
    int size = text == null ? room : text.length();
    ensureCapacity(length + size);
    if (at < length) {
      System.arraycopy(buffer, at, buffer, at + size, length - at);
    }
    if (text != null) {
      text.getChars(0, size, buffer, at);
    }
    length += size;
    return this;
  }

  public AbstractStringBuilder deleteCharAt(int at) {
    checkIndex(at);
    return delete(at, at + 1);
  }

  public AbstractStringBuilder delete(int start, int end) {
    int last = Math.min(end, length);
    checkRange(start, last);
    System.arraycopy(buffer, last, buffer, start, length - last);
    length -= last - start;
    return this;
  }

  public AbstractStringBuilder replace(int start, int end, String text) {
    int last = Math.min(end, length);
    checkRange(start, last);
    int size = text.length();
    ensureCapacity(length - (last - start) + size);
    System.arraycopy(buffer, last, buffer, start + size, length - last);
    length += size - (last - start);
    text.getChars(0, size, buffer, start);
    return this;
  }

  public AbstractStringBuilder reverse() {
    for (int i = 0, j = length - 1; i < j; i++, j--) {
      char c = buffer[i];
      buffer[i] = buffer[j];
      buffer[j] = c;
    }
    for (int i = 0; i < length - 1; i++) { // pairs stay in their order
      char second = buffer[i];
      if (Character.isLowSurrogate(second) && Character.isHighSurrogate(buffer[i + 1])) {
        buffer[i] = buffer[i + 1];
        buffer[++i] = second;
      }
    }
    return this;
  }

  public int indexOf(String text) {
    return indexOf(text, 0);
  }

  public int indexOf(String text, int from) {
    int last = length - text.length();
    for (int i = Math.max(0, Math.min(from, length)); i <= last; i++) {
      if (isAt(i, text)) {
        return i;
      }
    }
    return -1;
  }

  public int lastIndexOf(String text) {
    return lastIndexOf(text, length);
  }

  public int lastIndexOf(String text, int from) {
    for (int i = Math.min(from, length - text.length()); i >= 0; i--) {
      if (isAt(i, text)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isAt(int at, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (buffer[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return substring(start, end);
  }

  public String substring(int start) {
    return substring(start, length);
  }

  public String substring(int start, int end) {
    checkRange(start, end);
    return new String(buffer, start, end - start);
  }

  public void getChars(int start, int end, char[] into, int at) {
    checkRange(start, end);
    Objects.checkFromToIndex(at, at + end - start, into.length);
    System.arraycopy(buffer, start, into, at, end - start);
  }

  public int codePointAt(int at) {
    checkIndex(at);
    return Character.codePointAt(this, at);
  }

  public int codePointBefore(int at) {
    checkIndex(at - 1);
    return Character.codePointBefore(this, at);
  }

  public int codePointCount(int start, int end) {
    if (start < 0 || start > end || end > length) {
      throw new IndexOutOfBoundsException();
    }
    return Character.codePointCount(this, start, end);
  }

  public int offsetByCodePoints(int at, int points) {
    if (at < 0 || at > length) {
      throw new IndexOutOfBoundsException();
    }
    return Character.offsetByCodePoints(this, at, points);
  }

  @Override
  public String toString() {
    return new String(buffer, 0, length);
  }
}
