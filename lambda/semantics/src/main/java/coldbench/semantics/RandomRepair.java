package coldbench.semantics;

import java.util.List;
import org.teavm.model.Instruction;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.instructions.InvokeInstruction;

/**
 * The class Random lays down how nextInt(bound) comes from its seed; TeaVM's draws other numbers.
 */
final class RandomRepair implements Repair {
  private static final MethodReference THEIRS =
      new MethodReference(java.util.Random.class, "nextInt", int.class, int.class);
  private static final MethodReference OURS =
      RuntimeCalls.method(
          "RandomInts",
          "nextInt",
          ValueType.INTEGER,
          List.of(ValueType.object("java.util.Random"), ValueType.INTEGER));

  @Override
  public boolean apply(Instruction instruction, ProgramFacts facts) {
    if (!(instruction instanceof InvokeInstruction call)
        || call.getInstance() == null
        || !call.getMethod().equals(THEIRS)) {
      return false;
    }
    call.replace(
        RuntimeCalls.call(
            call, call.getReceiver(), OURS, call.getInstance(), call.getArguments().get(0)));
    return true;
  }
}
