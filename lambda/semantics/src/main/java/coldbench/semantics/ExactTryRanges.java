package coldbench.semantics;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teavm.asm.ClassReader;
import org.teavm.asm.ClassWriter;
import org.teavm.asm.Opcodes;
import org.teavm.asm.tree.AbstractInsnNode;
import org.teavm.asm.tree.ClassNode;
import org.teavm.asm.tree.LabelNode;
import org.teavm.asm.tree.MethodNode;
import org.teavm.asm.tree.TryCatchBlockNode;
import org.teavm.extension.spi.substitution.SubstitutionPolicy;

/**
 * Class files as TeaVM has to read them: no try block contains an assignment of a local variable.
 *
 * <p>Where a variable has several values in the course of one basic block, TeaVM notes all of them
 * for the handler, and which one holds by the place where each is computed. A value that is only
 * copied is computed elsewhere: the handler then saw whichever came last, and of a parameter the
 * one that it was going to have. Assignments do not throw, so a try block may as well be left for
 * each, and then has one value of each variable. {@link TryBlocks} closes the gaps again, when the
 * values are known.
 */
public final class ExactTryRanges extends ClassLoader {
  /** The given one's classes and resources; the class files are read as TeaVM has to. */
  public ExactTryRanges(ClassLoader parent) {
    super(parent);
  }

  @Override
  public URL getResource(String name) {
    URL found = JdkClasses.hides(name) ? null : getParent().getResource(name);
    return found == null || !name.endsWith(".class") ? found : exact(found);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    List<URL> found =
        JdkClasses.hides(name)
            ? new ArrayList<>()
            : Collections.list(getParent().getResources(name));
    if (name.endsWith(".class")) {
      found.replaceAll(ExactTryRanges::exact);
    } else if (name.endsWith(SubstitutionPolicy.class.getName())) {
      // Of several rules for a class TeaVM takes the first: ours.
      found.sort(Comparator.comparing(ExactTryRanges::isTeaVms));
    }
    return Collections.enumeration(found);
  }

  private static boolean isTeaVms(URL service) {
    return service.toString().contains("teavm-classlib");
  }

  private static URL exact(URL classFile) {
    try {
      return new URL(null, classFile.toExternalForm(), new Reader(classFile));
    } catch (IOException e) {
      throw new IllegalStateException("A URL that was one is one: " + classFile, e);
    }
  }

  private static final class Reader extends URLStreamHandler {
    private final URL classFile;

    Reader(URL classFile) {
      this.classFile = classFile;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() throws IOException {
          try (InputStream in = classFile.openStream()) {
            return new ByteArrayInputStream(exact(in.readAllBytes()));
          }
        }
      };
    }
  }

  static byte[] exact(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, 0);
    if (type.methods.stream().allMatch(method -> method.tryCatchBlocks.isEmpty())) {
      return classFile;
    }
    for (MethodNode method : type.methods) {
      Map<AbstractInsnNode, Gap> gaps = new HashMap<>();
      List<TryCatchBlockNode> exact = new ArrayList<>();
      for (TryCatchBlockNode block : method.tryCatchBlocks) {
        split(block, method, gaps, exact);
      }
      method.tryCatchBlocks = exact;
    }
    ClassWriter writer = new ClassWriter(0);
    type.accept(writer);
    return writer.toByteArray();
  }

  /** The labels around an assignment. */
  private record Gap(LabelNode before, LabelNode after) {}

  private static void split(
      TryCatchBlockNode block,
      MethodNode method,
      Map<AbstractInsnNode, Gap> gaps,
      List<TryCatchBlockNode> parts) {
    LabelNode start = block.start;
    boolean empty = true;
    for (AbstractInsnNode at = block.start; at != block.end; at = at.getNext()) {
      if (assigns(at)) {
        Gap gap = gaps.computeIfAbsent(at, assignment -> gapAround(assignment, method));
        if (!empty) {
          parts.add(new TryCatchBlockNode(start, gap.before, block.handler, block.type));
        }
        start = gap.after;
        empty = true;
      } else if (at.getOpcode() >= 0) {
        empty = false;
      }
    }
    if (!empty) {
      parts.add(new TryCatchBlockNode(start, block.end, block.handler, block.type));
    }
  }

  private static Gap gapAround(AbstractInsnNode assignment, MethodNode method) {
    Gap gap = new Gap(new LabelNode(), new LabelNode());
    method.instructions.insertBefore(assignment, gap.before);
    method.instructions.insert(assignment, gap.after);
    return gap;
  }

  private static boolean assigns(AbstractInsnNode instruction) {
    int opcode = instruction.getOpcode();
    return opcode == Opcodes.IINC || (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE);
  }
}
