package com.dashjoin.jsonata;

import com.dashjoin.jsonata.utils.RepairedSignature;
import com.dashjoin.jsonata.utils.Signature;
import org.jspecify.annotations.Nullable;

/** A parser that keeps the sign of zero, and the signatures of functions repaired. */
final class RepairedParser extends Parser {
  /** Lets this thread's next expressions be parsed by one. */
  static void use() {
    if (!(Jsonata._parser.get() instanceof RepairedParser)) {
      Jsonata._parser.set(new RepairedParser());
    }
  }

  @Override
  @Nullable Symbol processAST(@Nullable Symbol parsed) {
    Symbol result = super.processAST(parsed);
    if (parsed == null || result == null) {
      return result;
    } else if (result.value instanceof Number zero
        && zero.doubleValue() == 0
        && isNegated(parsed)) {
      result.value = -0.0;
    } else if (result.signature instanceof Signature signature) {
      result.signature = RepairedSignature.of(signature, "lambda");
    }
    return result;
  }

  private static boolean isNegated(Symbol parsed) {
    return "unary".equals(parsed.type)
        && "-".equals(String.valueOf(parsed.value))
        && !isNegated(parsed.expression);
  }
}
