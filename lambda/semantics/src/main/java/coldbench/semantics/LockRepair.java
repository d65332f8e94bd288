package coldbench.semantics;

import java.util.List;
import org.teavm.model.Instruction;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.instructions.EmptyInstruction;
import org.teavm.model.instructions.MonitorEnterInstruction;
import org.teavm.model.instructions.MonitorExitInstruction;

/**
 * There is one thread, so nobody waits for a lock. TeaVM keeps a lock's owner in an object of the
 * heap whose address stands in the locked one, where its collector does not look: a collection in a
 * synchronized block frees it.
 */
final class LockRepair implements Repair {
  private static final MethodReference ENTER =
      RuntimeCalls.method(
          "Locks", "enter", ValueType.VOID, List.of(ValueType.object("java.lang.Object")));

  @Override
  public boolean apply(Instruction instruction, ProgramFacts facts) {
    if (instruction instanceof MonitorEnterInstruction enter) {
      var call = RuntimeCalls.call(ENTER, enter.getObjectRef());
      call.setLocation(enter.getLocation());
      enter.replace(call);
      return true;
    }
    if (instruction instanceof MonitorExitInstruction exit) {
      exit.replace(new EmptyInstruction());
      return true;
    }
    return false;
  }
}
