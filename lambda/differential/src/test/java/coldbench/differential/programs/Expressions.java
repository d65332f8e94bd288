package coldbench.differential.programs;

import static coldbench.differential.programs.Type.*;

import java.util.ArrayList;
import java.util.List;

/** Random expressions of a wanted static type, every one in parentheses or a primary. */
final class Expressions {
  final Draw draw;
  final List<Method> callable;
  private final NumberExpressions numbers;
  private final ReferenceExpressions references;

  Expressions(Draw draw, List<Method> callable) {
    this.draw = draw;
    this.callable = callable;
    numbers = new NumberExpressions(this);
    references = new ReferenceExpressions(this);
  }

  String of(Type type, Scope scope, int depth) {
    if (depth <= 0 || draw.in(6)) {
      return simple(type, scope);
    }
    if (draw.in(8)) {
      String call = call(type, scope, depth - 1);
      if (call != null) {
        return call;
      }
    }
    if (draw.in(10)) {
      return either(type, scope, depth - 1);
    }
    if (draw.in(14)) {
      return chosen(type, scope, depth - 1);
    }
    if (type == BOOLEAN) {
      return numbers.truth(scope, depth - 1);
    }
    return type.number()
        ? numbers.of(type, scope, depth - 1)
        : references.of(type, scope, depth - 1);
  }

  /** A variable, or what takes its place where there is none. */
  String simple(Type type, Scope scope) {
    List<String> names = scope.readable(type);
    if (!names.isEmpty() && !draw.in(5)) {
      return draw.of(names);
    }
    if (type.number() || type == BOOLEAN || type == STRING || type == COLOR) {
      return "(" + draw.literal(type) + ")";
    }
    return references.made(type, scope, 0);
  }

  private String call(Type type, Scope scope, int depth) {
    List<Method> fitting = callable.stream().filter(m -> m.result() == type).toList();
    if (fitting.isEmpty()) {
      return null;
    }
    Method method = draw.of(fitting);
    List<String> arguments = new ArrayList<>();
    for (Type parameter : method.parameters()) {
      arguments.add(of(parameter, scope, Math.min(depth, 1)));
    }
    return method.name() + "(" + String.join(", ", arguments) + ")";
  }

  private String either(Type type, Scope scope, int depth) {
    return "("
        + of(BOOLEAN, scope, depth)
        + " ? "
        + of(type, scope, depth)
        + " : "
        + of(type, scope, depth)
        + ")";
  }

  /** A switch that is an expression. */
  private String chosen(Type type, Scope scope, int depth) {
    int kind = draw.below(3);
    String what = of(List.of(INT, STRING, COLOR).get(kind), scope, depth);
    List<String> labels =
        List.of(
                List.of("0, 1", "-1", "7", "31"),
                List.of("\"Aa\"", "\"BB\", \"a\"", "\"12\"", "\"\""),
                List.of("RED", "GREEN"))
            .get(kind);
    StringBuilder text = new StringBuilder("(switch (").append(what).append(") { ");
    for (String label : labels) {
      text.append("case ").append(label).append(" -> ");
      text.append(
          draw.in(5) ? "throw new Trace.Oops(" + draw.below(9) + ")" : of(type, scope, depth - 1));
      text.append("; ");
    }
    String value = draw.name("q");
    text.append("default -> { ").append(type.java).append(" ").append(value).append(" = ");
    text.append(of(type, scope, depth - 1)).append("; Trace.tick(); yield ").append(value);
    return text.append("; } })").toString();
  }
}
