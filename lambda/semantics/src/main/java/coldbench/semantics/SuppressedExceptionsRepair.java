package coldbench.semantics;

import java.util.List;
import org.teavm.model.Instruction;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.GetFieldInstruction;

/**
 * Throwable.getSuppressed of an exception that the runtime throws by itself: its constructor never
 * ran in full, so the field is null where TeaVM's class library expects an empty array.
 */
final class SuppressedExceptionsRepair implements Repair {
  private static final ValueType ARRAY = ValueType.parse(Throwable[].class);
  private static final MethodReference OR_NONE =
      RuntimeCalls.method("Suppressed", "orNone", ARRAY, List.of(ARRAY));

  @Override
  public boolean apply(Instruction instruction, ProgramFacts facts) {
    if (!(instruction instanceof GetFieldInstruction get)
        || !get.getField().getClassName().equals("java.lang.Throwable")
        || !get.getField().getFieldName().equals("suppressed")) {
      return false;
    }
    Variable receiver = get.getReceiver();
    get.setReceiver(get.getProgram().createVariable());
    get.insertNext(RuntimeCalls.call(get, receiver, OR_NONE, get.getReceiver()));
    return true;
  }
}
