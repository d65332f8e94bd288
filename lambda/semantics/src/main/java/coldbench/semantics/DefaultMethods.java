package coldbench.semantics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.teavm.model.AccessLevel;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHierarchy;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassReader;
import org.teavm.model.ClassReaderSource;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReader;
import org.teavm.model.Program;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.ExitInstruction;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;

/**
 * A method that several superinterfaces declare, and no class, is that of the one which overrides
 * the others, where TeaVM takes the one it comes to first. A type that has it so gets a method of
 * its own, which calls the right one. Source:
 * https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-5.html#jvms-5.4.6
 */
final class DefaultMethods {
  private final ClassHierarchy hierarchy;
  private final ClassReaderSource classes;

  /**
   * @param hierarchy of the classes as they were compiled, without what is added here
   */
  DefaultMethods(ClassHierarchy hierarchy) {
    this.hierarchy = hierarchy;
    this.classes = hierarchy.getClassSource();
  }

  void apply(ClassHolder cls) {
    Set<ClassReader> interfaces = new LinkedHashSet<>();
    List<ClassReader> declaring = new ArrayList<>(List.of(cls));
    addInterfaces(cls, interfaces);
    for (ClassReader c = parent(cls); c != null; c = parent(c)) {
      declaring.add(c);
      addInterfaces(c, interfaces);
    }
    inherited(interfaces)
        .forEach(
            (method, owners) -> {
              if (owners.size() > 1
                  && declaring.stream().allMatch(c -> c.getMethod(method) == null)) {
                mostSpecific(method, owners).ifPresent(m -> cls.addMethod(calling(m)));
              }
            });
  }

  private ClassReader parent(ClassReader cls) {
    return cls.getParent() == null ? null : classes.get(cls.getParent());
  }

  private void addInterfaces(ClassReader cls, Set<ClassReader> found) {
    for (String name : cls.getInterfaces()) {
      ClassReader type = classes.get(name);
      if (type != null && found.add(type)) {
        addInterfaces(type, found);
      }
    }
  }

  private static Map<MethodDescriptor, List<ClassReader>> inherited(Set<ClassReader> interfaces) {
    Map<MethodDescriptor, List<ClassReader>> owners = new LinkedHashMap<>();
    for (ClassReader type : interfaces) {
      for (MethodReader method : type.getMethods()) {
        if (!method.hasModifier(ElementModifier.STATIC)
            && method.getLevel() != AccessLevel.PRIVATE) {
          owners.computeIfAbsent(method.getDescriptor(), m -> new ArrayList<>()).add(type);
        }
      }
    }
    return owners;
  }

  /** Nothing where it is abstract, or where there are two: that is left to fail. */
  private Optional<MethodReader> mostSpecific(MethodDescriptor method, List<ClassReader> owners) {
    List<MethodReader> found =
        owners.stream()
            .filter(one -> owners.stream().noneMatch(other -> extendsIt(other, one)))
            .map(owner -> owner.getMethod(method))
            .filter(m -> !m.hasModifier(ElementModifier.ABSTRACT))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private boolean extendsIt(ClassReader type, ClassReader other) {
    return type != other && hierarchy.isSuperType(other.getName(), type.getName(), false);
  }

  private static MethodHolder calling(MethodReader called) {
    MethodHolder method = new MethodHolder(called.getDescriptor());
    method.setLevel(AccessLevel.PUBLIC);
    method.getModifiers().add(ElementModifier.SYNTHETIC);
    Program program = new Program();
    InvokeInstruction call = new InvokeInstruction();
    call.setType(InvocationType.SPECIAL);
    call.setInstance(program.createVariable());
    call.setMethod(called.getReference());
    Variable[] arguments = new Variable[called.parameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = program.createVariable();
    }
    call.setArguments(arguments);
    ExitInstruction exit = new ExitInstruction();
    if (called.getResultType() != ValueType.VOID) {
      call.setReceiver(program.createVariable());
      exit.setValueToReturn(call.getReceiver());
    }
    BasicBlock block = program.createBasicBlock();
    block.add(call);
    block.add(exit);
    method.setProgram(program);
    return method;
  }
}
