package coldbench.semantics;

import java.util.List;
import org.teavm.model.FieldReference;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.instructions.PutFieldInstruction;

/** {@code new Throwable(cause)} has the cause's toString() as its message; TeaVM's has none. */
final class CauseMessageRepair {
  private static final MethodReference CONSTRUCTOR =
      new MethodReference(Throwable.class, "<init>", Throwable.class, void.class);
  private static final FieldReference MESSAGE =
      new FieldReference("java.lang.Throwable", "message");
  private static final MethodReference MESSAGE_OF =
      RuntimeCalls.method(
          "Suppressed",
          "messageOf",
          ValueType.object("java.lang.String"),
          List.of(ValueType.object("java.lang.Throwable")));

  private CauseMessageRepair() {}

  static void apply(MethodHolder method) {
    if (!method.getReference().equals(CONSTRUCTOR)) {
      return;
    }
    for (var block : method.getProgram().getBasicBlocks()) {
      for (var instruction : block) {
        if (instruction instanceof PutFieldInstruction put
            && put.getField().getFieldName().equals("cause")) {
          PutFieldInstruction message = new PutFieldInstruction();
          message.setField(MESSAGE);
          message.setFieldType(ValueType.object("java.lang.String"));
          message.setInstance(put.getInstance());
          message.setValue(RuntimeCalls.before(put, MESSAGE_OF, put.getValue()));
          message.setLocation(put.getLocation());
          put.insertPrevious(message);
        }
      }
    }
  }
}
