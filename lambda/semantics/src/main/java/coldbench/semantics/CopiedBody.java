package coldbench.semantics;

import org.teavm.model.BasicBlock;
import org.teavm.model.Instruction;
import org.teavm.model.InvokeDynamicInstruction;
import org.teavm.model.MethodReader;
import org.teavm.model.Program;
import org.teavm.model.util.ProgramUtils;

/**
 * The body of a method of ours for one of the JDK or of TeaVM. TeaVM has resolved by then what is
 * dynamic in that class, and would leave a lambda of ours as it is, without a word: it is refused.
 */
final class CopiedBody {
  private CopiedBody() {}

  static Program of(MethodReader ours) {
    Program program = ProgramUtils.copy(ours.getProgram());
    for (BasicBlock block : program.getBasicBlocks()) {
      for (Instruction instruction : block) {
        if (instruction instanceof InvokeDynamicInstruction) {
          throw new IllegalStateException(
              ours.getReference()
                  + " has a lambda or a method reference, which nothing would resolve where it is"
                  + " copied to. Call a static method of ours that has it.");
        }
      }
    }
    return program;
  }
}
