package coldbench.semantics;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.teavm.dependency.AbstractDependencyListener;
import org.teavm.dependency.DependencyAgent;
import org.teavm.dependency.DependencyListener;
import org.teavm.model.ClassReaderSource;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.ValueType;
import org.teavm.model.instructions.ExitInstruction;
import org.teavm.model.util.ProgramUtils;

/**
 * Exchanges the bodies of methods of TeaVM's runtime and class library by those of a method of the
 * same name and descriptor of ours, or by nothing.
 */
final class RuntimeReplacements {
  private static final String RUNTIME = "org.teavm.runtime.";
  private static final String HEAP = RuntimeCalls.PACKAGE + "Heap";
  private static final String THROWING = RuntimeCalls.PACKAGE + "Throwing";
  private static final String NOTHING = "";

  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry(RUNTIME + "Allocator.allocate", HEAP),
          Map.entry(RUNTIME + "Allocator.allocateArray", HEAP),
          Map.entry(RUNTIME + "Allocator.allocateMultiArray", HEAP),
          Map.entry("java.lang.Object.cloneLowLevel", HEAP),
          Map.entry(RUNTIME + "GC.<clinit>", NOTHING),
          Map.entry(RUNTIME + "GC.collectGarbage", HEAP),
          Map.entry(RUNTIME + "GC.collectGarbageFull", HEAP),
          Map.entry(RUNTIME + "GC.fixHeap", HEAP),
          Map.entry(RUNTIME + "GC.tryShrink", HEAP),
          Map.entry(RUNTIME + "GC.getFreeMemory", HEAP),
          Map.entry(RUNTIME + "ExceptionHandling.throwClassCastException", THROWING),
          Map.entry(RUNTIME + "ExceptionHandling.throwNullPointerException", THROWING),
          Map.entry(RUNTIME + "ExceptionHandling.throwArrayIndexOutOfBoundsException", THROWING),
          Map.entry(RUNTIME + "ExceptionHandling.fillStackTrace", RUNTIME + "BoundedStackTrace"));

  private final Set<String> missing = new LinkedHashSet<>(BODIES.keySet());

  /** Returns whether the method's body was exchanged. */
  boolean replace(MethodHolder method, ClassReaderSource classes) {
    String name = method.getOwnerName() + "." + method.getName();
    String owner = BODIES.get(name);
    if (owner == null) {
      return false;
    }
    missing.remove(name);
    method.setProgram(
        owner.equals(NOTHING) ? empty() : body(owner, method.getDescriptor(), classes));
    return true;
  }

  private static Program body(String owner, MethodDescriptor method, ClassReaderSource classes) {
    var ours = classes.get(owner).getMethod(method);
    if (ours == null) {
      throw new IllegalStateException(
          owner + " has no " + method + "; the repairs are for TeaVM " + PinnedTeaVM.VERSION);
    }
    return ProgramUtils.copy(ours.getProgram());
  }

  private static Program empty() {
    Program program = new Program();
    program.createVariable();
    program.createBasicBlock().add(new ExitInstruction());
    return program;
  }

  /**
   * Fails the build at the end of the analysis if a method that should have been replaced was not
   * there.
   */
  DependencyListener completeness() {
    return new AbstractDependencyListener() {
      @Override
      public void started(DependencyAgent agent) {
        // Called from C only.
        for (MethodReference method : CALLED_FROM_C) {
          agent.linkMethod(method).use();
        }
      }

      @Override
      public void complete() {
        if (!missing.isEmpty()) {
          throw new IllegalStateException(
              "No place in TeaVM's runtime for the repairs of "
                  + missing
                  + ". They are written for TeaVM "
                  + PinnedTeaVM.VERSION
                  + "; pin that version or revise "
                  + RuntimeReplacements.class.getName()
                  + ".");
        }
      }
    };
  }

  private static final List<MethodReference> CALLED_FROM_C =
      List.of(
          RuntimeCalls.method("StackOverflow", "stackOverflow", ValueType.VOID, List.of()),
          RuntimeCalls.method("FullHeap", "outOfMemory", ValueType.VOID, List.of()));
}
