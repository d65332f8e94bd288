package coldbench.differential.programs;

import static coldbench.differential.programs.Type.*;

import java.util.List;

/** Random arithmetic, conversions and comparisons. */
final class NumberExpressions {
  private static final List<String> WHOLE_OPERATORS =
      List.of("+", "-", "*", "/", "%", "&", "|", "^", "+", "-", "*");
  private static final List<String> SHIFTS = List.of("<<", ">>", ">>>");
  private static final List<String> FLOATING_OPERATORS = List.of("+", "-", "*", "/", "%");
  private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "==", "!=");
  private static final List<String> INT_FUNCTIONS =
      List.of(
          "Integer.bitCount",
          "Integer.reverse",
          "Integer.numberOfLeadingZeros",
          "Integer.numberOfTrailingZeros",
          "Integer.highestOneBit",
          "Integer.signum",
          "Math.abs",
          "Integer.reverseBytes",
          "Math.negateExact",
          "Math.incrementExact");
  private static final List<String> INT_PAIRS =
      List.of(
          "Math.addExact",
          "Math.multiplyExact",
          "Math.subtractExact",
          "Math.floorDiv",
          "Math.floorMod",
          "Math.max",
          "Math.min",
          "Integer.compare",
          "Integer.rotateLeft",
          "Integer.divideUnsigned",
          "Integer.remainderUnsigned",
          "Integer.compareUnsigned");
  private static final List<String> LONG_FUNCTIONS =
      List.of(
          "Long.reverse",
          "Long.highestOneBit",
          "Math.abs",
          "Long.reverseBytes",
          "Math.negateExact",
          "Long.bitCount");
  private static final List<String> LONG_PAIRS =
      List.of(
          "Math.addExact",
          "Math.multiplyExact",
          "Math.floorDiv",
          "Math.floorMod",
          "Math.max",
          "Long.divideUnsigned",
          "Long.remainderUnsigned",
          "Math.subtractExact");
  private static final List<String> DOUBLE_FUNCTIONS =
      List.of("Math.sqrt", "Math.floor", "Math.ceil", "Math.abs", "Math.rint", "Math.signum");

  private final Expressions all;
  private final Draw draw;

  NumberExpressions(Expressions all) {
    this.all = all;
    this.draw = all.draw;
  }

  String of(Type type, Scope scope, int depth) {
    return switch (draw.below(9)) {
      case 0 -> cast(type, scope, depth);
      case 1 -> element(type, scope, depth);
      case 2, 3 -> assignment(type, scope, depth);
      default ->
          switch (type) {
            case INT -> draw.in(3) ? intFrom(scope, depth) : whole(INT, scope, depth);
            case LONG -> draw.in(4) ? longFrom(scope, depth) : whole(LONG, scope, depth);
            case FLOAT, DOUBLE -> floating(type, scope, depth);
            default -> "(" + cast(type) + all.of(draw.in(3) ? LONG : INT, scope, depth) + ")";
          };
    };
  }

  private static String cast(Type type) {
    return "(" + type.java + ") ";
  }

  private String cast(Type type, Scope scope, int depth) {
    return "(" + cast(type) + all.of(draw.of(NUMBERS), scope, depth) + ")";
  }

  private String whole(Type type, Scope scope, int depth) {
    String left = all.of(type, scope, depth);
    if (draw.in(9)) {
      return "(" + draw.of(List.of("-", "~", "+")) + left + ")";
    }
    if (draw.in(5)) {
      return "(" + left + " " + draw.of(SHIFTS) + " " + all.of(draw.of(WHOLE), scope, depth) + ")";
    }
    Type second = type == LONG && draw.in(3) ? draw.of(WHOLE) : type;
    return "(" + left + " " + draw.of(WHOLE_OPERATORS) + " " + all.of(second, scope, depth) + ")";
  }

  private String floating(Type type, Scope scope, int depth) {
    if (type == DOUBLE && draw.in(3)) {
      return draw.of(DOUBLE_FUNCTIONS) + "(" + all.of(DOUBLE, scope, depth) + ")";
    }
    if (draw.in(8)) {
      return "(-" + all.of(type, scope, depth) + ")";
    }
    Type second = type == DOUBLE ? draw.of(NUMBERS) : draw.of(List.of(FLOAT, INT, LONG, CHAR));
    String operator = draw.of(FLOATING_OPERATORS);
    return "("
        + all.of(type, scope, depth)
        + " "
        + operator
        + " "
        + all.of(second, scope, depth)
        + ")";
  }

  private String intFrom(Scope scope, int depth) {
    return switch (draw.below(14)) {
      case 0 -> draw.of(INT_FUNCTIONS) + "(" + all.of(INT, scope, depth) + ")";
      case 1, 2 -> draw.of(INT_PAIRS) + pair(INT, scope, depth);
      case 3 -> all.of(STRING, scope, depth) + ".length()";
      case 4 ->
          "Integer.signum("
              + all.of(STRING, scope, depth)
              + ".compareTo("
              + all.of(STRING, scope, depth)
              + "))";
      case 5 -> all.of(STRING, scope, depth) + ".hashCode()";
      case 6 -> all.of(draw.of(ARRAYS), scope, depth) + ".length";
      case 7 -> all.of(BASE, scope, depth) + ".virt(" + all.of(INT, scope, depth) + ")";
      case 8 ->
          all.of(OP, scope, depth)
              + draw.of(List.of(".apply(", ".twice("))
              + all.of(INT, scope, depth)
              + ")";
      case 9 -> "Trace.parsed(" + all.of(STRING, scope, depth) + ")";
      case 10 -> "((int) " + all.of(BOX, scope, depth) + ".get())";
      case 11 -> "Trace.number(" + all.of(OBJECT, scope, depth) + ")";
      case 12 -> pattern(scope, depth);
      default -> all.of(COLOR, scope, depth) + draw.of(List.of(".ordinal()", ".weight(1)"));
    };
  }

  private String pattern(Scope scope, int depth) {
    String name = draw.name("p");
    String test = all.of(OBJECT, scope, depth) + " instanceof Integer " + name;
    String then = name + " - " + all.of(INT, scope, depth);
    return "(" + test + " ? " + then + " : " + all.of(INT, scope, depth) + ")";
  }

  private String longFrom(Scope scope, int depth) {
    return switch (draw.below(6)) {
      case 0 -> "((long) " + draw.of(LONG_FUNCTIONS) + "(" + all.of(LONG, scope, depth) + "))";
      case 1 -> draw.of(LONG_PAIRS) + pair(LONG, scope, depth);
      case 2 -> all.of(BASE, scope, depth) + ".over(" + all.of(LONG, scope, depth) + ")";
      case 3 -> "Math.round(" + all.of(DOUBLE, scope, depth) + ")";
      case 4 -> "Integer.toUnsignedLong(" + all.of(INT, scope, depth) + ")";
      default -> "Double.doubleToLongBits(" + all.of(DOUBLE, scope, depth) + ")";
    };
  }

  private String pair(Type type, Scope scope, int depth) {
    return "(" + all.of(type, scope, depth) + ", " + all.of(type, scope, depth) + ")";
  }

  private String element(Type type, Scope scope, int depth) {
    Type array = type.arrayOfThis();
    if (array == null) {
      return cast(type, scope, depth);
    }
    List<String> names = scope.readable(array);
    if (names.isEmpty() || draw.in(25)) {
      return all.of(array, scope, depth) + "[" + all.of(INT, scope, depth) + "]";
    }
    String name = draw.of(names);
    return name + "[Trace.index(" + all.of(INT, scope, depth) + ", " + name + ".length)]";
  }

  /** Assignments as expressions: their order is what matters. */
  private String assignment(Type type, Scope scope, int depth) {
    List<String> names = scope.writable(type);
    if (names.isEmpty()) {
      return all.simple(type, scope);
    }
    String name = draw.of(names);
    return switch (draw.below(5)) {
      case 0 -> "(" + name + draw.of(List.of("++", "--")) + ")";
      case 1 -> "(" + draw.of(List.of("++", "--")) + name + ")";
      case 2 -> "(" + name + " = " + all.of(type, scope, depth) + ")";
      default -> "(" + compound(name, type, scope, depth) + ")";
    };
  }

  /** Narrows by itself where the other side is wider. */
  String compound(String target, Type type, Scope scope, int depth) {
    boolean floating = type == FLOAT || type == DOUBLE;
    if (!floating && draw.in(4)) {
      String by = all.of(draw.of(WHOLE), scope, depth);
      return target + " " + draw.of(SHIFTS) + "= " + by;
    }
    String operator = draw.of(FLOATING_OPERATORS);
    return target + " " + operator + "= " + all.of(draw.of(NUMBERS), scope, depth);
  }

  String truth(Scope scope, int depth) {
    return switch (draw.below(9)) {
      case 0 -> "(!" + all.of(BOOLEAN, scope, depth) + ")";
      case 1, 2 ->
          "("
              + all.of(BOOLEAN, scope, depth)
              + draw.of(List.of(" && ", " || ", " ^ ", " & ", " | "))
              + all.of(BOOLEAN, scope, depth)
              + ")";
      case 3 ->
          all.of(STRING, scope, depth)
              + draw.of(List.of(".equals(", ".startsWith(", ".endsWith(", ".contains("))
              + all.of(STRING, scope, depth)
              + ")";
      case 4 ->
          "("
              + all.of(OBJECT, scope, depth)
              + " instanceof "
              + draw.of(
                  List.of(
                      "Integer",
                      "String",
                      "Left",
                      "Base",
                      "IntOp",
                      "Object[]",
                      "int[]",
                      "Comparable<?>",
                      "Cloneable",
                      "Base[]"))
              + ")";
      case 5 ->
          "("
              + all.of(draw.of(List.of(OBJECT, STRING, BASE, BOX, OP)), scope, depth)
              + draw.of(List.of(" == ", " != "))
              + "null)";
      default ->
          "("
              + all.of(draw.of(NUMBERS), scope, depth)
              + " "
              + draw.of(COMPARISONS)
              + " "
              + all.of(draw.of(NUMBERS), scope, depth)
              + ")";
    };
  }
}
