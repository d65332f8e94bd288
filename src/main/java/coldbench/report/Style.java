package coldbench.report;

/** The few ways in which text stands out on a terminal. */
public enum Style {
  PLAIN(""),
  BOLD("1"),
  DIM("2"),
  WARNING("33");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  String of(String text, Screen screen) {
    return code.isEmpty() || !screen.colour() || text.isBlank()
        ? text
        : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
