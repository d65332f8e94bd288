package coldbench.semantics;

import java.util.List;
import org.teavm.model.Instruction;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.ConstructArrayInstruction;
import org.teavm.model.instructions.ConstructMultiArrayInstruction;

/**
 * A negative array size throws NegativeArraySizeException (JLS 15.10.2); TeaVM makes an array of
 * it. And TeaVM takes a constant index into an array of a constant size for one in its bounds,
 * whatever the two are: hence a constant size is hidden from it.
 */
final class ArraySizeRepair implements Repair {
  private static final List<ValueType> INT = List.of(ValueType.INTEGER);
  private static final MethodReference CHECKED =
      RuntimeCalls.method("ArrayChecks", "size", ValueType.INTEGER, INT);
  private static final MethodReference HIDDEN =
      RuntimeCalls.method("ArrayChecks", "hidden", ValueType.INTEGER, INT);

  @Override
  public boolean apply(Instruction instruction, ProgramFacts facts) {
    if (instruction instanceof ConstructArrayInstruction array) {
      MethodReference method = notNegative(array.getSize(), facts) ? HIDDEN : CHECKED;
      array.setSize(RuntimeCalls.before(array, method, array.getSize()));
      return true;
    }
    if (instruction instanceof ConstructMultiArrayInstruction array) {
      array.getDimensions().replaceAll(size -> RuntimeCalls.before(array, CHECKED, size));
      return true;
    }
    return false;
  }

  private static boolean notNegative(Variable size, ProgramFacts facts) {
    var constant = facts.constant(size);
    return constant.isPresent() && constant.getAsLong() >= 0;
  }
}
