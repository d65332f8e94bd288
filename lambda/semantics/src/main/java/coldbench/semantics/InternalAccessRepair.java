package coldbench.semantics;

import java.util.Set;
import org.teavm.model.Instruction;
import org.teavm.model.MethodReference;
import org.teavm.model.instructions.InvokeInstruction;

/**
 * Ways of the JDK's classes around its modules that a compiled program has too, in {@code
 * JdkInternals}.
 */
final class InternalAccessRepair implements Repair {
  /** All others there are {@link Refusals} of. */
  private static final Set<String> KNOWN = Set.of("newStringNoRepl", "uncheckedNewStringNoRepl");

  private static final String OWNER = "jdk.internal.access.JavaLangAccess";

  static boolean knows(MethodReference called) {
    return called.getClassName().equals(OWNER) && KNOWN.contains(called.getName());
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
