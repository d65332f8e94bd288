package coldbench.semantics;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.teavm.model.Instruction;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.NumericOperandType;

/**
 * Division and remainder of int and long: zero as divisor throws ArithmeticException, MIN_VALUE /
 * -1 is MIN_VALUE (JLS 15.17.2, 15.17.3). In C both are undefined: x86 traps, arm64 answers 0.
 * TeaVM turns the unsigned ones into C's, with the same gap.
 */
final class DivisionRepair implements Repair {
  private static final Set<String> UNSIGNED = Set.of("divideUnsigned", "remainderUnsigned");

  @Override
  public boolean apply(Instruction instruction, ProgramFacts facts) {
    if (instruction instanceof BinaryInstruction binary) {
      return signed(binary, facts);
    }
    return instruction instanceof InvokeInstruction call && unsigned(call);
  }

  private static boolean signed(BinaryInstruction binary, ProgramFacts facts) {
    boolean divides = binary.getOperation() == BinaryOperation.DIVIDE;
    ValueType type = integral(binary.getOperandType());
    if (type == null || (!divides && binary.getOperation() != BinaryOperation.MODULO)) {
      return false;
    }
    OptionalLong divisor = facts.constant(binary.getSecondOperand());
    if (divisor.isPresent() && divisor.getAsLong() != 0 && divisor.getAsLong() != -1) {
      return true;
    }
    MethodReference method =
        RuntimeCalls.method("Division", divides ? "div" : "rem", type, List.of(type, type));
    binary.replace(
        RuntimeCalls.call(
            binary,
            binary.getReceiver(),
            method,
            binary.getFirstOperand(),
            binary.getSecondOperand()));
    return true;
  }

  private static ValueType integral(NumericOperandType type) {
    return switch (type) {
      case INT -> ValueType.INTEGER;
      case LONG -> ValueType.LONG;
      default -> null;
    };
  }

  private static boolean unsigned(InvokeInstruction call) {
    String owner = call.getMethod().getClassName();
    boolean boxed = owner.equals("java.lang.Integer") || owner.equals("java.lang.Long");
    if (!boxed || !UNSIGNED.contains(call.getMethod().getName())) {
      return false;
    }
    ValueType type = call.getMethod().getReturnType();
    MethodReference nonZero = RuntimeCalls.method("Division", "nonZero", type, List.of(type));
    var divisor = RuntimeCalls.before(call, nonZero, call.getArguments().get(1));
    call.setArguments(call.getArguments().get(0), divisor);
    return true;
  }
}
