package coldbench.semantics;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.teavm.dependency.AbstractDependencyListener;
import org.teavm.dependency.DependencyAgent;
import org.teavm.dependency.DependencyListener;
import org.teavm.interop.Async;
import org.teavm.model.ClassReaderSource;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.ValueType;
import org.teavm.model.instructions.ExitInstruction;

/**
 * Exchanges the bodies of methods of TeaVM's runtime and class library by those of a method of the
 * same name and descriptor of ours, or by nothing.
 */
final class RuntimeReplacements {
  private static final String RUNTIME = "org.teavm.runtime.";
  private static final String HEAP = RuntimeCalls.PACKAGE + "Heap";
  private static final String COPIES = RuntimeCalls.PACKAGE + "ArrayCopies";
  private static final String THROWING = RuntimeCalls.PACKAGE + "Throwing";
  private static final String ONE_THREAD = RuntimeCalls.PACKAGE + "OneThread";
  private static final String CONSOLE = RuntimeCalls.PACKAGE + "ConsoleBytes";
  private static final String CONSOLE_OF_TEAVM = "org.teavm.classlib.impl.console.Console.";
  private static final String INTERNALS = RuntimeCalls.PACKAGE + "JdkInternals";
  private static final String NOTHING = "";
  private static final String JDK = "jdk.internal.";

  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry(RUNTIME + "Allocator.allocate", HEAP),
          Map.entry(RUNTIME + "Allocator.allocateArray", HEAP),
          Map.entry(RUNTIME + "Allocator.allocateMultiArray", HEAP),
          Map.entry("java.lang.Object.cloneLowLevel", HEAP),
          Map.entry("java.lang.System.arraycopy", COPIES),
          Map.entry("java.lang.System.fastArraycopy", COPIES),
          Map.entry(RUNTIME + "GC.<clinit>", NOTHING),
          Map.entry(RUNTIME + "GC.collectGarbage", HEAP),
          Map.entry(RUNTIME + "GC.collectGarbageFull", HEAP),
          Map.entry(RUNTIME + "GC.fixHeap", HEAP),
          Map.entry(RUNTIME + "GC.tryShrink", HEAP),
          Map.entry(RUNTIME + "GC.getFreeMemory", HEAP),
          Map.entry(RUNTIME + "ExceptionHandling.throwClassCastException", THROWING),
          Map.entry(RUNTIME + "ExceptionHandling.throwNullPointerException", THROWING),
          Map.entry(RUNTIME + "ExceptionHandling.throwArrayIndexOutOfBoundsException", THROWING),
          Map.entry(RUNTIME + "ExceptionHandling.fillStackTrace", RUNTIME + "BoundedStackTrace"),
          Map.entry(RUNTIME + "ExceptionHandling.printStack", NOTHING),
          Map.entry(RUNTIME + "Fiber.startMain", RuntimeCalls.PACKAGE + "MainProgram"),
          Map.entry(RUNTIME + "EventQueue.process", NOTHING),
          // The JDK's own ways around its modules and its archive, of which some class reads.
          Map.entry(JDK + "access.SharedSecrets.<clinit>", NOTHING),
          Map.entry(JDK + "misc.CDS.<clinit>", NOTHING),
          Map.entry(JDK + "misc.VM.<clinit>", NOTHING),
          Map.entry(JDK + "misc.VM.isBooted", INTERNALS),
          Map.entry("java.util.concurrent.ForkJoinPool.<clinit>", NOTHING),
          Map.entry("java.util.concurrent.ForkJoinPool.getCommonPoolParallelism", INTERNALS),
          Map.entry("java.util.Tripwire.<clinit>", NOTHING),
          Map.entry("java.util.Tripwire.trip", NOTHING),
          Map.entry("java.util.stream.Tripwire.<clinit>", NOTHING),
          Map.entry("java.util.stream.Tripwire.trip", NOTHING),
          Map.entry(JDK + "misc.CDS.initializeFromArchive", NOTHING),
          Map.entry(JDK + "misc.CDS.getRandomSeedForDumping", INTERNALS),
          Map.entry(JDK + "misc.Unsafe.<clinit>", NOTHING),
          Map.entry(JDK + "misc.Unsafe.objectFieldOffset", INTERNALS),
          Map.entry(JDK + "misc.ScopedMemoryAccess.<clinit>", NOTHING),
          Map.entry("java.nio.Buffer.<clinit>", NOTHING),
          Map.entry("java.nio.Bits.<clinit>", NOTHING),
          Map.entry(JDK + "util.ArraysSupport.<clinit>", NOTHING),
          Map.entry(
              JDK + "util.ArraysSupport.vectorizedMismatch", RuntimeCalls.PACKAGE + "BufferMemory"),
          Map.entry(JDK + "util.ArraysSupport.utf16hashCode", INTERNALS),
          Map.entry("sun.security.action.GetPropertyAction.privilegedGetProperty", INTERNALS),
          Map.entry("java.lang.Object.waitImpl", ONE_THREAD),
          Map.entry("java.lang.Object.holdsLock", ONE_THREAD),
          Map.entry("java.lang.Object.notify", NOTHING),
          Map.entry("java.lang.Object.notifyAll", NOTHING),
          Map.entry("java.lang.Thread.sleep", ONE_THREAD),
          Map.entry("java.lang.Throwable.printStackTrace", RuntimeCalls.PACKAGE + "StackTraces"),
          Map.entry("java.lang.Thread.yield", NOTHING),
          Map.entry(CONSOLE_OF_TEAVM + "writeStdout", CONSOLE),
          Map.entry(CONSOLE_OF_TEAVM + "writeStderr", CONSOLE));

  private final Set<String> missing = new LinkedHashSet<>();

  /** A class that is read must have what is replaced of it; those of the JDK vary. */
  void expectAll(String className) {
    if (className.startsWith(JDK) || className.startsWith("sun.")) {
      return;
    }
    for (String name : BODIES.keySet()) {
      if (name.startsWith(className) && name.lastIndexOf('.') == className.length()) {
        missing.add(name);
      }
    }
  }

  /** Returns whether the method's body was exchanged. */
  boolean replace(MethodHolder method, ClassReaderSource classes) {
    String name = method.getOwnerName() + "." + method.getName();
    String owner = BODIES.get(name);
    if (owner == null) {
      return false;
    }
    if (owner.equals(NOTHING)) {
      method.setProgram(empty(method.parameterCount()));
    } else {
      var ours = classes.get(owner).getMethod(method.getDescriptor());
      if (ours == null) {
        return false; // an overload that is left as it is
      }
      method.setProgram(CopiedBody.of(ours));
    }
    method.getModifiers().remove(ElementModifier.NATIVE);
    if (method.getAnnotations().get(Async.class.getName()) != null) {
      method.getAnnotations().remove(Async.class.getName());
    }
    missing.remove(name);
    return true;
  }

  private static Program empty(int parameters) {
    Program program = new Program();
    for (int i = 0; i <= parameters; i++) {
      program.createVariable();
    }
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
