package coldbench.semantics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Most of what C has of a class is constant. What a program writes there as it starts, that a class
 * is initialized, its object and its array's class, is written to few of them: they lie together
 * here, since each page that is written is one that the kernel has to copy first.
 */
final class WrittenClasses {
  private static final String SECTION =
      "alignas(8) __attribute__((section(\".data.coldbench_written\"))) ";

  private static final List<Pattern> WRITING =
      List.of(
          Pattern.compile("^void initclass_(\\w+)\\(\\) \\{", Pattern.MULTILINE),
          Pattern.compile("teavm_getClassObject\\(\\(TeaVM_Class\\*\\) &(\\w+)_Cls\\)"),
          Pattern.compile("teavm_getArrayClass\\(\\(TeaVM_Class\\*\\) &(\\w+)_Cls\\)"));

  private static final Pattern DEFINITION =
      Pattern.compile("^alignas\\(8\\) (?=\\w+ (\\w+)_Cls = \\{)", Pattern.MULTILINE);

  private WrittenClasses() {}

  /** Doing it again changes nothing. */
  static void putTogether(Path generatedC) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(generatedC)) {
      files = all.filter(file -> file.toString().endsWith(".c")).toList();
    }
    Set<String> written = new HashSet<>();
    for (Path file : files) {
      String source = Files.readString(file);
      for (Pattern writing : WRITING) {
        writing.matcher(source).results().map(found -> found.group(1)).forEach(written::add);
      }
    }
    for (Path file : files) {
      String source = Files.readString(file);
      String together =
          DEFINITION
              .matcher(source)
              .replaceAll(found -> written.contains(found.group(1)) ? SECTION : found.group());
      if (!together.equals(source)) {
        Files.writeString(file, together);
      }
    }
  }
}
