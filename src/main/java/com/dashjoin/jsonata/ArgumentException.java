package com.dashjoin.jsonata;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An argument that a function's signature refuses, in the words of jsonata-js. The function has the
 * name by which it was called, if by any.
 */
public final class ArgumentException extends JException {
  private static final Map<String, String> ITEMS =
      Map.of(
          "a",
          "arrays",
          "b",
          "booleans",
          "f",
          "functions",
          "n",
          "numbers",
          "o",
          "objects",
          "s",
          "strings");

  private final String text;
  private @Nullable Object function;

  private ArgumentException(String code, String text) {
    super(code, -1);
    this.text = text;
  }

  /** The argument of this number, from 1, is of another type. */
  public static ArgumentException ofOtherType(int argument) {
    return new ArgumentException(
        "T0410", "Argument " + argument + " of function %s does not match function signature");
  }

  /** The argument is missing, and where the function stands is nothing of its type. */
  public static ArgumentException ofContext(int argument) {
    return new ArgumentException(
        "T0411",
        "Context value is not a compatible type with argument " + argument + " of function %s");
  }

  /** The argument has items of another type than the one of this letter. */
  public static ArgumentException ofItems(int argument, String type) {
    return new ArgumentException(
        "T0412",
        "Argument %d of function %%s must be an array of \"%s\""
            .formatted(argument, ITEMS.getOrDefault(type, type)));
  }

  /** Names the function, unless it has a name. */
  void name(@Nullable Object name) {
    function = function == null ? name : function;
  }

  /** What is wrong, without the code. */
  public String text() {
    return text.formatted(function == null ? "undefined" : "\"" + function + "\"");
  }
}
