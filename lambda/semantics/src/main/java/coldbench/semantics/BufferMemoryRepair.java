package coldbench.semantics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.teavm.model.Instruction;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.EmptyInstruction;
import org.teavm.model.instructions.GetFieldInstruction;
import org.teavm.model.instructions.IntegerConstantInstruction;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.LongConstantInstruction;
import org.teavm.model.instructions.NullConstantInstruction;

/**
 * The JDK's buffers, and its comparing of arrays, reach elements by ways to raw memory, which here
 * are those of {@code BufferMemory}.
 */
final class BufferMemoryRepair implements Repair {
  private static final String SCOPED = "jdk.internal.misc.ScopedMemoryAccess";
  private static final String UNSAFE = "jdk.internal.misc.Unsafe";

  private static final String ARRAYS = "jdk.internal.util.ArraysSupport";

  /** Set by an initializer that is left out: how far an index is shifted for a place in bytes. */
  private static final Map<String, Integer> SHIFTS =
      Map.of(
          "LOG2_ARRAY_BOOLEAN_INDEX_SCALE", 0,
          "LOG2_ARRAY_BYTE_INDEX_SCALE", 0,
          "LOG2_ARRAY_CHAR_INDEX_SCALE", 1,
          "LOG2_ARRAY_SHORT_INDEX_SCALE", 1,
          "LOG2_ARRAY_INT_INDEX_SCALE", 2,
          "LOG2_ARRAY_FLOAT_INDEX_SCALE", 2,
          "LOG2_ARRAY_LONG_INDEX_SCALE", 3,
          "LOG2_ARRAY_DOUBLE_INDEX_SCALE", 3);

  /** Of memory outside of the heap, by the names of several JDKs: heap buffers have none. */
  private static final Set<ValueType> SESSIONS =
      Set.of(
          ValueType.object(SCOPED + "$Scope"),
          ValueType.object("jdk.internal.foreign.MemorySessionImpl"));

  @Override
  public boolean apply(Instruction instruction, ProgramFacts facts) {
    if (instruction instanceof GetFieldInstruction get) {
      return shift(get);
    }
    if (!(instruction instanceof InvokeInstruction call) || call.getInstance() == null) {
      return false;
    }
    MethodReference called = call.getMethod();
    if (called.getClassName().startsWith("java.nio.")) {
      return session(call);
    }
    boolean ofArrays = called.getClassName().equals(UNSAFE);
    if (ofArrays && called.getName().equals("arrayBaseOffset")) {
      call.replace(zero(call));
      return true;
    }
    if (ofArrays && called.getName().equals("storeFence")) {
      call.replace(new EmptyInstruction()); // there is one thread
      return true;
    }
    if (!called.getClassName().equals(SCOPED)
        && !(ofArrays && called.getName().equals("arrayIndexScale"))) {
      return false;
    }
    List<ValueType> types = new ArrayList<>();
    List<Variable> arguments = new ArrayList<>();
    for (int i = 0; i < called.parameterCount(); i++) {
      if (!SESSIONS.contains(called.parameterType(i))) {
        types.add(called.parameterType(i));
        arguments.add(call.getArguments().get(i));
      }
    }
    MethodReference ours =
        RuntimeCalls.method("BufferMemory", called.getName(), called.getReturnType(), types);
    call.replace(
        RuntimeCalls.call(call, call.getReceiver(), ours, arguments.toArray(new Variable[0])));
    return true;
  }

  /** JDKs newer than 17 ask for it, and whether it is still open, at each access. */
  private static boolean session(InvokeInstruction call) {
    if (call.getMethod().getName().equals("checkSession")) {
      call.replace(new EmptyInstruction());
      return true;
    }
    if (!SESSIONS.contains(call.getMethod().getReturnType())) {
      return false;
    }
    NullConstantInstruction none = new NullConstantInstruction();
    none.setReceiver(call.getReceiver());
    call.replace(none);
    return true;
  }

  private static boolean shift(GetFieldInstruction get) {
    Integer shift =
        get.getField().getClassName().equals(ARRAYS)
            ? SHIFTS.get(get.getField().getFieldName())
            : null;
    if (shift == null) {
      return false;
    }
    IntegerConstantInstruction constant = new IntegerConstantInstruction();
    constant.setConstant(shift);
    constant.setReceiver(get.getReceiver());
    get.replace(constant);
    return true;
  }

  private static Instruction zero(InvokeInstruction call) {
    if (call.getMethod().getReturnType() == ValueType.LONG) {
      LongConstantInstruction zero = new LongConstantInstruction();
      zero.setReceiver(call.getReceiver());
      return zero;
    }
    IntegerConstantInstruction zero = new IntegerConstantInstruction();
    zero.setReceiver(call.getReceiver());
    return zero;
  }
}
