package coldbench.cli;

/** Names of runs: names of executions, of folders and of parts of object keys at the same time. */
final class RunNames {
  private RunNames() {}

  /**
   * The name itself.
   *
   * @throws InvalidOptionsException if it cannot be one
   */
  static String valid(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,79}")) {
      throw new InvalidOptionsException(
          "--run is \""
              + name
              + "\", expected 1 to 80 letters, digits, - and _, first a letter or digit");
    }
    return name;
  }
}
