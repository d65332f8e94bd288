package coldbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Text on its way to standard output or into a file. It remembers the first failure to write, which
 * {@link PrintWriter} and templates keep to themselves or wrap: whatever a command writes with,
 * {@link #flush} says at the end whether all of it arrived. Every failure names where to.
 */
final class CheckedOutput extends Writer {
  private final String name;
  private final Writer to;
  private Optional<UnwrittenException> failure = Optional.empty();

  private CheckedOutput(String name, OutputStream to) {
    this.name = name;
    this.to = new BufferedWriter(new OutputStreamWriter(to, UTF_8));
  }

  /** To the descriptor itself: {@link System#out} would swallow its errors. */
  static CheckedOutput standard() {
    return new CheckedOutput("standard output", new FileOutputStream(FileDescriptor.out));
  }

  /** Starts a file, in place of what is there. */
  static CheckedOutput to(Path file) throws UnwrittenException {
    try {
      return new CheckedOutput(file.toString(), Files.newOutputStream(file));
    } catch (IOException e) {
      throw new UnwrittenException(file.toString(), e);
    }
  }

  /** Writes the content of a file. */
  interface Content {
    void write(Writer out) throws IOException;
  }

  /** Writes a file, whole or not at all: one that could not be finished is removed. */
  static void write(Path file, Content content) throws IOException {
    CheckedOutput output = to(file);
    boolean whole = false;
    try (output) {
      content.write(output);
      output.flush();
      whole = true;
    } catch (RuntimeException e) {
      if (output.failure.isEmpty()) {
        throw e;
      }
      throw output.failure.get();
    } finally {
      if (!whole) {
        removeUnfinished(file);
      }
    }
  }

  private static void removeUnfinished(Path file) {
    try {
      if (Files.isRegularFile(file)) {
        Files.delete(file);
      }
    } catch (IOException e) {
      return; // That it is not whole is said either way.
    }
  }

  /** A step that can fail. */
  private interface Step {
    void go() throws IOException;
  }

  private void guarded(Step step) throws UnwrittenException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    try {
      step.go();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private UnwrittenException failed(IOException e) {
    UnwrittenException named = new UnwrittenException(name, e);
    failure = Optional.of(named);
    return named;
  }

  @Override
  public void write(char[] text, int from, int length) throws UnwrittenException {
    guarded(() -> to.write(text, from, length));
  }

  @Override
  public void flush() throws UnwrittenException {
    guarded(to::flush);
  }

  @Override
  public void close() throws UnwrittenException {
    boolean told = failure.isPresent();
    try {
      to.close();
    } catch (IOException e) {
      if (!told) {
        throw failed(e);
      }
    }
  }
}
