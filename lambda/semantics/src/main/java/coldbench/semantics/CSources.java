package coldbench.semantics;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The C side of the repairs. */
public final class CSources {
  /**
   * What a compiler must be told so that C keeps Java's meaning of overflow, aliasing and floating
   * point.
   */
  public static final List<String> FLAGS =
      List.of("-fwrapv", "-fno-strict-aliasing", "-ffp-contract=off");

  private static final String MAIN = "semantics.c";
  private static final String MEMORY = "memory.c";
  private static final String WORK_AREA = "return (int32_t) (heapSize / 16);";

  private CSources() {}

  /**
   * Repairs the C that TeaVM wrote, in place. Calling it again on the same folder changes nothing.
   *
   * @param generatedC the folder with all.c in it
   * @return the one file to compile, in that folder; it takes the place of all.c
   * @throws IllegalStateException if the folder's files are not those of {@link
   *     PinnedTeaVM#VERSION}
   */
  public static Path prepare(Path generatedC) throws IOException {
    if (!Files.isRegularFile(generatedC.resolve("all.c"))) {
      throw new IllegalStateException(
          generatedC + " has no all.c: it is no output of TeaVM's C backend. Run TeaVM first.");
    }
    Path memory = generatedC.resolve(MEMORY);
    String source = Files.readString(memory);
    String repaired = enlargeWorkArea(source);
    if (!repaired.equals(source)) {
      Files.writeString(memory, repaired);
    }
    Path main = generatedC.resolve(MAIN);
    Files.writeString(main, resource(MAIN));
    return main;
  }

  /**
   * TeaVM's work area holds one mark for every 64 bytes of heap, and objects have 8: an ArrayList
   * of 100,000 Integers is too much for it. The area is reserved, and takes memory only where it is
   * written.
   */
  private static String enlargeWorkArea(String memory) {
    String enlarged = "return (int32_t) (heapSize * 2);";
    if (memory.contains(enlarged)) {
      return memory;
    }
    if (!memory.contains(WORK_AREA)) {
      throw new IllegalStateException(
          MEMORY
              + " has no line '"
              + WORK_AREA
              + "': the repair does not fit. It is written for TeaVM "
              + PinnedTeaVM.VERSION
              + "; pin that version or revise "
              + CSources.class.getName()
              + ".");
    }
    return memory.replace(WORK_AREA, enlarged);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = CSources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar of coldbench-semantics");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
