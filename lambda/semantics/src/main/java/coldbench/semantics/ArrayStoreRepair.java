package coldbench.semantics;

import java.util.List;
import org.teavm.model.Instruction;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.ArrayElementType;
import org.teavm.model.instructions.PutElementInstruction;

/**
 * A reference that is no instance of the array's element type throws ArrayStoreException (JLS
 * 10.5). TeaVM stores it.
 */
final class ArrayStoreRepair implements Repair {
  private static final ValueType OBJECT = ValueType.object("java.lang.Object");
  private static final MethodReference CHECK =
      RuntimeCalls.method(
          "ArrayChecks", "store", ValueType.VOID, List.of(OBJECT, ValueType.INTEGER, OBJECT));

  @Override
  public boolean apply(Instruction instruction, ProgramFacts facts) {
    if (!(instruction instanceof PutElementInstruction store)
        || store.getType() != ArrayElementType.OBJECT) {
      return false;
    }
    Variable array = facts.array(store.getArray());
    if (!facts.storable(array, store.getValue())) {
      var check = RuntimeCalls.call(CHECK, array, store.getIndex(), store.getValue());
      check.setLocation(store.getLocation());
      store.insertPrevious(check);
    }
    return true;
  }
}
