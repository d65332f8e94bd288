package coldbench.semantics;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The C side of the repairs. */
public final class CSources {
  /**
   * What a compiler must be told so that C keeps Java's meaning of overflow, aliasing and floating
   * point.
   */
  public static final List<String> FLAGS =
      List.of("-fwrapv", "-fno-strict-aliasing", "-ffp-contract=off");

  private static final String MAIN = "semantics.c";
  private static final String COLLECTOR = "collector.c";
  private static final String MEMORY = "memory.c";
  private static final String THEIRS =
      "static int32_t teavm_gc_calculateWorkSize(int64_t heapSize)";

  private static final Pattern SPILLED_POINTER =
      Pattern.compile("volatile (\\w+)\\* (teavm_spill_)");

  /** Not the text after an escaped backslash. */
  private static final Pattern CONTROL_NAME =
      Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u00([89][0-9A-Fa-f])");

  private static final Pattern CONSTANT_PRINTED =
      Pattern.compile("teavm_printWString\\(L(\"[^\"]*\")\\)");

  private CSources() {}

  /**
   * Repairs the C that TeaVM wrote, in place: its heap (memory.c) is exchanged by ours, and a file
   * is added that puts the rest right and includes all others. Calling it again on the same folder
   * changes nothing.
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
    String collector = resource(COLLECTOR);
    String found = Files.readString(memory);
    if (!found.contains(THEIRS) && !found.equals(collector)) {
      throw unknown(memory, "the heap", CSources.class);
    }
    Files.writeString(memory, collector);
    RuntimeFiles.mend(generatedC);
    WrittenClasses.putTogether(generatedC);
    try (Stream<Path> files = Files.walk(generatedC)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".c")).toList()) {
        mend(file);
      }
    }
    Path callSites = generatedC.resolve("callsites.c");
    if (Files.exists(callSites)) {
      CallSites.compact(callSites, resource("callsite.c"));
    }
    Path main = generatedC.resolve(MAIN);
    Files.writeString(main, resource(MAIN));
    return main;
  }

  static IllegalStateException unknown(Path file, String what, Class<?> repair) {
    return new IllegalStateException(
        "%s is not %s of TeaVM %s, which the repairs are written for. Pin that version or revise %s."
            .formatted(file, what, PinnedTeaVM.VERSION, repair.getName()));
  }

  private static void mend(Path file) throws IOException {
    String found = Files.readString(file);
    String checked = CheckedAccess.notedOnFailure(keptSpills(found));
    String filled = octalControls(ArrayFills.withoutClearing(checked));
    String mended = CallSites.asked(withoutBallast(filled));
    if (!mended.equals(found)) {
      Files.writeString(file, mended);
    }
  }

  /**
   * What a try block assigns and its handler reads goes through a variable that longjmp must not
   * lose. TeaVM declares a pointer to something volatile where it means a volatile pointer.
   */
  private static String keptSpills(String source) {
    return SPILLED_POINTER.matcher(source).replaceAll("$1* volatile $2");
  }

  /** C knows no universal names of control characters; TeaVM writes U+0080 to U+009F so. */
  private static String octalControls(String source) {
    return CONTROL_NAME
        .matcher(source)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1)
                        + "\\"
                        + Integer.toOctalString(Integer.parseInt(found.group(2), 16))));
  }

  /** A timer for threads, of which there is one, and printf for the sake of constant texts. */
  private static String withoutBallast(String source) {
    return CONSTANT_PRINTED
        .matcher(source)
        .replaceAll("fputs($1, stderr)")
        .replace("    teavm_initFiber();", "");
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
