package coldbench.semantics.library.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Lines of a reader, one read ahead. */
final class Lines implements Iterator<String> {
  private final java.io.BufferedReader reader;
  private String next;

  Lines(java.io.BufferedReader reader) {
    this.reader = reader;
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      try {
        next = reader.readLine();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return next != null;
  }

  @Override
  public String next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    String line = next;
    next = null;
    return line;
  }
}
