package coldbench.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Passes on what went wrong and leaves out progress: every such message begins with the tool's
 * name, and what belongs to it is indented.
 */
final class ErrorsOnly extends FilterWriter {
  private static final String ERROR = "coldbench: ";

  private final StringBuilder line = new StringBuilder();
  private boolean passing;

  ErrorsOnly(Writer err) {
    super(err);
  }

  @Override
  public void write(int character) throws IOException {
    line.append((char) character);
    if (character == '\n') {
      passing = line.indexOf(ERROR) == 0 || (passing && line.charAt(0) == ' ');
      if (passing) {
        out.write(line.toString());
      }
      line.setLength(0);
    }
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      write(text[i]);
    }
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    write(text.toCharArray(), from, length);
  }
}
