package coldbench.differential.programs;

import static coldbench.differential.programs.Type.*;

import java.util.List;

/** Random strings, arrays and objects, null among them. */
final class ReferenceExpressions {
  private final Expressions all;
  private final Draw draw;

  ReferenceExpressions(Expressions all) {
    this.all = all;
    this.draw = all.draw;
  }

  String of(Type type, Scope scope, int depth) {
    if (draw.in(60)) {
      return "((" + type.java + ") null)";
    }
    if (draw.in(50) && type != BOX) {
      return "((" + type.java + ") " + all.of(OBJECT, scope, depth) + ")";
    }
    List<String> names = scope.writable(type);
    if (draw.in(8) && !names.isEmpty()) {
      return "(" + draw.of(names) + " = " + all.of(type, scope, depth) + ")";
    }
    return type == STRING ? text(scope, depth) : made(type, scope, depth);
  }

  private String text(Scope scope, int depth) {
    String one = all.of(STRING, scope, depth);
    return switch (draw.below(8)) {
      case 0 -> "Trace.from(" + one + ", " + all.of(INT, scope, depth) + ")";
      case 1 -> "String.valueOf(" + all.of(draw.of(WHOLE), scope, depth) + ")";
      case 2 -> "(\"\" + Trace.at(" + one + ", " + all.of(INT, scope, depth) + "))";
      case 3 ->
          one + draw.of(List.of(".trim()", ".concat(\"x\")", ".replace('a', 'b')", ".toString()"));
      case 4 -> all.of(COLOR, scope, depth) + draw.of(List.of(".name()", ".toString()"));
      case 5 ->
          "new StringBuilder("
              + one
              + ").reverse().append("
              + all.of(draw.of(WHOLE), scope, depth)
              + ").toString()";
      default -> {
        Type other = draw.of(List.of(INT, LONG, CHAR, BOOLEAN, STRING, BYTE, SHORT, COLOR));
        yield "Trace.cut(" + one + " + " + all.of(other, scope, depth) + ")";
      }
    };
  }

  String made(Type type, Scope scope, int depth) {
    if (type.array()) {
      return array(type, scope, depth);
    }
    return switch (type) {
      case STRING -> draw.of(Draw.STRINGS);
      case BASE -> base(scope, depth);
      case OP -> function(scope, depth);
      case BOX -> box(scope, depth);
      case COLOR -> "Color.values()[Trace.index(" + all.of(INT, scope, depth) + ", 3)]";
      default -> object(scope, depth);
    };
  }

  private String array(Type type, Scope scope, int depth) {
    if (type == OBJECTS && draw.in(2)) {
      String element = draw.of(List.of("String", "Integer", "Base", "Left", "Object"));
      return "((Object[]) new " + element + "[Trace.size(" + all.of(INT, scope, depth) + ")])";
    }
    String element = type.element().java;
    if (draw.in(3)) {
      return "(new " + element + "[Trace.size(" + all.of(INT, scope, depth) + ")])";
    }
    if (depth > 0 && draw.in(4)) {
      return all.of(type, scope, depth) + ".clone()";
    }
    StringBuilder text = new StringBuilder("(new " + element + "[] {");
    for (int i = draw.below(5); i >= 0; i--) {
      text.append(all.of(type.element(), scope, depth - 1)).append(i > 0 ? ", " : "");
    }
    return text.append("})").toString();
  }

  private String base(Scope scope, int depth) {
    String number = all.of(INT, scope, depth);
    return draw.in(2)
        ? "new Left(" + number + ")"
        : "new Right(" + number + ", " + all.of(STRING, scope, depth) + ")";
  }

  private String function(Scope scope, int depth) {
    String name = draw.name("x");
    Scope inner = scope.captured().constant(name, INT);
    return switch (draw.below(5)) {
      case 0 -> "new Left(" + all.of(INT, scope, depth) + ")";
      case 1 -> "IntOp.plus(" + all.of(INT, scope, depth) + ")";
      case 2 -> {
        String state = draw.name("state");
        Scope own = inner.inner().field(state, INT);
        yield "new IntOp() { int "
            + state
            + " = "
            + all.of(INT, scope.captured(), depth)
            + "; public int apply(int "
            + name
            + ") { Trace.tick(); return "
            + all.of(INT, own, depth)
            + "; } }";
      }
      case 3 -> "((IntOp) " + draw.program + "::helper)";
      default ->
          "((IntOp) " + name + " -> { Trace.tick(); return " + all.of(INT, inner, depth) + "; })";
    };
  }

  private String box(Scope scope, int depth) {
    return draw.in(6)
        ? draw.program + ".<Integer>polluted(" + all.of(OBJECT, scope, depth) + ")"
        : "new Box<Integer>(" + all.of(INT, scope, depth) + ")";
  }

  private String object(Scope scope, int depth) {
    Type type =
        draw.of(
            List.of(
                INT, INT, LONG, CHAR, DOUBLE, BOOLEAN, STRING, STRING, BASE, BASE, INTS, STRINGS,
                OBJECTS, COLOR, BYTES));
    return "((Object) " + all.of(type, scope, depth) + ")";
  }
}
