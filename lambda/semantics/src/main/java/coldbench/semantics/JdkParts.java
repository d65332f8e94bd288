package coldbench.semantics;

import java.util.regex.Pattern;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.RaiseInstruction;
import org.teavm.model.instructions.StringConstantInstruction;

/**
 * Methods of the JDK's classes that a compiled program cannot come to: streams run one after the
 * other, objects are not read back from bytes, and properties not from XML; and those of regular
 * expressions that want tables of their own: canonical equivalence, and characters by their name,
 * block or script, which end in an UnsupportedOperationException. Without them, what only they need
 * is not compiled either.
 */
final class JdkParts {
  private static final Pattern NEVER_REACHED =
      Pattern.compile(
          "java\\.util\\.stream\\..*\\.(evaluateParallel|opEvaluateParallel|opEvaluateParallelLazy)"
              + "|java\\.util\\.regex\\.Pattern(\\.(normalize|N)|\\$NFCCharProperty\\.match)"
              + "|java\\.util\\.regex\\.CharPredicates\\.forUnicode(Block|Script)"
              + "|java\\.util\\.Properties\\.(loadFromXML|storeToXML)"
              + "|java\\.util\\.stream\\.Nodes\\.collect(Int|Long|Double)?"
              + "|java\\.util\\.concurrent\\.(ForkJoinPool|CountedCompleter)\\..*"
              + "|java\\.io\\.Object(Input|Output)Stream\\..*"
              + "|java\\.(util|math)\\..*\\.(readObject|writeObject|readObjectNoData|writeReplace)");
  private static final String REACHED = "java.lang.UnsupportedOperationException";
  private static final String WHY =
      "this part of the JDK is not in the native class library; docs/java-library.md says what is";

  private JdkParts() {}

  static void cut(ClassHolder cls) {
    if (!cls.getName().startsWith("java.")) {
      return;
    }
    for (MethodHolder method : cls.getMethods()) {
      if (method.getProgram() != null
          && NEVER_REACHED.matcher(cls.getName() + "." + method.getName()).matches()) {
        method.setProgram(throwing(method));
      }
    }
  }

  private static Program throwing(MethodHolder method) {
    Program program = new Program();
    for (int i = 0; i <= method.parameterCount(); i++) {
      program.createVariable();
    }
    method.getModifiers().remove(ElementModifier.NATIVE);
    BasicBlock block = program.createBasicBlock();
    Variable thrown = program.createVariable();
    var make = new org.teavm.model.instructions.ConstructInstruction();
    make.setType(REACHED);
    make.setReceiver(thrown);
    block.add(make);
    StringConstantInstruction why = new StringConstantInstruction();
    why.setConstant(WHY);
    why.setReceiver(program.createVariable());
    block.add(why);
    InvokeInstruction init = new InvokeInstruction();
    init.setType(InvocationType.SPECIAL);
    init.setInstance(thrown);
    init.setMethod(
        new MethodReference(
            REACHED, "<init>", ValueType.object("java.lang.String"), ValueType.VOID));
    init.setArguments(why.getReceiver());
    block.add(init);
    RaiseInstruction raise = new RaiseInstruction();
    raise.setException(thrown);
    block.add(raise);
    return program;
  }
}
