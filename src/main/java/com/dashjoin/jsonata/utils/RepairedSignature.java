package com.dashjoin.jsonata.utils;

import com.dashjoin.jsonata.ArgumentException;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A function's signature, to which JSON's null is a type of its own, as in jsonata-js, and whose
 * errors say which argument is wrong. The library takes null for an argument that is missing.
 */
public final class RepairedSignature extends Signature {
  private final String function;

  private RepairedSignature(Signature signature, String function) {
    super("<>", function);
    this.function = function;
    _params = signature._params;
    _regex = signature._regex;
  }

  /** The signature of the function of this name, as the library read it. */
  public static RepairedSignature of(Signature signature, String function) {
    return new RepairedSignature(signature, function);
  }

  @Override
  String getSymbol(@Nullable Object value) {
    return value == Jsonata.NULL_VALUE ? "l" : super.getSymbol(value);
  }

  @Override
  void throwValidationError(List<?> arguments, String types, String name) {
    StringBuilder pattern = new StringBuilder();
    int good = 0;
    for (Param param : _params) {
      pattern.append(param.regex);
      Matcher matcher = Pattern.compile(pattern.toString()).matcher(types);
      if (!matcher.lookingAt()) {
        break;
      }
      good = matcher.end();
    }
    throw ArgumentException.ofOtherType(good + 1);
  }

  @Override
  public Object validate(Object arguments, @Nullable Object context) {
    try {
      return super.validate(arguments, context);
    } catch (JException e) {
      switch (e.getError()) {
        case "T0411" -> throw ArgumentException.ofContext((Integer) e.getExpected());
        case "T0412" ->
            throw ArgumentException.ofItems(
                1 + ((List<?>) arguments).indexOf(e.getCurrent()), (String) e.getExpected());
        default -> throw e;
      }
    }
  }

  /** How many arguments functions of functions give it; in jsonata-js one has a default value. */
  @Override
  public int getMinNumberOfArgs() {
    return function.equals("string") ? 1 : getNumberOfArgs();
  }
}
