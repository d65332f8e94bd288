package coldbench.semantics;

import org.teavm.model.Instruction;

/** Gives one kind of instruction the meaning that Java gives it. */
interface Repair {
  /**
   * Returns whether the instruction was one of this repair's kind; it may have been left as it is.
   */
  boolean apply(Instruction instruction, ProgramFacts facts);
}
