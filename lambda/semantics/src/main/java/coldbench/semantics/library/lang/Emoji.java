package coldbench.semantics.library.lang;

/** Of which characters are emoji, there is no table. */
final class Emoji {
  private Emoji() {}

  static UnsupportedOperationException unsupported() {
    return new UnsupportedOperationException(
        "Emoji are not known natively, expected ranges of characters");
  }
}
