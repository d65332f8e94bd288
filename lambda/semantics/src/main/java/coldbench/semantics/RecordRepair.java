package coldbench.semantics;

import org.teavm.classlib.impl.record.ObjectMethodsSubstitutor;
import org.teavm.dependency.BootstrapMethodSubstitutor;
import org.teavm.dependency.DynamicCallSite;
import org.teavm.model.BasicBlock;
import org.teavm.model.MethodHandle;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.emit.PhiEmitter;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;
import org.teavm.model.util.InvokeDynamicUtil;

/**
 * Records compare doubles as Double.compare does, and a JVM's hash codes of records start with 0.
 * Source: https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/Record.html
 */
final class RecordRepair implements BootstrapMethodSubstitutor {
  static final MethodReference REPAIRED =
      new MethodReference(
          "java.lang.runtime.ObjectMethods",
          "bootstrap",
          ValueType.object("java.lang.invoke.MethodHandles$Lookup"),
          ValueType.object("java.lang.String"),
          ValueType.object("java.lang.invoke.TypeDescriptor"),
          ValueType.object("java.lang.Class"),
          ValueType.object("java.lang.String"),
          ValueType.arrayOf(ValueType.object("java.lang.invoke.MethodHandle")),
          ValueType.object("java.lang.Object"));

  private static final String RECORDS = RuntimeCalls.PACKAGE + "Records";
  private static final int COMPONENTS = 2; // after the record's class and the components' names

  private final BootstrapMethodSubstitutor released = new ObjectMethodsSubstitutor();

  @Override
  public ValueEmitter substitute(DynamicCallSite callSite, ProgramEmitter emitter) {
    return switch (callSite.getCalledMethod().getName()) {
      case "equals" -> equality(callSite, emitter);
      case "hashCode" -> hash(callSite, emitter);
      default -> released.substitute(callSite, emitter);
    };
  }

  private static ValueEmitter equality(DynamicCallSite callSite, ProgramEmitter emitter) {
    ValueEmitter one = callSite.getArguments().get(0);
    ValueEmitter other = callSite.getArguments().get(1);
    BasicBlock end = emitter.prepareBlock();
    PhiEmitter result = emitter.phi(ValueType.INTEGER, end);
    ValueEmitter alike =
        emitter.invoke(RECORDS, "ofOneClass", ValueType.BOOLEAN, one.cast(Object.class), other);
    unless(alike, result, end, emitter);
    ValueEmitter same = other.cast(callSite.getBootstrapArguments().get(0).getValueType());
    for (int i = COMPONENTS; i < callSite.getBootstrapArguments().size(); i++) {
      MethodHandle component = callSite.getBootstrapArguments().get(i).getMethodHandle();
      ValueEmitter a = value(component, one, emitter);
      ValueEmitter b = value(component, same, emitter);
      unless(emitter.invoke(RECORDS, "same", ValueType.BOOLEAN, a, b), result, end, emitter);
    }
    emitter.constant(1).propagateTo(result);
    emitter.jump(end);
    emitter.enter(end);
    return result.getValue();
  }

  private static void unless(
      ValueEmitter alike, PhiEmitter result, BasicBlock end, ProgramEmitter emitter) {
    emitter
        .when(alike.isFalse())
        .thenDo(
            () -> {
              emitter.constant(0).propagateTo(result);
              emitter.jump(end);
            });
  }

  private static ValueEmitter hash(DynamicCallSite callSite, ProgramEmitter emitter) {
    ValueEmitter hash = emitter.constant(0);
    for (int i = COMPONENTS; i < callSite.getBootstrapArguments().size(); i++) {
      MethodHandle component = callSite.getBootstrapArguments().get(i).getMethodHandle();
      ValueEmitter value = value(component, callSite.getArguments().get(0), emitter);
      hash = hash.mul(31).add(emitter.invoke(RECORDS, "hash", ValueType.INTEGER, value));
    }
    return hash;
  }

  /** As one of the types that {@code Records} has methods for. */
  private static ValueEmitter value(
      MethodHandle component, ValueEmitter record, ProgramEmitter emitter) {
    ValueEmitter value = InvokeDynamicUtil.invoke(emitter, component, record);
    return component.getValueType() instanceof ValueType.Primitive
        ? value
        : value.cast(Object.class);
  }
}
