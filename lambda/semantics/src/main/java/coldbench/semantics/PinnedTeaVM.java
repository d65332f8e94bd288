package coldbench.semantics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The version of TeaVM that the repairs are written for. Its jars do not say their version, so it
 * is told by the bytes of what the repairs touch.
 */
public final class PinnedTeaVM {
  public static final String VERSION = "0.15.0";

  private static final String DIGEST =
      "896e082cef135136a3d63ff54b3bce0c9d3867a3e1b8caff0285d4f530859d14";

  private static final List<String> TOUCHED =
      List.of(
          InliningRepair.REPAIRED + ".class",
          "org/teavm/model/optimization/RedundantJumpElimination.class",
          FieldReadsRepair.REPAIRED + ".class",
          "org/teavm/model/util/BasicBlockSplitter.class",
          "org/teavm/runtime/Allocator.class",
          "org/teavm/runtime/ExceptionHandling.class",
          "org/teavm/runtime/GC.class",
          "org/teavm/runtime/MarkQueue.class",
          "org/teavm/runtime/RuntimeClass.class",
          "org/teavm/runtime/ShadowStack.class",
          "org/teavm/backend/c/CTarget.class",
          "org/teavm/backend/c/generate/CodeGenerationVisitor.class",
          "org/teavm/backend/c/core.h",
          "org/teavm/backend/c/exceptions.h",
          "org/teavm/backend/c/memory.c",
          "org/teavm/backend/c/references.h",
          "org/teavm/backend/c/stack.h");

  private PinnedTeaVM() {}

  /**
   * Throws an IllegalStateException if the TeaVM on the class path is another than {@link
   * #VERSION}.
   */
  static void check() {
    String digest = digest();
    if (!digest.equals(DIGEST)) {
      throw new IllegalStateException(
          "The repairs of coldbench.semantics are written for TeaVM "
              + VERSION
              + ", and the TeaVM of this build is another (digest "
              + digest
              + "). Pin teavm.version to "
              + VERSION
              + ", or revise every repair for the new version and set the digest in "
              + PinnedTeaVM.class.getName()
              + ".");
    }
  }

  static String digest() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (String name : TOUCHED) {
        try (InputStream in = PinnedTeaVM.class.getClassLoader().getResourceAsStream(name)) {
          if (in == null) {
            throw new IllegalStateException(
                "The TeaVM of this build has no " + name + "; " + VERSION + " has.");
          }
          sha256.update(in.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
