package coldbench.semantics;

import java.util.EnumSet;
import org.teavm.model.AccessLevel;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassReader;
import org.teavm.model.ClassReaderSource;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReader;

/**
 * Methods of the class library in place of TeaVM's, or beside them. Those of {@code java.util.List}
 * stand in {@value #PACKAGE}{@code util.List}, with the same names and descriptors; there {@code
 * (List) (Object) this} is the receiver. Of each other they may only call static methods: who calls
 * an instance method of ours is not followed to what takes its place.
 */
final class LibraryMethods {
  static final String PACKAGE = "coldbench.semantics.library.";
  private static final String JAVA = "java.";

  private LibraryMethods() {}

  static void apply(ClassHolder target, ClassReaderSource classes) {
    if (!target.getName().startsWith(JAVA)) {
      return;
    }
    ClassReader ours = classes.get(PACKAGE + target.getName().substring(JAVA.length()));
    if (ours == null) {
      return;
    }
    for (MethodReader method : ours.getMethods()) {
      if (method.getLevel() == AccessLevel.PUBLIC && !method.getName().equals("<init>")) {
        put(method, target);
      }
    }
  }

  private static void put(MethodReader ours, ClassHolder target) {
    MethodHolder method = target.getMethod(ours.getDescriptor());
    if (method == null) {
      method = new MethodHolder(ours.getDescriptor());
      method.setLevel(AccessLevel.PUBLIC);
      method.getModifiers().addAll(EnumSet.copyOf(ours.readModifiers()));
      target.addMethod(method);
    }
    method.getModifiers().remove(ElementModifier.NATIVE);
    method.getModifiers().remove(ElementModifier.ABSTRACT);
    method.getAnnotations().removeAll();
    method.setProgram(CopiedBody.of(ours));
  }
}
