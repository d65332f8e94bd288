package coldbench.semantics;

import org.teavm.asm.Opcodes;
import org.teavm.asm.tree.ClassNode;
import org.teavm.asm.tree.FieldInsnNode;
import org.teavm.asm.tree.InsnNode;
import org.teavm.asm.tree.MethodNode;
import org.teavm.asm.tree.VarInsnNode;
import org.teavm.model.optimization.RepeatedFieldReadElimination;

/**
 * The optimizer takes a field for unchanged until the next call, and does not see that a class may
 * be initialized in between, which changes what it likes. What it looks at instructions with has
 * one method more here.
 */
final class FieldReadsRepair {
  static final String REPAIRED =
      "org/teavm/model/optimization/RepeatedFieldReadElimination$InstructionAnalyzer";

  static {
    ChangedClass.define(REPAIRED, RepeatedFieldReadElimination.class, FieldReadsRepair::repair);
  }

  private FieldReadsRepair() {}

  /** Once in a process. */
  static void apply() {}

  private static void repair(ClassNode analyzer) {
    MethodNode visit =
        new MethodNode(
            Opcodes.ACC_PUBLIC,
            "visit",
            "(Lorg/teavm/model/instructions/InitClassInstruction;)V",
            null,
            null);
    visit.instructions.add(new VarInsnNode(Opcodes.ALOAD, 0));
    visit.instructions.add(new InsnNode(Opcodes.ICONST_1));
    visit.instructions.add(new FieldInsnNode(Opcodes.PUTFIELD, REPAIRED, "invalidatesAll", "Z"));
    visit.instructions.add(new InsnNode(Opcodes.RETURN));
    visit.maxStack = 2;
    visit.maxLocals = 2;
    analyzer.methods.add(visit);
  }
}
