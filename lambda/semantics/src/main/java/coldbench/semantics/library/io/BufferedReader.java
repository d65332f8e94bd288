package coldbench.semantics.library.io;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/io/BufferedReader.html#lines()
 */
public final class BufferedReader {
  private BufferedReader() {}

  public Stream<String> lines() {
    Lines lines = new Lines((java.io.BufferedReader) (Object) this);
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }
}
