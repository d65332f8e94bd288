package coldbench.differential.programs;

import static coldbench.differential.programs.Type.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Random statements. Whatever they compute goes into the trace, so that no result is unused. */
final class Statements {
  private static final List<Type> LOCALS =
      List.of(
          INT, INT, INT, LONG, LONG, SHORT, BYTE, CHAR, FLOAT, DOUBLE, DOUBLE, BOOLEAN, STRING,
          STRING, INTS, LONGS, BYTES, CHARS, DOUBLES, STRINGS, OBJECTS, OBJECT, OBJECT, BASE, OP,
          BOX, COLOR);
  private static final List<String> CAUGHT =
      List.of(
          "ArithmeticException",
          "NullPointerException",
          "ArrayIndexOutOfBoundsException",
          "ClassCastException",
          "ArrayStoreException",
          "NegativeArraySizeException",
          "Trace.Oops",
          "Trace.DeepOops",
          "RuntimeException",
          "NumberFormatException",
          "IllegalArgumentException | ArithmeticException");

  private final Expressions expressions;
  private final Draw draw;
  private final Type result;
  private final NumberExpressions numbers;
  private final StringBuilder text = new StringBuilder();
  private int budget = 24;

  Statements(Expressions expressions, Type result) {
    this.expressions = expressions;
    this.draw = expressions.draw;
    this.result = result;
    this.numbers = new NumberExpressions(expressions);
  }

  String text() {
    return text.toString();
  }

  private void line(String format, Object... arguments) {
    text.append(arguments.length == 0 ? format : String.format(format, arguments)).append('\n');
  }

  private String of(Type type, Scope scope) {
    return expressions.of(type, scope, 1 + draw.below(3));
  }

  /**
   * @param labels of the loops around; the empty one stands for the innermost loop or switch
   */
  void block(Scope scope, int depth, List<String> labels) {
    for (int i = draw.below(3); i >= 0; i--) {
      one(scope, depth, labels);
    }
  }

  private void one(Scope scope, int depth, List<String> labels) {
    int kind = draw.below(--budget > 0 && depth > 0 ? 20 : 9);
    switch (kind) {
      case 0, 1, 2 -> declaration(scope);
      case 3, 4 -> assignment(scope);
      case 5 -> store(scope);
      case 6 -> mixed(draw.of(LOCALS), scope);
      case 7 -> abrupt(scope, labels);
      case 8 -> increment(scope);
      case 9, 10 -> condition(scope, depth - 1, labels);
      case 11, 12, 13 -> loop(scope, depth - 1, labels);
      case 14 -> oldSwitch(scope, depth - 1, labels);
      case 15 -> locked(scope, depth - 1, labels);
      case 16 -> resource(scope, depth - 1, labels);
      default -> attempt(scope, depth - 1, labels);
    }
  }

  private void mix(Type type, String value) {
    if (type == OP) {
      line("Trace.mix(%d, %s == null ? -9 : %s.apply(3));", draw.place(), value, value);
    } else if (type == BOX || type == BASE) {
      line("Trace.mix(%d, %s == null ? -9 : %s.trace());", draw.place(), value, value);
    } else {
      line("Trace.mix(%d, %s);", draw.place(), value);
    }
  }

  private void mixed(Type type, Scope scope) {
    if (type == OP || type == BOX || type == BASE) {
      declaration(scope, type);
    } else {
      mix(type, of(type, scope));
    }
  }

  private void declaration(Scope scope) {
    declaration(scope, draw.of(LOCALS));
  }

  private void declaration(Scope scope, Type type) {
    String name = draw.name("v");
    boolean constant = draw.in(3);
    line("%s%s %s = %s;", constant ? "final " : "", type.java, name, of(type, scope));
    mix(type, name);
    if (constant) {
      scope.constant(name, type);
    } else {
      scope.local(name, type);
    }
  }

  private void assignment(Scope scope) {
    Type type = draw.of(LOCALS);
    List<String> names = scope.writable(type);
    if (names.isEmpty()) {
      declaration(scope, type);
      return;
    }
    String name = draw.of(names);
    if (type.number() && draw.in(2)) {
      line("%s;", numbers.compound(name, type, scope, 2));
    } else if (type == BOOLEAN && draw.in(2)) {
      line("%s %s= %s;", name, draw.of(List.of("&", "|", "^")), of(BOOLEAN, scope));
    } else {
      line("%s = %s;", name, of(type, scope));
    }
    mix(type, name);
  }

  private void increment(Scope scope) {
    Type type = draw.of(NUMBERS);
    List<String> names = scope.writable(type);
    if (!names.isEmpty()) {
      String name = draw.of(names);
      line("%s%s;", name, draw.of(List.of("++", "--")));
      mix(type, name);
    }
  }

  private void store(Scope scope) {
    Type array = draw.of(ARRAYS);
    List<String> names = scope.readable(array);
    if (names.isEmpty()) {
      declaration(scope, array);
      return;
    }
    String name = draw.of(names);
    Type type = array.element();
    String element = name + "[Trace.index(" + of(INT, scope) + ", " + name + ".length)]";
    if (type.number() && draw.in(2)) {
      line("%s;", numbers.compound(element, type, scope, 2));
    } else {
      line("%s = %s;", element, of(type, scope));
    }
    mix(array, name);
  }

  /** Always under a condition, as a compiler refuses what cannot be reached. */
  private void abrupt(Scope scope, List<String> labels) {
    String condition = "if (" + of(BOOLEAN, scope) + " && Trace.seldom()) ";
    switch (draw.below(labels.isEmpty() ? 3 : 6)) {
      case 0 -> line("%s{ return %s; }", condition, of(result, scope));
      case 1 -> line("%s{ throw new Trace.Oops(%s); }", condition, of(INT, scope));
      case 2 -> line("%s{ throw new Trace.DeepOops(%s); }", condition, of(INT, scope));
      case 3 -> line("%s{ continue%s; }", condition, draw.of(labels));
      default -> line("%s{ break%s; }", condition, draw.of(labels));
    }
  }

  private void condition(Scope scope, int depth, List<String> labels) {
    line("if (%s) {", of(BOOLEAN, scope));
    block(scope.inner(), depth, labels);
    if (draw.in(2)) {
      line("} else {");
      block(scope.inner(), depth, labels);
    }
    line("}");
  }

  private void loop(Scope scope, int depth, List<String> labels) {
    String label = draw.name("loop");
    String count = draw.name("i");
    Scope inner = scope.inner();
    int times = 1 + draw.below(4);
    List<String> inside = new ArrayList<>(labels);
    inside.add(" " + label);
    String head =
        switch (draw.below(4)) {
          case 0 -> {
            inner.constant(count, INT);
            yield String.format("for (int %s : %s) {", count, of(INTS, scope));
          }
          case 1 -> {
            inner.constant(count, OBJECT);
            yield String.format("for (Object %s : %s) {", count, of(OBJECTS, scope));
          }
          case 2 -> {
            line("int %s = 0;", count);
            yield String.format("while (%s++ < %d && %s) {", count, times, of(BOOLEAN, scope));
          }
          default -> String.format("for (int %s = 0; %s < %d; %s++) {", count, count, times, count);
        };
    line("%s:", label);
    if (draw.in(5) && head.startsWith("for (int " + count + " =")) {
      line("for (long %s = %d; ; %s -= 3) {", count, draw.below(100) - 50, count);
      line("if (%s < %d) { break; }", count, -50);
    } else {
      line(head);
    }
    line("Trace.tick();");
    block(inner, depth, inside);
    line("}");
  }

  private void oldSwitch(Scope scope, int depth, List<String> labels) {
    int kind = draw.below(4);
    List<String> cases =
        switch (kind) {
          case 0 -> Arrays.asList("0", "1", "2", "-1");
          case 1 -> Arrays.asList("\"Aa\"", "\"BB\"", "\"\"", "\"12\"");
          case 2 -> Arrays.asList("RED", "GREEN", "BLUE");
          default -> Arrays.asList("'a'", "'Z'", "' '", "'\\uffff'");
        };
    line("switch (%s) {", of(List.of(INT, STRING, COLOR, CHAR).get(kind), scope));
    for (String label : cases) {
      line("case %s: {", label);
      block(scope.inner(), depth - 1, labels);
      line("}");
      if (draw.in(2)) {
        line("break;");
      }
    }
    line("default: { ");
    block(scope.inner(), depth - 1, labels);
    line("}");
    line("}");
  }

  private void locked(Scope scope, int depth, List<String> labels) {
    line("synchronized (%s) {", of(draw.of(List.of(BASE, OBJECT, INTS)), scope));
    block(scope.inner(), depth, labels);
    line("}");
  }

  private void resource(Scope scope, int depth, List<String> labels) {
    line("try (var %s = new Trace.Resource(%s)) {", draw.name("r"), of(INT, scope));
    block(scope.inner(), depth, labels);
    String caught = draw.name("e");
    line("} catch (RuntimeException %s) {", caught);
    line("Trace.mix(%d, %s.getSuppressed().length);", draw.place(), caught);
    line("Trace.mix(%d, %s.getClass().getName());", draw.place(), caught);
    line("}");
  }

  /**
   * What the try block ends with is traced later only, and the handlers begin with the like of it:
   * a call in between would hide from the optimizer that they have to do with each other.
   */
  private void attempt(Scope scope, int depth, List<String> labels) {
    String quiet = draw.name("q");
    Type type = draw.of(List.of(INT, LONG, DOUBLE));
    String alike = expressions.of(type, scope, 1);
    line("%s %s = %s;", type.java, quiet, draw.literal(type));
    line("try {");
    block(scope.inner(), depth, labels);
    line("%s = %s;", quiet, alike);
    List<String> types = new ArrayList<>();
    for (int i = draw.below(3); i > 0; i--) {
      String exception = draw.of(CAUGHT);
      if (types.isEmpty()) {
        types.add(exception);
      } else if (!types.contains("RuntimeException") && "RuntimeException".equals(exception)) {
        types.add(exception);
      }
    }
    for (String exception : types) {
      String caught = draw.name("e");
      line("} catch (%s %s) {", exception, caught);
      line("%s += %s;", quiet, alike);
      mix(type, quiet);
      line("Trace.mix(%d, %s.getClass().getName());", draw.place(), caught);
      if (exception.endsWith("Oops")) {
        line("Trace.mix(%d, %s.code);", draw.place(), caught);
      }
      block(scope.inner(), depth - 1, labels);
      if (draw.in(4)) {
        line("if (%s) { throw %s; }", of(BOOLEAN, scope), caught);
      }
    }
    if (types.isEmpty() || draw.in(3)) {
      line("} finally {");
      line("%s -= %s;", quiet, alike);
      mix(type, quiet);
      block(scope.inner(), depth - 1, labels);
    }
    line("}");
    mix(type, quiet);
  }
}
