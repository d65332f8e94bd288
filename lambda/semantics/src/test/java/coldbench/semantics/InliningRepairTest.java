package coldbench.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.teavm.model.BasicBlock;
import org.teavm.model.Program;
import org.teavm.model.TryCatchBlock;
import org.teavm.model.instructions.ExitInstruction;
import org.teavm.model.instructions.JumpInstruction;
import org.teavm.model.instructions.RaiseInstruction;

class InliningRepairTest {
  private final Program program = new Program();
  private final BasicBlock returns = program.createBasicBlock();
  private final BasicBlock raises = program.createBasicBlock();

  InliningRepairTest() {
    returns.add(new ExitInstruction());
    raises.add(new RaiseInstruction());
  }

  private BasicBlock to(BasicBlock target) {
    BasicBlock block = program.createBasicBlock();
    JumpInstruction jump = new JumpInstruction();
    jump.setTarget(target);
    block.add(jump);
    return block;
  }

  @Test
  void callsOnTheWayToAThrowStay() {
    assertThat(InliningRepair.isWorthIt(raises)).isFalse();
    assertThat(InliningRepair.isWorthIt(to(to(raises)))).isFalse();
  }

  @Test
  void othersMayGo() {
    assertThat(InliningRepair.isWorthIt(returns)).isTrue();
    assertThat(InliningRepair.isWorthIt(to(to(returns)))).isTrue();
    BasicBlock forEver = program.createBasicBlock();
    JumpInstruction back = new JumpInstruction();
    back.setTarget(forEver);
    forEver.add(back);
    assertThat(InliningRepair.isWorthIt(forEver)).isTrue();
  }

  @Test
  void thoseInATryStayAsTheyDidBefore() {
    TryCatchBlock caught = new TryCatchBlock();
    caught.setHandler(raises);
    returns.getTryCatchBlocks().add(caught);
    assertThat(InliningRepair.isWorthIt(returns)).isFalse();
  }
}
