package coldbench.semantics;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.teavm.dependency.AbstractDependencyListener;
import org.teavm.dependency.DependencyListener;
import org.teavm.model.ClassReaderSource;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.util.ProgramUtils;

/** Methods of TeaVM's runtime whose bodies are exchanged or patched. */
final class RuntimeReplacements {
  private static final String EXCEPTIONS = "org.teavm.runtime.ExceptionHandling";

  /** Method of TeaVM's runtime: class of ours with a method of the same name and descriptor. */
  private static final Map<String, String> BODIES =
      Map.of(EXCEPTIONS + ".fillStackTrace", "org.teavm.runtime.BoundedStackTrace");

  private final CollectorPatches collector = new CollectorPatches();
  private final Set<String> applied = new LinkedHashSet<>();

  /** Returns whether the method is one of the runtime that was replaced or patched. */
  boolean replace(MethodHolder method, ClassReaderSource classes) {
    String name = method.getOwnerName() + "." + method.getName();
    String body = BODIES.get(name);
    if (body != null) {
      MethodReference ours = new MethodReference(body, method.getDescriptor());
      var holder = classes.get(body).getMethod(method.getDescriptor());
      if (holder == null) {
        throw new IllegalStateException("No " + ours + " to take the place of " + name);
      }
      method.setProgram(ProgramUtils.copy(holder.getProgram()));
      applied.add(name);
      return true;
    }
    if (collector.patch(method)) {
      applied.add(name);
      return true;
    }
    return false;
  }

  /**
   * Fails the build at the end of the analysis if one of the methods to be replaced was not there.
   */
  DependencyListener completeness() {
    return new AbstractDependencyListener() {
      @Override
      public void complete() {
        Set<String> missing = new LinkedHashSet<>(BODIES.keySet());
        missing.addAll(CollectorPatches.METHODS);
        missing.removeAll(applied);
        // Stack traces are only compiled into programs that ask for them.
        missing.remove(EXCEPTIONS + ".fillStackTrace");
        if (!missing.isEmpty()) {
          throw new IllegalStateException(
              "Repairs found no place in TeaVM's runtime: "
                  + missing
                  + ". They are written for TeaVM "
                  + PinnedTeaVM.VERSION
                  + "; pin that version or revise coldbench.semantics.");
        }
      }
    };
  }
}
