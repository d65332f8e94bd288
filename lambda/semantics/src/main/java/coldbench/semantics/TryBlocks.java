package coldbench.semantics;

import java.util.List;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.ValueType;

/**
 * A try block need not contain a call to throw: null, bounds, casts, a deep stack and a full heap
 * throw by themselves, unseen by TeaVM's analysis, which then takes its handlers for never entered.
 * A call of an empty method, which {@link ImplicitThrowables} says may throw all of these, shows
 * them.
 */
final class TryBlocks {
  private static final MethodReference MAY_THROW =
      RuntimeCalls.method("Handlers", "mayThrow", ValueType.VOID, List.of());

  private TryBlocks() {}

  static void mayThrow(Program program) {
    for (var block : program.getBasicBlocks()) {
      if (!block.getTryCatchBlocks().isEmpty()) {
        block.addFirst(RuntimeCalls.call(MAY_THROW));
      }
    }
  }
}
