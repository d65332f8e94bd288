package coldbench.semantics;

import java.util.List;
import java.util.Map;
import org.teavm.model.Instruction;
import org.teavm.model.ValueType;
import org.teavm.model.instructions.CastInstruction;
import org.teavm.model.instructions.IsInstanceInstruction;

/**
 * Every array type implements Cloneable and java.io.Serializable (JLS 10.7); TeaVM's classes of
 * arrays implement nothing.
 */
final class ArrayInterfacesRepair implements Repair {
  private static final ValueType OBJECT = ValueType.object("java.lang.Object");
  private static final Map<ValueType, String> INTERFACES =
      Map.of(
          ValueType.object("java.lang.Cloneable"), "Cloneable",
          ValueType.object("java.io.Serializable"), "Serializable");

  @Override
  public boolean apply(Instruction instruction, ProgramFacts facts) {
    if (instruction instanceof IsInstanceInstruction test
        && INTERFACES.containsKey(test.getType())) {
      var method =
          RuntimeCalls.method(
              "ArrayInterfaces",
              "is" + INTERFACES.get(test.getType()),
              ValueType.BOOLEAN,
              List.of(OBJECT));
      test.replace(RuntimeCalls.call(test, test.getReceiver(), method, test.getValue()));
      return true;
    }
    if (instruction instanceof CastInstruction cast
        && INTERFACES.containsKey(cast.getTargetType())) {
      var method =
          RuntimeCalls.method(
              "ArrayInterfaces",
              "to" + INTERFACES.get(cast.getTargetType()),
              OBJECT,
              List.of(OBJECT));
      cast.replace(RuntimeCalls.call(cast, cast.getReceiver(), method, cast.getValue()));
      return true;
    }
    return false;
  }
}
