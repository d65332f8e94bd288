package coldbench.semantics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import org.teavm.asm.ClassReader;
import org.teavm.asm.ClassWriter;
import org.teavm.asm.Opcodes;
import org.teavm.asm.tree.ClassNode;
import org.teavm.asm.tree.FieldInsnNode;
import org.teavm.asm.tree.InsnNode;
import org.teavm.asm.tree.MethodNode;
import org.teavm.asm.tree.VarInsnNode;
import org.teavm.model.optimization.RepeatedFieldReadElimination;

/**
 * The optimizer takes a field for unchanged until the next call, and does not see that a class may
 * be initialized in between, which changes what it likes. What it looks at instructions with is
 * defined here, before it is loaded, with one method more.
 */
final class FieldReadsRepair {
  static final String REPAIRED =
      "org/teavm/model/optimization/RepeatedFieldReadElimination$InstructionAnalyzer";

  static {
    try (InputStream in =
        FieldReadsRepair.class.getClassLoader().getResourceAsStream(REPAIRED + ".class")) {
      MethodHandles.privateLookupIn(RepeatedFieldReadElimination.class, MethodHandles.lookup())
          .defineClass(repaired(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private FieldReadsRepair() {}

  /** Once in a process. */
  static void apply() {}

  private static byte[] repaired(byte[] released) {
    ClassNode analyzer = new ClassNode();
    new ClassReader(released).accept(analyzer, 0);
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
    ClassWriter writer = new ClassWriter(0);
    analyzer.accept(writer);
    return writer.toByteArray();
  }
}
