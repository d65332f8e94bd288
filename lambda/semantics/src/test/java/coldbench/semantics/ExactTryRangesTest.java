package coldbench.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teavm.asm.ClassReader;
import org.teavm.asm.Opcodes;
import org.teavm.asm.tree.AbstractInsnNode;
import org.teavm.asm.tree.ClassNode;
import org.teavm.asm.tree.MethodNode;
import org.teavm.asm.tree.TryCatchBlockNode;
import org.teavm.vm.spi.TeaVMHost;

class ExactTryRangesTest {
  @SuppressWarnings("unused")
  private static int nested(String text) {
    int result = 0;
    try {
      result = Integer.parseInt(text);
      try {
        result += Integer.parseInt(text.substring(1));
        result++;
      } finally {
        result = text.length() + result;
      }
    } catch (NumberFormatException e) {
      return result;
    }
    return result + 1;
  }

  private static List<AbstractInsnNode> guarded(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, 0);
    List<AbstractInsnNode> guarded = new ArrayList<>();
    for (MethodNode method : type.methods) {
      for (TryCatchBlockNode block : method.tryCatchBlocks) {
        for (var at = (AbstractInsnNode) block.start; at != block.end; at = at.getNext()) {
          guarded.add(at);
        }
      }
    }
    return guarded;
  }

  private static long count(List<AbstractInsnNode> instructions, int from, int to) {
    return instructions.stream().filter(i -> from <= i.getOpcode() && i.getOpcode() <= to).count();
  }

  private static byte[] read(ClassLoader loader) throws IOException {
    String name = ExactTryRangesTest.class.getName().replace('.', '/') + ".class";
    try (InputStream in = loader.getResources(name).nextElement().openStream()) {
      return in.readAllBytes();
    }
  }

  @Test
  void withAnotherClassLoaderTheBuildFails() {
    ClassLoader loader = ExactTryRangesTest.class.getClassLoader();
    var host =
        (TeaVMHost)
            Proxy.newProxyInstance(
                loader,
                new Class<?>[] {TeaVMHost.class},
                (proxy, method, arguments) ->
                    method.getName().equals("getPlatformTags") ? new String[] {"c"} : loader);
    assertThatThrownBy(() -> new JavaSemantics().install(host))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Give it a class loader of coldbench.semantics.ExactTryRanges");
  }

  @Test
  void noTryBlockContainsAnAssignmentAndNothingElseIsLeftOut() throws Exception {
    ClassLoader loader = ExactTryRangesTest.class.getClassLoader();
    List<AbstractInsnNode> before = guarded(read(loader));
    List<AbstractInsnNode> after = guarded(read(new ExactTryRanges(loader)));
    assertThat(count(before, Opcodes.ISTORE, Opcodes.ASTORE)).isPositive();
    assertThat(count(before, Opcodes.IINC, Opcodes.IINC)).isPositive();
    assertThat(count(after, Opcodes.ISTORE, Opcodes.ASTORE)).isZero();
    assertThat(count(after, Opcodes.IINC, Opcodes.IINC)).isZero();
    int calls = Opcodes.INVOKEVIRTUAL;
    assertThat(count(before, calls, calls + 4))
        .isPositive()
        .isEqualTo(count(after, calls, calls + 4));
  }
}
