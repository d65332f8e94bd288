package coldbench.differential.programs;

import static coldbench.differential.programs.Type.*;

import java.util.ArrayList;
import java.util.List;

/** A generated class: a few nested ones that use each other, and methods that are the cases. */
final class Program {
  private static final List<Type> PARAMETERS =
      List.of(INT, INT, LONG, LONG, DOUBLE, FLOAT, CHAR, BOOLEAN, STRING, INTS, OBJECT, BASE);
  private static final List<Type> RESULTS =
      List.of(
          INT, INT, INT, LONG, LONG, DOUBLE, FLOAT, SHORT, BYTE, CHAR, BOOLEAN, STRING, STRING,
          INTS, OBJECT);
  private static final Scope STATICS =
      new Scope()
          .field("si", INT)
          .field("sl", LONG)
          .field("sd", DOUBLE)
          .field("sb", BYTE)
          .field("ss", STRING)
          .field("sa", INTS)
          .field("so", OBJECT)
          .field("sx", BASE)
          .field("Lazy.first", INT)
          .field("Lazy.second", LONG);

  private final String name;
  private final Draw draw;
  private final List<Method> methods = new ArrayList<>();
  private final Expressions expressions;
  private final StringBuilder text = new StringBuilder();

  Program(String name, long seed) {
    this.name = name;
    this.draw = new Draw(name, seed);
    this.expressions = new Expressions(draw, methods);
  }

  String source(int count) {
    text.append(Skeleton.of(name, this::expression));
    for (int i = 0; i < count; i++) {
      method("m" + i);
    }
    cases();
    return text.append("}\n").toString();
  }

  /**
   * For the places that the skeleton leaves open: a type, and the variables that are seen there.
   */
  private String expression(Type type, String... variables) {
    Scope scope = STATICS.inner();
    for (String variable : variables) {
      int colon = variable.indexOf(':');
      scope.constant(variable.substring(0, colon), Type.valueOf(variable.substring(colon + 1)));
    }
    return expressions.of(type, scope, 3);
  }

  private void method(String method) {
    Type result = draw.of(RESULTS);
    List<Type> parameters = new ArrayList<>();
    List<String> declared = new ArrayList<>();
    Scope scope = STATICS.inner();
    for (int i = draw.below(4); i >= 0; i--) {
      Type type = draw.of(PARAMETERS);
      String parameter = draw.name("a");
      parameters.add(type);
      boolean constant = draw.in(2);
      declared.add((constant ? "final " : "") + type.java + " " + parameter);
      if (constant) {
        scope.constant(parameter, type);
      } else {
        scope.local(parameter, type);
      }
    }
    Statements statements = new Statements(expressions, result);
    for (int i = 0; i < 3; i++) {
      statements.block(scope, 4, List.of());
    }
    text.append(
        String.format("static %s %s(%s) {%n", result.java, method, String.join(", ", declared)));
    text.append("Trace.tick();\n").append(statements.text());
    text.append("return ").append(expressions.of(result, scope, 2)).append(";\n}\n");
    methods.add(new Method(method, result, List.copyOf(parameters)));
  }

  private void cases() {
    text.append("static final int METHODS = ").append(methods.size()).append(";\n");
    text.append("static void run(int method, int row) {\nreset();\nswitch (method) {\n");
    for (int m = 0; m < methods.size(); m++) {
      Method method = methods.get(m);
      List<String> arguments = new ArrayList<>();
      for (Type type : method.parameters()) {
        arguments.add(argument(type, arguments.size()));
      }
      text.append(
          String.format(
              "case %d -> Trace.mix(0, %s(%s));%n",
              m, method.name(), String.join(", ", arguments)));
    }
    text.append("default -> throw new AssertionError();\n}\n}\n");
  }

  private static String argument(Type type, int position) {
    return switch (type) {
      case BASE -> "base(row + " + position + ")";
      default ->
          "Arguments.a"
              + type.name().charAt(0)
              + type.name().substring(1).toLowerCase()
              + "(row, "
              + position
              + ")";
    };
  }
}
