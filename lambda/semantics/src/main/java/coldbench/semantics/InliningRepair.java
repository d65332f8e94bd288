package coldbench.semantics;

import java.util.HashSet;
import java.util.Set;
import org.teavm.asm.Opcodes;
import org.teavm.asm.tree.AbstractInsnNode;
import org.teavm.asm.tree.ClassNode;
import org.teavm.asm.tree.MethodInsnNode;
import org.teavm.asm.tree.MethodNode;
import org.teavm.model.BasicBlock;
import org.teavm.model.Instruction;
import org.teavm.model.instructions.JumpInstruction;
import org.teavm.model.instructions.RaiseInstruction;
import org.teavm.model.optimization.InliningStrategy;

/**
 * The optimizer puts methods in place of their calls also where an exception is about to be thrown,
 * such as all that makes its message, and again at each place that throws it. There it leaves the
 * calls now, as it does inside of a {@code try}: packages are smaller, and nothing gets slower.
 */
public final class InliningRepair {
  static final String REPAIRED = "org/teavm/model/optimization/Inlining";

  static {
    ChangedClass.define(REPAIRED, InliningStrategy.class, InliningRepair::repair);
  }

  private InliningRepair() {}

  /** Once in a process. */
  static void apply() {}

  /** Called by the optimizer, in place of its look for a {@code try}. */
  public static boolean isWorthIt(BasicBlock block) {
    return block.getTryCatchBlocks().isEmpty() && !throwsInTheEnd(block);
  }

  private static boolean throwsInTheEnd(BasicBlock block) {
    Set<BasicBlock> seen = new HashSet<>();
    BasicBlock at = block;
    while (seen.add(at)) {
      Instruction last = at.getLastInstruction();
      if (!(last instanceof JumpInstruction jump)) {
        return last instanceof RaiseInstruction;
      }
      at = jump.getTarget();
    }
    return false;
  }

  /** {@code block.getTryCatchBlocks().isEmpty()} becomes {@code isWorthIt(block)}. */
  private static void repair(ClassNode inlining) {
    for (MethodNode method : inlining.methods) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (method.name.equals("buildPlan")
            && instruction instanceof MethodInsnNode call
            && call.name.equals("getTryCatchBlocks")) {
          method.instructions.remove(call.getNext());
          method.instructions.set(
              call,
              new MethodInsnNode(
                  Opcodes.INVOKESTATIC,
                  InliningRepair.class.getName().replace('.', '/'),
                  "isWorthIt",
                  "(Lorg/teavm/model/BasicBlock;)Z"));
        }
      }
    }
  }
}
