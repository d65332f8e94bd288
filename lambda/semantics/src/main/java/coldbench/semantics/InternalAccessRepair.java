package coldbench.semantics;

import java.util.Map;
import java.util.Set;
import org.teavm.model.Instruction;
import org.teavm.model.MethodReference;
import org.teavm.model.instructions.InvokeInstruction;

/**
 * Ways of the JDK's classes around its modules that a compiled program has too, in {@code
 * JdkInternals}.
 */
final class InternalAccessRepair implements Repair {
  /** By class; all others there are {@link Refusals} of. There is no instance of these classes. */
  private static final Map<String, Set<String>> KNOWN =
      Map.of(
          "jdk.internal.access.JavaLangAccess",
          Set.of("newStringNoRepl", "uncheckedNewStringNoRepl"),
          "jdk.internal.misc.Unsafe",
          Set.of("putByte"));

  static boolean knows(MethodReference called) {
    return KNOWN.getOrDefault(called.getClassName(), Set.of()).contains(called.getName());
  }

  @Override
  public boolean apply(Instruction instruction, ProgramFacts facts) {
    if (!(instruction instanceof InvokeInstruction call) || !knows(call.getMethod())) {
      return false;
    }
    MethodReference ours =
        new MethodReference(
            RuntimeCalls.PACKAGE + "JdkInternals", call.getMethod().getDescriptor());
    call.replace(
        RuntimeCalls.call(
            call,
            call.getReceiver(),
            ours,
            call.getArguments().toArray(new org.teavm.model.Variable[0])));
    return true;
  }
}
