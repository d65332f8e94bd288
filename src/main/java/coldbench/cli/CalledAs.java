package coldbench.cli;

/** The tool as it was called, in texts that somebody copies into a shell. */
final class CalledAs {
  private CalledAs() {}

  /** As the launcher hands it over: {@code ./coldbench}, a longer path, or a name on the PATH. */
  static String tool() {
    return System.getProperty("coldbench.called", "./coldbench");
  }

  /**
   * A whole command.
   *
   * @param arguments what follows the tool
   */
  static String command(String arguments) {
    return tool() + " " + arguments;
  }
}
