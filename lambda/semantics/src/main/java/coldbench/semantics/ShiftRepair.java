package coldbench.semantics;

import org.teavm.model.Instruction;
import org.teavm.model.Variable;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.IntegerConstantInstruction;
import org.teavm.model.instructions.NumericOperandType;

/**
 * Only the low five (int) or six (long) bits of a shift's distance count (JLS 15.19); in C a larger
 * one is undefined.
 */
final class ShiftRepair implements Repair {
  @Override
  public boolean apply(Instruction instruction, ProgramFacts facts) {
    if (!(instruction instanceof BinaryInstruction shift) || !shifts(shift.getOperation())) {
      return false;
    }
    int mask = shift.getOperandType() == NumericOperandType.LONG ? 63 : 31;
    var distance = facts.constant(shift.getSecondOperand());
    if (distance.isEmpty() || distance.getAsLong() < 0 || distance.getAsLong() > mask) {
      shift.setSecondOperand(masked(shift, mask));
    }
    return true;
  }

  private static boolean shifts(BinaryOperation operation) {
    return operation == BinaryOperation.SHIFT_LEFT
        || operation == BinaryOperation.SHIFT_RIGHT
        || operation == BinaryOperation.SHIFT_RIGHT_UNSIGNED;
  }

  private static Variable masked(BinaryInstruction shift, int mask) {
    IntegerConstantInstruction constant = new IntegerConstantInstruction();
    constant.setConstant(mask);
    constant.setReceiver(shift.getProgram().createVariable());
    constant.setLocation(shift.getLocation());
    BinaryInstruction and = new BinaryInstruction(BinaryOperation.AND, NumericOperandType.INT);
    and.setFirstOperand(shift.getSecondOperand());
    and.setSecondOperand(constant.getReceiver());
    and.setReceiver(shift.getProgram().createVariable());
    and.setLocation(shift.getLocation());
    shift.insertPrevious(constant);
    shift.insertPrevious(and);
    return and.getReceiver();
  }
}
