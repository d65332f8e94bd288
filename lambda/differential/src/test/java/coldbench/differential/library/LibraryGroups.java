package coldbench.differential.library;

import java.util.List;

/** Everything that the machine calls, in programs of a size that is quickly built. */
final class LibraryGroups {
  /** Of each method, more or less. */
  static final int CALLS = 25;

  static final List<String> ALL =
      List.of(
          "java\\.lang\\..*",
          "java\\.io\\..*",
          "java\\.math\\..*|java\\.nio\\..*",
          "java\\.util\\.[A-L]\\w*(\\$.*)?",
          "java\\.util\\.[M-Z]\\w*(\\$.*)?",
          "java\\.util\\.(function|stream|concurrent|regex|zip)\\..*",
          "java\\.(net|security|text)\\..*|javax\\.crypto\\..*",
          "java\\.time\\..*");

  private LibraryGroups() {}
}
