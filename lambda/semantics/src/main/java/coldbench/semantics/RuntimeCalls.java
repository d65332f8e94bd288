package coldbench.semantics;

import java.util.Arrays;
import java.util.List;
import org.teavm.model.Instruction;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;

/**
 * Makes calls of the methods in {@code coldbench.semantics.runtime}, which become part of the
 * compiled program.
 */
final class RuntimeCalls {
  static final String PACKAGE = "coldbench.semantics.runtime.";

  private RuntimeCalls() {}

  static MethodReference method(
      String cls, String name, ValueType result, List<ValueType> parameters) {
    ValueType[] signature = parameters.toArray(new ValueType[parameters.size() + 1]);
    signature[parameters.size()] = result;
    return new MethodReference(PACKAGE + cls, name, signature);
  }

  /** A static call with a result, at the place of the instruction. */
  static InvokeInstruction call(
      Instruction at, Variable receiver, MethodReference method, Variable... arguments) {
    InvokeInstruction call = call(method, arguments);
    call.setReceiver(receiver);
    call.setLocation(at.getLocation());
    return call;
  }

  /** A static call whose result, if any, is dropped. */
  static InvokeInstruction call(MethodReference method, Variable... arguments) {
    InvokeInstruction call = new InvokeInstruction();
    call.setType(InvocationType.SPECIAL);
    call.setMethod(method);
    call.setArguments(Arrays.copyOf(arguments, arguments.length));
    return call;
  }

  /**
   * Calls the method with the variable before the instruction and returns the variable that holds
   * the result.
   */
  static Variable before(Instruction at, MethodReference method, Variable argument) {
    Variable result = at.getProgram().createVariable();
    at.insertPrevious(call(at, result, method, argument));
    return result;
  }
}
