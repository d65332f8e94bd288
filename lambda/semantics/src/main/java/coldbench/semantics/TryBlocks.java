package coldbench.semantics;

import java.util.List;
import org.teavm.model.BasicBlock;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.TryCatchBlock;
import org.teavm.model.ValueType;
import org.teavm.model.instructions.JumpInstruction;
import org.teavm.model.util.BasicBlockSplitter;
import org.teavm.model.util.TransitionExtractor;

/**
 * What TeaVM's analysis and its optimizer must know of try blocks.
 *
 * <p>A try block need not contain a call to throw: null, bounds, casts, a deep stack and a full
 * heap throw by themselves, unseen by the analysis, which then takes the handlers for never
 * entered. A call of an empty method, which {@link ImplicitThrowables} says may throw all of these,
 * shows them.
 *
 * <p>An exception may leave a basic block at any of its instructions, but the optimizer takes a
 * block as a whole: where a handler can be entered from one block alone, or from one that all
 * others come after, it believes that all of that block was done. So in the handler it used values
 * that had never been computed (fields above all), and left out null and bounds checks and
 * initializations of classes that had never been made. A block of its own at each way into a try
 * block, which does nothing but may throw, is then the one that all others come after.
 */
final class TryBlocks {
  private static final MethodReference MAY_THROW =
      RuntimeCalls.method("Handlers", "mayThrow", ValueType.VOID, List.of());

  private TryBlocks() {}

  static void mayThrow(Program program) {
    boolean[] entered = waysIn(program);
    BasicBlockSplitter splitter = new BasicBlockSplitter(program);
    for (int i = 0; i < entered.length; i++) {
      BasicBlock block = program.basicBlockAt(i);
      if (block.getTryCatchBlocks().isEmpty()) {
        continue;
      }
      var call = RuntimeCalls.call(MAY_THROW);
      block.addFirst(call);
      if (entered[i]) {
        JumpInstruction jump = new JumpInstruction();
        jump.setTarget(splitter.split(block, call));
        block.add(jump);
      }
    }
    splitter.fixProgram();
  }

  /** For each block whether one of its handlers does not guard a block from which it is entered. */
  private static boolean[] waysIn(Program program) {
    boolean[] entered = new boolean[program.basicBlockCount()];
    if (entered.length > 0) {
      entered[0] = true;
    }
    TransitionExtractor transitions = new TransitionExtractor();
    for (BasicBlock source : program.getBasicBlocks()) {
      if (source.getLastInstruction() != null) {
        source.getLastInstruction().acceptVisitor(transitions);
        BasicBlock[] targets = transitions.getTargets();
        if (targets != null) {
          for (BasicBlock target : targets) {
            entered[target.getIndex()] |= !guardedAlike(source, target);
          }
        }
      }
      for (TryCatchBlock guard : source.getTryCatchBlocks()) {
        entered[guard.getHandler().getIndex()] |= !guardedAlike(source, guard.getHandler());
      }
    }
    return entered;
  }

  private static boolean guardedAlike(BasicBlock source, BasicBlock target) {
    return target.getTryCatchBlocks().stream()
        .allMatch(
            wanted ->
                source.getTryCatchBlocks().stream()
                    .anyMatch(guard -> guard.getHandler() == wanted.getHandler()));
  }
}
