package coldbench.semantics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassReader;
import org.teavm.model.ClassReaderSource;
import org.teavm.model.Instruction;
import org.teavm.model.InvokeDynamicInstruction;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHandle;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.RuntimeConstant;
import org.teavm.model.instructions.InvokeInstruction;

/** The methods of the JDK that a program calls, or refers to, by the class it calls them on. */
final class JdkCalls {
  interface Found {
    void call(Instruction at, MethodReference called);
  }

  private static final List<String> PACKAGES =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

  private final ClassReaderSource classes;

  JdkCalls(ClassReaderSource classes) {
    this.classes = classes;
  }

  static boolean isJdk(String className) {
    return PACKAGES.stream().anyMatch(className::startsWith);
  }

  void each(Program program, Found found) {
    for (BasicBlock block : program.getBasicBlocks()) {
      for (Instruction instruction : block) {
        methods(instruction, method -> ofJdk(method).ifPresent(m -> found.call(instruction, m)));
      }
    }
  }

  private static void methods(Instruction instruction, Consumer<MethodReference> each) {
    if (instruction instanceof InvokeInstruction call) {
      each.accept(call.getMethod());
    } else if (instruction instanceof InvokeDynamicInstruction dynamic) {
      for (RuntimeConstant argument : dynamic.getBootstrapArguments()) {
        if (argument.getKind() == RuntimeConstant.METHOD_HANDLE) {
          method(argument.getMethodHandle()).ifPresent(each);
        }
      }
    }
  }

  private static Optional<MethodReference> method(MethodHandle handle) {
    return switch (handle.getKind()) {
      case GET_FIELD, GET_STATIC_FIELD, PUT_FIELD, PUT_STATIC_FIELD -> Optional.empty();
      default ->
          Optional.of(
              new MethodReference(
                  handle.getClassName(),
                  new MethodDescriptor(handle.getName(), handle.signature())));
    };
  }

  /** On a class of the program's own: what that inherits from the JDK. */
  private Optional<MethodReference> ofJdk(MethodReference called) {
    Deque<String> open = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    open.add(called.getClassName());
    while (!open.isEmpty()) {
      String name = open.poll();
      if (isJdk(name)) {
        return Optional.of(new MethodReference(name, called.getDescriptor()));
      }
      ClassReader cls = seen.add(name) ? classes.get(name) : null;
      if (cls == null) {
        continue;
      }
      if (cls.getMethod(called.getDescriptor()) != null) {
        return Optional.empty();
      }
      if (cls.getParent() != null && !cls.getParent().equals("java.lang.Object")) {
        open.add(cls.getParent());
      }
      open.addAll(cls.getInterfaces());
    }
    return Optional.empty();
  }
}
