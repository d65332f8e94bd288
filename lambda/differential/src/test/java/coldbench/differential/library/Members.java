package coldbench.differential.library;

import coldbench.semantics.ExactTryRanges;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.teavm.model.ClassReader;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.ReferenceCache;
import org.teavm.model.ValueType;
import org.teavm.parsing.ClasspathClassHolderSource;
import org.teavm.parsing.ClasspathResourceProvider;

/** The public classes, constructors and methods that both this JDK and TeaVM's library have. */
final class Members {
  private static final ClassLoader AS_COMPILED = new ExactTryRanges(Members.class.getClassLoader());

  private final ClasspathClassHolderSource natively =
      new ClasspathClassHolderSource(
          new ClasspathResourceProvider(AS_COMPILED), new ReferenceCache(), AS_COMPILED);

  /** The public classes of the JDK's base module in these packages, in the order of their names. */
  static List<Class<?>> classes(Set<String> packages) throws IOException {
    Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", "java.base");
    List<Class<?>> found = new ArrayList<>();
    for (String name : packages) {
      try (Stream<Path> files = Files.list(base.resolve(name.replace('.', '/')))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
          String simple = file.getFileName().toString().replaceFirst("\\.class$", "");
          Class<?> type = aClass(name + "." + simple);
          if (isPublic(type) && !type.isAnnotation()) {
            found.add(type);
          }
        }
      }
    }
    found.sort(Comparator.comparing(Class::getName));
    return found;
  }

  private static Class<?> aClass(String name) {
    try {
      return Class.forName(name, false, null);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("The JDK has a file of " + name, e);
    }
  }

  private static boolean isPublic(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getEnclosingClass()) {
      if (!Modifier.isPublic(c.getModifiers())) {
        return false;
      }
    }
    return true;
  }

  List<Constructor<?>> constructors(Class<?> type) {
    return Modifier.isAbstract(type.getModifiers()) || type.isEnum()
        ? List.of()
        : Arrays.stream(type.getConstructors())
            .filter(c -> has(type, descriptor("<init>", void.class, c)))
            .sorted(Comparator.comparing(Constructor::toString))
            .toList();
  }

  List<Method> methods(Class<?> type) {
    return Stream.of(type.getMethods())
        .filter(m -> !m.isBridge() && !m.isSynthetic())
        .filter(m -> m.getDeclaringClass() != Object.class)
        .filter(m -> !Modifier.isStatic(m.getModifiers()) || m.getDeclaringClass() == type)
        .filter(m -> has(type, descriptor(m.getName(), m.getReturnType(), m)))
        .sorted(Comparator.comparing(Members::key))
        .toList();
  }

  static String key(Method m) {
    return m.getName() + descriptorText(m, m.getReturnType());
  }

  static String descriptorText(Executable e, Class<?> result) {
    return ValueType.methodTypeToString(signature(e, result));
  }

  private static ValueType[] signature(Executable e, Class<?> result) {
    return Stream.concat(Arrays.stream(e.getParameterTypes()), Stream.of(result))
        .map(ValueType::parse)
        .toArray(ValueType[]::new);
  }

  private static MethodDescriptor descriptor(String name, Class<?> result, Executable e) {
    return new MethodDescriptor(name, signature(e, result));
  }

  private boolean has(Class<?> type, MethodDescriptor method) {
    Deque<String> open = new ArrayDeque<>(List.of(type.getName()));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String name = open.pop();
      ClassReader cls = seen.add(name) ? natively.get(name) : null;
      if (cls == null) {
        continue;
      }
      var found = cls.getMethod(method);
      if (found != null) {
        return !found.hasModifier(ElementModifier.SYNTHETIC);
      }
      if (cls.getParent() != null && !method.getName().equals("<init>")) {
        open.add(cls.getParent());
        open.addAll(cls.getInterfaces());
      }
      if (cls.getParent() == null) {
        open.addAll(cls.getInterfaces());
      }
    }
    return false;
  }
}
