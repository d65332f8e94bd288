package coldbench.semantics;

import java.util.Arrays;
import java.util.List;
import org.teavm.classlib.impl.JCLPlugin;
import org.teavm.interop.Unmanaged;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.vm.spi.After;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/**
 * Puts back what TeaVM's C backend leaves undefined where the Java Language Specification defines
 * it. Found by TeaVM through META-INF/services, on the class path of the program that is compiled.
 *
 * <p>Every repair of an instruction replaces it by one other, or inserts one before it: no basic
 * block is split there, so nothing else in a program has to be adapted. Only {@link TryBlocks}
 * splits.
 */
@After(JCLPlugin.class) // whose concatenation of strings is replaced
public final class JavaSemantics implements TeaVMPlugin, ClassHolderTransformer {
  private static final List<Repair> REPAIRS =
      List.of(
          new DivisionRepair(),
          new ShiftRepair(),
          new FloatToIntegralRepair(),
          new ArraySizeRepair(),
          new ArrayStoreRepair(),
          new ArrayInterfacesRepair(),
          new LockRepair(),
          new InternalAccessRepair(),
          new BufferMemoryRepair(),
          new RandomRepair(),
          new SuppressedExceptionsRepair(),
          new StackTraceRepair());

  private final RuntimeReplacements replacements = new RuntimeReplacements();
  private final Refusals refusals = new Refusals(System.getProperty(Refusals.ACCEPT, ""));

  @Override
  public void install(TeaVMHost host) {
    if (!Arrays.asList(host.getPlatformTags()).contains("c")) {
      return;
    }
    PinnedTeaVM.check();
    FieldReadsRepair.apply();
    InliningRepair.apply();
    if (!(host.getClassLoader() instanceof ExactTryRanges)) {
      throw new IllegalStateException(
          "TeaVM reads class files by "
              + host.getClassLoader()
              + ", with which handlers see values of variables that were not assigned yet. Give it"
              + " a class loader of "
              + ExactTryRanges.class.getName()
              + ".");
    }
    host.add((ClassHolderTransformer) this);
    host.add(StringConcatRepair.REPAIRED, new StringConcatRepair());
    host.add(RecordRepair.REPAIRED, new RecordRepair());
    host.add(new ImplicitThrowables());
    host.add(replacements.completeness());
    host.add(refusals);
  }

  @Override
  public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
    boolean unmanagedClass = unmanaged(cls.getAnnotations().get(Unmanaged.class.getName()));
    replacements.expectAll(cls.getName());
    JdkParts.cut(cls);
    new InitializationOrder(context.getHierarchy().getClassSource()).apply(cls);
    LibraryMethods.apply(cls, context.getHierarchy().getClassSource());
    for (MethodHolder method : cls.getMethods()) {
      if (replacements.replace(method, context.getHierarchy().getClassSource())) {
        continue;
      }
      Program program = method.getProgram();
      if (program == null) {
        continue;
      }
      refusals.note(method, program, context.getHierarchy().getClassSource());
      CauseMessageRepair.apply(method);
      CharsetNameRepair.apply(method);
      StringBytesRepair.apply(method);
      boolean unmanaged =
          unmanagedClass || unmanaged(method.getAnnotations().get(Unmanaged.class.getName()));
      if (!unmanaged && !cls.getName().startsWith(RuntimeCalls.PACKAGE)) {
        repair(program, method.getReference());
      }
    }
    new DefaultMethods(context.getHierarchy()).apply(cls);
  }

  private static boolean unmanaged(Object annotation) {
    return annotation != null;
  }

  private static void repair(Program program, MethodReference method) {
    ProgramFacts facts = ProgramFacts.of(program);
    TryBlocks.repair(program, method);
    for (var block : program.getBasicBlocks()) {
      for (Instruction instruction : block) {
        for (Repair repair : REPAIRS) {
          if (repair.apply(instruction, facts)) {
            break;
          }
        }
      }
    }
  }
}
