package coldbench.semantics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.teavm.model.Instruction;
import org.teavm.model.Program;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.ConstructArrayInstruction;
import org.teavm.model.instructions.ConstructInstruction;
import org.teavm.model.instructions.IntegerConstantInstruction;
import org.teavm.model.instructions.LongConstantInstruction;
import org.teavm.model.instructions.NullConstantInstruction;
import org.teavm.model.instructions.StringConstantInstruction;
import org.teavm.model.instructions.UnwrapArrayInstruction;

/**
 * What is known of a program's variables without analysis. TeaVM's programs are in SSA form, so a
 * variable that is assigned a constant is that constant everywhere; a check whose outcome is known
 * needs not be made.
 */
final class ProgramFacts {
  private final Map<Variable, Variable> wrapped = new HashMap<>();
  private final Map<Variable, Long> constants = new HashMap<>();
  private final Set<Variable> nulls = new HashSet<>();
  private final Map<Variable, ValueType> itemTypes = new HashMap<>();
  private final Map<Variable, ValueType> exactTypes = new HashMap<>();

  private ProgramFacts() {}

  static ProgramFacts of(Program program) {
    ProgramFacts facts = new ProgramFacts();
    for (var block : program.getBasicBlocks()) {
      for (Instruction instruction : block) {
        facts.note(instruction);
      }
    }
    return facts;
  }

  private void note(Instruction instruction) {
    if (instruction instanceof UnwrapArrayInstruction i) {
      wrapped.put(i.getReceiver(), i.getArray());
    } else if (instruction instanceof IntegerConstantInstruction i) {
      constants.put(i.getReceiver(), (long) i.getConstant());
    } else if (instruction instanceof LongConstantInstruction i) {
      constants.put(i.getReceiver(), i.getConstant());
    } else if (instruction instanceof NullConstantInstruction i) {
      nulls.add(i.getReceiver());
    } else if (instruction instanceof ConstructArrayInstruction i) {
      itemTypes.put(i.getReceiver(), i.getItemType());
    } else if (instruction instanceof StringConstantInstruction i) {
      exactTypes.put(i.getReceiver(), ValueType.object("java.lang.String"));
    } else if (instruction instanceof ConstructInstruction i) {
      exactTypes.put(i.getReceiver(), ValueType.object(i.getType()));
    }
  }

  OptionalLong constant(Variable variable) {
    Long value = constants.get(variable);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** The array itself where the variable is TeaVM's view of its elements. */
  Variable array(Variable elements) {
    return wrapped.getOrDefault(elements, elements);
  }

  /** Whether storing the value into the array is known to be allowed. */
  boolean storable(Variable array, Variable value) {
    ValueType item = itemTypes.get(array);
    return nulls.contains(value)
        || (item != null
            && (item.isObject("java.lang.Object") || item.equals(exactTypes.get(value))));
  }
}
