package coldbench.differential.programs;

import java.util.ArrayList;
import java.util.List;

/** The variables that a place in a generated program can see. */
final class Scope {
  private record Variable(String name, Type type, boolean writable, boolean capturable) {}

  private final List<Variable> variables = new ArrayList<>();

  Scope inner() {
    Scope copy = new Scope();
    copy.variables.addAll(variables);
    return copy;
  }

  /** What a lambda or an inner class may capture. */
  Scope captured() {
    Scope copy = new Scope();
    variables.stream().filter(Variable::capturable).forEach(copy.variables::add);
    return copy;
  }

  Scope local(String name, Type type) {
    variables.add(new Variable(name, type, true, false));
    return this;
  }

  Scope constant(String name, Type type) {
    variables.add(new Variable(name, type, false, true));
    return this;
  }

  Scope field(String name, Type type) {
    variables.add(new Variable(name, type, true, true));
    return this;
  }

  List<String> readable(Type type) {
    return variables.stream().filter(v -> v.type == type).map(Variable::name).toList();
  }

  List<String> writable(Type type) {
    return variables.stream()
        .filter(v -> v.type == type && v.writable)
        .map(Variable::name)
        .toList();
  }
}
