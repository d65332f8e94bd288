package coldbench.semantics;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.teavm.model.BasicBlock;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.BinaryBranchingCondition;
import org.teavm.model.instructions.BinaryBranchingInstruction;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.BranchingCondition;
import org.teavm.model.instructions.BranchingInstruction;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.JumpInstruction;
import org.teavm.model.optimization.UnreachableBasicBlockEliminator;

/** Defects of TeaVM's collector, each mended where it is. */
final class CollectorPatches {
  private static final String GC = "org.teavm.runtime.GC.";
  private static final Set<String> GROWING =
      Set.of(GC + "computeMinRequestedSize", GC + "resizeHeapConsistent");
  private static final Set<String> FITTING =
      Set.of(GC + "getNextChunkIfPossible", GC + "hasAvailableMemory", GC + "hasAvailableChunk");
  private static final String ALLOCATING = GC + "getNextChunk";

  static final Set<String> METHODS = union(GROWING, FITTING, Set.of(ALLOCATING));

  private static final MethodReference MORE =
      RuntimeCalls.method("FullHeap", "more", ValueType.INTEGER, List.of(ValueType.INTEGER));
  private static final MethodReference OUT_OF_MEMORY =
      RuntimeCalls.method("FullHeap", "outOfMemory", ValueType.VOID, List.of());
  private static final MethodReference FIND_LAST_CHUNK =
      new MethodReference("org.teavm.runtime.LastChunk", "find", ValueType.VOID);

  boolean patch(MethodHolder method) {
    String name = method.getOwnerName() + "." + method.getName();
    if (GROWING.contains(name)) {
      method.getProgram().basicBlockAt(0).addFirst(RuntimeCalls.call(FIND_LAST_CHUNK));
    } else if (FITTING.contains(name)) {
      neverFillToTheLastByte(method.getProgram());
    } else if (ALLOCATING.equals(name)) {
      throwInsteadOfAborting(method.getProgram());
    } else {
      return false;
    }
    return true;
  }

  /** TeaVM prints its stack and aborts. */
  private static void throwInsteadOfAborting(Program program) {
    for (BasicBlock block : program.getBasicBlocks()) {
      for (Instruction instruction : block) {
        if (!(instruction instanceof InvokeInstruction call)) {
          continue;
        }
        String called = call.getMethod().getName();
        if (called.equals("printStack")) {
          call.delete();
        } else if (called.startsWith("collectGarbage")) {
          call.setArguments(RuntimeCalls.before(call, MORE, call.getArguments().get(0)));
        } else if (called.equals("outOfMemory")) {
          call.setMethod(OUT_OF_MEMORY);
        }
      }
    }
  }

  /** A heap without any free chunk makes TeaVM's collector read what is not there. */
  private static void neverFillToTheLastByte(Program program) {
    Set<Variable> ordered = new HashSet<>();
    for (BasicBlock block : program.getBasicBlocks()) {
      for (Instruction instruction : block) {
        if (instruction instanceof BinaryInstruction b
            && (b.getOperation() == BinaryOperation.COMPARE_GREATER
                || b.getOperation() == BinaryOperation.COMPARE_LESS)) {
          ordered.add(b.getReceiver());
        }
      }
    }
    for (BasicBlock block : program.getBasicBlocks()) {
      if (block.getLastInstruction() instanceof BinaryBranchingInstruction branch) {
        if (branch.getCondition() == BinaryBranchingCondition.EQUAL) {
          alwaysTake(block, branch.getAlternative(), branch.getConsequent());
        } else if (branch.getCondition() == BinaryBranchingCondition.NOT_EQUAL) {
          alwaysTake(block, branch.getConsequent(), branch.getAlternative());
        }
      } else if (block.getLastInstruction() instanceof BranchingInstruction branch
          && ordered.contains(branch.getOperand())) {
        if (branch.getCondition() == BranchingCondition.EQUAL) {
          alwaysTake(block, branch.getAlternative(), branch.getConsequent());
        } else if (branch.getCondition() == BranchingCondition.NOT_EQUAL) {
          alwaysTake(block, branch.getConsequent(), branch.getAlternative());
        }
      }
    }
    new UnreachableBasicBlockEliminator().optimize(program);
  }

  private static void alwaysTake(BasicBlock block, BasicBlock taken, BasicBlock dropped) {
    JumpInstruction jump = new JumpInstruction();
    jump.setTarget(taken);
    dropped.removeIncomingsFrom(block);
    block.getLastInstruction().replace(jump);
  }

  @SafeVarargs
  private static Set<String> union(Set<String>... sets) {
    Set<String> all = new HashSet<>();
    for (Set<String> set : sets) {
      all.addAll(set);
    }
    return Set.copyOf(all);
  }
}
