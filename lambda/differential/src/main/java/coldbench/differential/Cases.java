package coldbench.differential;

/** Prints a line for every case: its name, and the value it gave or the type it threw. */
final class Cases {
  /** What a case does. */
  interface Body {
    Object run() throws Throwable;
  }

  private final StringBuilder lines = new StringBuilder();

  void add(String name, Body body) {
    String outcome;
    try {
      outcome = String.valueOf(body.run());
    } catch (Throwable e) {
      outcome = "! " + e.getClass().getName();
    }
    line(name + " = " + outcome);
    if (lines.length() > 32000) {
      flush();
    }
  }

  /** In ASCII: what becomes of a lone surrogate on its way out is no matter of these cases. */
  private void line(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c <= '~') {
        lines.append(c);
      } else {
        lines.append("\\u").append(Integer.toHexString(c));
      }
    }
    lines.append('\n');
  }

  void flush() {
    System.out.print(lines);
    System.out.flush();
    lines.setLength(0);
  }
}
