package coldbench.semantics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.teavm.model.AccessLevel;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassReader;
import org.teavm.model.ClassReaderSource;
import org.teavm.model.ElementModifier;
import org.teavm.model.Instruction;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReader;
import org.teavm.model.Program;
import org.teavm.model.ValueType;
import org.teavm.model.instructions.ExitInstruction;
import org.teavm.model.instructions.InitClassInstruction;

/**
 * Before a class of the program is initialized, its superclass is, and those of its superinterfaces
 * that declare default methods. Source:
 * https://docs.oracle.com/javase/specs/jls/se17/html/jls-12.html#jls-12.4.1
 */
final class InitializationOrder {
  private static final MethodDescriptor INITIALIZER =
      new MethodDescriptor("<clinit>", ValueType.VOID);

  private final ClassReaderSource classes;

  InitializationOrder(ClassReaderSource classes) {
    this.classes = classes;
  }

  void apply(ClassHolder cls) {
    if (cls.hasModifier(ElementModifier.INTERFACE) || !Refusals.isOfTheProgram(cls.getName())) {
      return;
    }
    Set<String> before = before(cls);
    if (before.isEmpty()) {
      return;
    }
    List<Instruction> initializations = new ArrayList<>();
    for (String name : before) {
      InitClassInstruction initialization = new InitClassInstruction();
      initialization.setClassName(name);
      initializations.add(initialization);
    }
    MethodHolder own = cls.getMethod(INITIALIZER);
    if (own == null) {
      cls.addMethod(initializer(initializations));
    } else {
      own.getProgram().basicBlockAt(0).addFirstAll(initializations);
    }
  }

  private static MethodHolder initializer(List<Instruction> initializations) {
    MethodHolder method = new MethodHolder(INITIALIZER);
    method.setLevel(AccessLevel.PRIVATE);
    method.getModifiers().add(ElementModifier.STATIC);
    Program program = new Program();
    program.createVariable();
    BasicBlock block = program.createBasicBlock();
    block.addAll(initializations);
    block.add(new ExitInstruction());
    method.setProgram(program);
    return method;
  }

  private Set<String> before(ClassReader cls) {
    Set<String> found = new LinkedHashSet<>();
    String parent = cls.getParent();
    ClassReader parentClass =
        parent == null || !Refusals.isOfTheProgram(parent) ? null : classes.get(parent);
    if (parentClass != null
        && (parentClass.getMethod(INITIALIZER) != null || !before(parentClass).isEmpty())) {
      found.add(parent);
    }
    interfaces(cls, found);
    return found;
  }

  private void interfaces(ClassReader cls, Set<String> found) {
    for (String name : cls.getInterfaces()) {
      ClassReader type = Refusals.isOfTheProgram(name) ? classes.get(name) : null;
      if (type != null) {
        interfaces(type, found);
        if (type.getMethod(INITIALIZER) != null && declaresDefault(type)) {
          found.add(name);
        }
      }
    }
  }

  private static boolean declaresDefault(ClassReader type) {
    for (MethodReader method : type.getMethods()) {
      if (!method.hasModifier(ElementModifier.STATIC)
          && !method.hasModifier(ElementModifier.ABSTRACT)) {
        return true;
      }
    }
    return false;
  }
}
