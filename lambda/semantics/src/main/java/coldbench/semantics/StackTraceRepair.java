package coldbench.semantics;

import java.util.List;
import org.teavm.model.Instruction;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.instructions.PutFieldInstruction;

/**
 * A stack trace begins where the exception was made and ends with main, without the frames of its
 * own constructors and of the runtime.
 */
final class StackTraceRepair implements Repair {
  private static final ValueType TRACE = ValueType.parse(StackTraceElement[].class);
  private static final ValueType THROWABLE = ValueType.object("java.lang.Throwable");
  private static final MethodReference OF_THE_PROGRAM =
      RuntimeCalls.method("StackTraces", "ofTheProgram", TRACE, List.of(TRACE, THROWABLE));

  @Override
  public boolean apply(Instruction instruction, ProgramFacts facts) {
    if (!(instruction instanceof PutFieldInstruction put)
        || !put.getField().getClassName().equals("java.lang.Throwable")
        || !put.getField().getFieldName().equals("stackTrace")) {
      return false;
    }
    var trimmed = put.getProgram().createVariable();
    put.insertPrevious(
        RuntimeCalls.call(put, trimmed, OF_THE_PROGRAM, put.getValue(), put.getInstance()));
    put.setValue(trimmed);
    return true;
  }
}
