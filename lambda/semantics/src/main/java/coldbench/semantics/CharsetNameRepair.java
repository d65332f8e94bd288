package coldbench.semantics;

import java.nio.charset.Charset;
import java.util.List;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.instructions.InvokeInstruction;

/**
 * Strings of and to bytes throw an UnsupportedEncodingException where there is no such charset;
 * TeaVM's what {@link Charset#forName} does, which nobody has to catch.
 */
final class CharsetNameRepair {
  private static final MethodReference THEIRS =
      new MethodReference(Charset.class, "forName", String.class, Charset.class);
  private static final MethodReference OURS =
      RuntimeCalls.method(
          "CharsetNames",
          "charset",
          ValueType.object("java.nio.charset.Charset"),
          List.of(ValueType.object("java.lang.String")));

  private CharsetNameRepair() {}

  static void apply(MethodHolder method) {
    if (!method.getOwnerName().equals("java.lang.String")) {
      return;
    }
    for (var block : method.getProgram().getBasicBlocks()) {
      for (var instruction : block) {
        if (instruction instanceof InvokeInstruction call && call.getMethod().equals(THEIRS)) {
          call.setMethod(OURS);
        }
      }
    }
  }
}
