package coldbench.semantics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.function.Consumer;
import org.teavm.asm.ClassReader;
import org.teavm.asm.ClassWriter;
import org.teavm.asm.tree.ClassNode;

/** Classes of TeaVM's that are defined here, changed, before they are loaded. */
final class ChangedClass {
  private ChangedClass() {}

  /**
   * Once in a process.
   *
   * @param name with slashes
   * @param neighbour a class of the same package
   */
  static void define(String name, Class<?> neighbour, Consumer<ClassNode> change) {
    try (InputStream in =
        ChangedClass.class.getClassLoader().getResourceAsStream(name + ".class")) {
      ClassNode node = new ClassNode();
      new ClassReader(in.readAllBytes()).accept(node, 0);
      change.accept(node);
      ClassWriter writer = new ClassWriter(0);
      node.accept(writer);
      MethodHandles.privateLookupIn(neighbour, MethodHandles.lookup())
          .defineClass(writer.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
