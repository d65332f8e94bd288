package coldbench.semantics;

import java.util.List;
import org.teavm.model.BasicBlock;
import org.teavm.model.FieldReference;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.ExitInstruction;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.PutFieldInstruction;

/**
 * A string of bytes, which are ASCII for the most part: TeaVM goes by a decoder and three buffers
 * for each.
 */
final class StringBytesRepair {
  private static final ValueType CHARSET = ValueType.object("java.nio.charset.Charset");
  private static final ValueType BYTES = ValueType.arrayOf(ValueType.BYTE);
  private static final ValueType CHARS = ValueType.arrayOf(ValueType.CHARACTER);
  private static final String STRING = "java.lang.String";
  private static final MethodReference THEIRS =
      new MethodReference(
          STRING,
          "initWithBytes",
          BYTES,
          ValueType.INTEGER,
          ValueType.INTEGER,
          CHARSET,
          ValueType.VOID);
  private static final MethodReference OURS =
      RuntimeCalls.method(
          "StringBytes",
          "decoded",
          CHARS,
          List.of(BYTES, ValueType.INTEGER, ValueType.INTEGER, CHARSET));
  private static final FieldReference CHARACTERS = new FieldReference(STRING, "characters");

  private StringBytesRepair() {}

  static void apply(MethodHolder method) {
    if (!method.getReference().equals(THEIRS)) {
      return;
    }
    Program program = new Program();
    Variable string = program.createVariable();
    Variable[] arguments = new Variable[THEIRS.parameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = program.createVariable();
    }
    InvokeInstruction decoding = RuntimeCalls.call(OURS, arguments);
    decoding.setReceiver(program.createVariable());
    PutFieldInstruction taking = new PutFieldInstruction();
    taking.setInstance(string);
    taking.setField(CHARACTERS);
    taking.setFieldType(CHARS);
    taking.setValue(decoding.getReceiver());
    BasicBlock block = program.createBasicBlock();
    block.add(decoding);
    block.add(taking);
    block.add(new ExitInstruction());
    method.setProgram(program);
  }
}
