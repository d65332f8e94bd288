package coldbench.deploy;

import java.util.List;

/** Context that cannot be used; the message has one line for each value. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SettingsException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}
