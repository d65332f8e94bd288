package coldbench.semantics;

import java.util.List;
import org.teavm.classlib.impl.StringConcatFactorySubstitutor;
import org.teavm.dependency.BootstrapMethodSubstitutor;
import org.teavm.dependency.DynamicCallSite;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;
import org.teavm.model.instructions.IntegerSubtype;

/**
 * Concatenations with constants that have U+0001 or U+0002 in them, which the recipe of {@code
 * StringConcatFactory} refers to instead of having them in it: TeaVM counts each as an operand, and
 * takes the types of all that follow for others, or fails.
 */
final class StringConcatRepair implements BootstrapMethodSubstitutor {
  static final MethodReference REPAIRED =
      new MethodReference(
          "java.lang.invoke.StringConcatFactory",
          "makeConcatWithConstants",
          ValueType.object("java.lang.invoke.MethodHandles$Lookup"),
          ValueType.object("java.lang.String"),
          ValueType.object("java.lang.invoke.MethodType"),
          ValueType.object("java.lang.String"),
          ValueType.arrayOf(ValueType.object("java.lang.Object")),
          ValueType.object("java.lang.invoke.CallSite"));

  private static final char OPERAND = '\1';
  private static final char CONSTANT = '\2';
  private static final String BUILDER = "java.lang.StringBuilder";
  private static final ValueType STRING = ValueType.object("java.lang.String");

  private final BootstrapMethodSubstitutor released = new StringConcatFactorySubstitutor();

  @Override
  public ValueEmitter substitute(DynamicCallSite callSite, ProgramEmitter emitter) {
    String recipe = callSite.getBootstrapArguments().get(0).getString();
    return recipe.indexOf(CONSTANT) < 0
        ? released.substitute(callSite, emitter)
        : concatenation(recipe, callSite, emitter);
  }

  private static ValueEmitter concatenation(
      String recipe, DynamicCallSite callSite, ProgramEmitter emitter) {
    ValueEmitter builder = emitter.construct(BUILDER);
    List<ValueEmitter> operands = callSite.getArguments();
    int operand = 0;
    int constant = 1;
    for (int i = 0; i < recipe.length(); i++) {
      char c = recipe.charAt(i);
      if (c == OPERAND) {
        ValueType type = callSite.getCalledMethod().parameterType(operand);
        append(builder, type, operands.get(operand++));
      } else if (c == CONSTANT) {
        String text = callSite.getBootstrapArguments().get(constant++).getString();
        append(builder, STRING, emitter.constant(text));
      } else {
        append(builder, STRING, emitter.constant(String.valueOf(c)));
      }
    }
    return builder.invokeSpecial("toString", STRING);
  }

  private static void append(ValueEmitter builder, ValueType type, ValueEmitter value) {
    ValueType appended = type;
    ValueEmitter widened = value;
    if (type == ValueType.BYTE || type == ValueType.SHORT) {
      widened =
          value.castToInteger(type == ValueType.BYTE ? IntegerSubtype.BYTE : IntegerSubtype.SHORT);
      appended = ValueType.INTEGER;
    } else if (!(type instanceof ValueType.Primitive)) {
      appended = ValueType.object("java.lang.Object");
    }
    MethodReference append =
        new MethodReference(BUILDER, "append", appended, ValueType.object(BUILDER));
    builder.invokeSpecial(append, widened);
  }
}
