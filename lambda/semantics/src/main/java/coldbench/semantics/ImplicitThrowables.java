package coldbench.semantics;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.teavm.dependency.AbstractDependencyListener;
import org.teavm.dependency.DependencyAgent;
import org.teavm.dependency.DependencyNode;
import org.teavm.dependency.MethodDependency;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;

/**
 * Tells TeaVM's analysis of what the runtime throws by itself, which it does not see. Without this
 * Class.getName is null for those exceptions, and a catch of one may call through a method table
 * that was never filled.
 */
final class ImplicitThrowables extends AbstractDependencyListener {
  private static final List<String> IMPLICIT =
      List.of(
          "java.lang.NullPointerException",
          "java.lang.ArrayIndexOutOfBoundsException",
          "java.lang.ClassCastException",
          "java.lang.StackOverflowError",
          "java.lang.OutOfMemoryError");
  private static final MethodReference GET_NAME =
      new MethodReference(Class.class, "getName", String.class);

  private final Set<String> throwables = new LinkedHashSet<>();
  private DependencyNode named;

  @Override
  public void classReached(DependencyAgent agent, String name) {
    if (!throwables.contains(name)
        && agent.getClassHierarchy().isSuperType("java.lang.Throwable", name, false)) {
      throwables.add(name);
      if (named != null) {
        named.propagate(agent.getType(ValueType.object(name)));
      }
    }
  }

  @Override
  public void methodReached(DependencyAgent agent, MethodDependency method) {
    for (String name : IMPLICIT) {
      method.getThrown().propagate(agent.getType(ValueType.object(name)));
    }
    if (named == null && method.getReference().equals(GET_NAME)) {
      named = method.getVariable(0).getClassValueNode();
      for (String name : throwables) {
        named.propagate(agent.getType(ValueType.object(name)));
      }
    }
  }
}
