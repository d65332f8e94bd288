package coldbench.differential.guava;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.differential.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JDK's collections pass natively those of guava-testlib's tests that they pass on a JVM. */
@Tag("long")
class CollectionsIT {
  private static final Path FOLDER = Path.of(System.getProperty("guava.folder"));

  /** Testlib's own, such as of a set that is not to be added to, and JDKs vary in them. */
  private static final int MOST_THAT_FAIL_ON_A_JVM = 60;

  static Stream<List<Subject>> some() {
    return Stream.of(
        List.of(
            Subject.ARRAY_LIST,
            Subject.LINKED_LIST,
            Subject.LIST_OF,
            Subject.HASH_SET,
            Subject.ENUM_SET,
            Subject.ARRAY_DEQUE,
            Subject.PRIORITY_QUEUE,
            Subject.CHECKED_NAVIGABLE_SET,
            Subject.LINKED_HASH_MAP,
            Subject.ENUM_MAP,
            Subject.CONCURRENT_HASH_MAP));
  }

  @ParameterizedTest
  @MethodSource("some")
  void someCollectionsPassTheTestsThatTheyPassOnAJvm(List<Subject> subjects) throws Exception {
    compare(subjects, FOLDER.resolve("some"), 6_000);
  }

  static Stream<List<Subject>> others() {
    Set<Subject> done = Set.copyOf(some().findFirst().orElseThrow());
    return Stream.of(
        Arrays.stream(Subject.values()).filter(subject -> !done.contains(subject)).toList());
  }

  @ParameterizedTest
  @MethodSource("others")
  void otherCollectionsPassTheTestsThatTheyPassOnAJvm(List<Subject> subjects) throws Exception {
    compare(subjects, FOLDER.resolve("others"), 120_000);
  }

  private static void compare(List<Subject> subjects, Path folder, int atLeast) throws Exception {
    SuiteSources sources = SuiteSources.of(subjects);
    assertThat(sources.count()).isGreaterThan(atLeast);
    String classPath = compiled(sources, folder);
    List<String> expected =
        outcomes(Program.java("-Xss8m", "-classpath", classPath, SuiteSources.MAIN));
    long failed = expected.stream().filter(line -> line.contains(Trial.THROWN)).count();
    System.out.println(
        sources.count() + " tests of guava-testlib, of which " + failed + " fail on a JVM too");
    assertThat(failed).isLessThan(MOST_THAT_FAIL_ON_A_JVM);
    Program.build(
        SuiteSources.MAIN,
        classPath,
        Program.architecture(),
        folder,
        // Faster to compile, and the compiler's own checks would find TeaVM's ways with pointers.
        "-Dnative.optimize=-O0 -fno-sanitize=undefined");
    Path bootstrap = folder.resolve(Program.architecture()).resolve("bootstrap");
    assertThat(outcomes(List.of(bootstrap.toString()))).isEqualTo(expected);
  }

  private static String compiled(SuiteSources sources, Path folder) throws IOException {
    String needed = System.getProperty("java.class.path");
    Path classes = folder.resolve("classes");
    Program.compile(sources.write(folder.resolve("java")), needed, classes);
    return classes + File.pathSeparator + needed;
  }

  /** Without messages, which may be worded otherwise. */
  private static List<String> outcomes(List<String> command) throws Exception {
    return Program.run(command, Map.of()).stream()
        .map(line -> line.replaceFirst("(" + Trial.THROWN + "[^:]*): .*", "$1"))
        .toList();
  }
}
