package coldbench.semantics;

import java.util.List;
import org.teavm.model.Instruction;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.ConstructArrayInstruction;
import org.teavm.model.instructions.ConstructMultiArrayInstruction;

/**
 * A negative array size throws NegativeArraySizeException (JLS 15.10.2). TeaVM makes an array of
 * it.
 */
final class ArraySizeRepair implements Repair {
  private static final MethodReference CHECKED =
      RuntimeCalls.method("ArrayChecks", "size", ValueType.INTEGER, List.of(ValueType.INTEGER));

  @Override
  public boolean apply(Instruction instruction, ProgramFacts facts) {
    if (instruction instanceof ConstructArrayInstruction array) {
      if (!fine(array.getSize(), facts)) {
        array.setSize(RuntimeCalls.before(array, CHECKED, array.getSize()));
      }
      return true;
    }
    if (instruction instanceof ConstructMultiArrayInstruction array) {
      array.getDimensions().replaceAll(size -> RuntimeCalls.before(array, CHECKED, size));
      return true;
    }
    return false;
  }

  private static boolean fine(Variable size, ProgramFacts facts) {
    var constant = facts.constant(size);
    return constant.isPresent() && constant.getAsLong() >= 0;
  }
}
