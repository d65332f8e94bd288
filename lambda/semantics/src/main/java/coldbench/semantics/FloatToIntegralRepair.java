package coldbench.semantics;

import java.util.List;
import org.teavm.model.Instruction;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.instructions.CastNumberInstruction;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.NumericOperandType;

/**
 * A float or double out of the range of int or long becomes the nearest value in it, NaN becomes 0
 * (JLS 5.1.3); in C both are undefined. Math.round and Math.rint of TeaVM's class library rest on
 * such casts and are replaced as well.
 */
final class FloatToIntegralRepair implements Repair {
  @Override
  public boolean apply(Instruction instruction, ProgramFacts facts) {
    if (instruction instanceof CastNumberInstruction cast) {
      return cast(cast);
    }
    return instruction instanceof InvokeInstruction call && rounding(call);
  }

  private static boolean cast(CastNumberInstruction cast) {
    if (!floating(cast.getSourceType()) || floating(cast.getTargetType())) {
      return false;
    }
    boolean wide = cast.getTargetType() == NumericOperandType.LONG;
    ValueType from =
        cast.getSourceType() == NumericOperandType.FLOAT ? ValueType.FLOAT : ValueType.DOUBLE;
    MethodReference method =
        RuntimeCalls.method(
            "FloatToIntegral",
            wide ? "toLong" : "toInt",
            wide ? ValueType.LONG : ValueType.INTEGER,
            List.of(from));
    cast.replace(RuntimeCalls.call(cast, cast.getReceiver(), method, cast.getValue()));
    return true;
  }

  private static boolean floating(NumericOperandType type) {
    return type == NumericOperandType.FLOAT || type == NumericOperandType.DOUBLE;
  }

  private static boolean rounding(InvokeInstruction call) {
    MethodReference method = call.getMethod();
    boolean rounds = method.getName().equals("round") || method.getName().equals("rint");
    if (!rounds || !method.getClassName().equals("java.lang.Math")) {
      return false;
    }
    call.setMethod(
        new MethodReference(RuntimeCalls.PACKAGE + "FloatToIntegral", method.getDescriptor()));
    return true;
  }
}
