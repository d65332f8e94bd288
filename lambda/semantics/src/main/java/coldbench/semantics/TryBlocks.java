package coldbench.semantics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.teavm.model.BasicBlock;
import org.teavm.model.Incoming;
import org.teavm.model.Instruction;
import org.teavm.model.MethodReference;
import org.teavm.model.Phi;
import org.teavm.model.Program;
import org.teavm.model.TryCatchBlock;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.AssignInstruction;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.ConstructInstruction;
import org.teavm.model.instructions.EmptyInstruction;
import org.teavm.model.instructions.IntegerConstantInstruction;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.JumpInstruction;
import org.teavm.model.util.BasicBlockSplitter;
import org.teavm.model.util.ProgramUtils;
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
 *
 * <p>An object that stays in its method becomes a variable for each field, which has several values
 * in a try block again (see {@link ExactTryRanges}); so where there are try blocks, objects are
 * shown to another method.
 */
final class TryBlocks {
  private static final MethodReference MAY_THROW =
      RuntimeCalls.method("Handlers", "mayThrow", ValueType.VOID, List.of());
  private static final MethodReference SEE =
      RuntimeCalls.method(
          "Handlers", "see", ValueType.VOID, List.of(ValueType.object("java.lang.Object")));

  private TryBlocks() {}

  static void repair(Program program, MethodReference method) {
    if (blocks(program).stream().allMatch(b -> b.getTryCatchBlocks().isEmpty())) {
      return;
    }
    showObjects(program, method);
    closeGaps(program);
    openWaysIn(program);
  }

  private static void showObjects(Program program, MethodReference method) {
    for (BasicBlock block : program.getBasicBlocks()) {
      for (Instruction instruction : block) {
        if (instruction instanceof ConstructInstruction made) {
          made.insertNext(RuntimeCalls.call(SEE, made.getReceiver()));
        } else if (instruction instanceof InvokeInstruction call
            && call.getReceiver() != null
            && call.getMethod().getReturnType() instanceof ValueType.Object) {
          call.insertNext(RuntimeCalls.call(SEE, call.getReceiver()));
        }
      }
    }
    for (int i = method.parameterCount(); i > 0; i--) {
      if (method.parameterType(i - 1) instanceof ValueType.Object) {
        program.basicBlockAt(0).addFirst(RuntimeCalls.call(SEE, program.variableAt(i)));
      }
    }
  }

  /** Guards assignments again that stand between two parts of a try block. */
  private static void closeGaps(Program program) {
    List<List<BasicBlock>> sources = sources(program);
    for (BasicBlock gap : program.getBasicBlocks()) {
      if (assignsOnly(gap) && gap.getLastInstruction() instanceof JumpInstruction jump) {
        BasicBlock next = jump.getTarget();
        List<BasicBlock> before = sources.get(gap.getIndex());
        if (!before.isEmpty() && before.stream().allMatch(source -> sameGuards(source, next))) {
          gap.getTryCatchBlocks().addAll(ProgramUtils.copyTryCatches(next, program));
          for (BasicBlock handler : handlers(next)) {
            handler.getPhis().forEach(phi -> guard(gap, next, phi));
          }
        }
      }
    }
  }

  private static boolean assignsOnly(BasicBlock block) {
    boolean only = block.getTryCatchBlocks().isEmpty() && block.getExceptionVariable() == null;
    for (Instruction instruction : block) {
      only &=
          instruction instanceof JumpInstruction
              || instruction instanceof AssignInstruction
              || instruction instanceof EmptyInstruction
              || instruction instanceof IntegerConstantInstruction
              || (instruction instanceof BinaryInstruction binary
                  && binary.getOperation() == BinaryOperation.ADD);
    }
    return only;
  }

  /** Nothing is thrown in the gap, so any value will do that is there; the next part's is. */
  private static void guard(BasicBlock gap, BasicBlock next, Phi phi) {
    Variable value = null;
    for (Incoming incoming : phi.getIncomings()) {
      if (incoming.getSource() == next) {
        value = incoming.getValue();
      }
    }
    for (Phi merged : next.getPhis()) {
      if (merged.getReceiver() == value) {
        for (Incoming incoming : merged.getIncomings()) {
          if (incoming.getSource() == gap) {
            value = incoming.getValue();
          }
        }
      }
    }
    if (value != null) {
      Incoming incoming = new Incoming();
      incoming.setSource(gap);
      incoming.setValue(value);
      phi.getIncomings().add(incoming);
    }
  }

  private static void openWaysIn(Program program) {
    List<List<BasicBlock>> sources = sources(program);
    List<BasicBlock> ways =
        blocks(program).stream()
            .filter(block -> !block.getTryCatchBlocks().isEmpty())
            .filter(block -> block.getIndex() == 0 || isWayIn(block, sources))
            .toList();
    BasicBlockSplitter splitter = new BasicBlockSplitter(program);
    for (BasicBlock block : ways) {
      InvokeInstruction call = RuntimeCalls.call(MAY_THROW);
      block.addFirst(call);
      JumpInstruction jump = new JumpInstruction();
      jump.setTarget(splitter.split(block, call));
      block.add(jump);
    }
    splitter.fixProgram();
  }

  /** Whether one of its handlers does not guard a block from which it is entered. */
  private static boolean isWayIn(BasicBlock block, List<List<BasicBlock>> sources) {
    return sources.get(block.getIndex()).stream()
        .anyMatch(source -> !handlers(source).containsAll(handlers(block)));
  }

  private static boolean sameGuards(BasicBlock one, BasicBlock other) {
    List<TryCatchBlock> guards = one.getTryCatchBlocks();
    List<TryCatchBlock> others = other.getTryCatchBlocks();
    boolean same = guards.size() == others.size();
    for (int i = 0; same && i < guards.size(); i++) {
      String type = guards.get(i).getExceptionType();
      same =
          guards.get(i).getHandler() == others.get(i).getHandler()
              && Objects.equals(type, others.get(i).getExceptionType());
    }
    return same;
  }

  private static List<BasicBlock> blocks(Program program) {
    List<BasicBlock> blocks = new ArrayList<>();
    program.getBasicBlocks().forEach(blocks::add);
    return blocks;
  }

  private static List<BasicBlock> handlers(BasicBlock block) {
    return block.getTryCatchBlocks().stream().map(TryCatchBlock::getHandler).distinct().toList();
  }

  /** For each block those from which it is entered. */
  private static List<List<BasicBlock>> sources(Program program) {
    List<List<BasicBlock>> sources = new ArrayList<>();
    for (int i = 0; i < program.basicBlockCount(); i++) {
      sources.add(new ArrayList<>());
    }
    TransitionExtractor transitions = new TransitionExtractor();
    for (BasicBlock source : program.getBasicBlocks()) {
      handlers(source).forEach(handler -> sources.get(handler.getIndex()).add(source));
      if (source.getLastInstruction() != null) {
        source.getLastInstruction().acceptVisitor(transitions);
        BasicBlock[] targets = transitions.getTargets();
        for (BasicBlock target : targets == null ? new BasicBlock[0] : targets) {
          sources.get(target.getIndex()).add(source);
        }
      }
    }
    return sources;
  }
}
