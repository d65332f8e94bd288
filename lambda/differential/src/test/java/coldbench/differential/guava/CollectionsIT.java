package coldbench.differential.guava;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.differential.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The JDK's collections pass natively those of guava-testlib's tests that they pass on a JVM. */
@Tag("long")
class CollectionsIT {
  private static final Path FOLDER = Path.of(System.getProperty("guava.folder"));

  /** Testlib's own, such as of a set that is not to be added to, and JDKs vary in them. */
  private static final int MOST_THAT_FAIL_ON_A_JVM = 60;

  @Test
  void collectionsPassTheTestsThatTheyPassOnAJvm() throws Exception {
    SuiteSources sources = SuiteSources.of(List.of(Subject.values()));
    assertThat(sources.count()).isGreaterThan(126_000);
    String classPath = compiled(sources);
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
        FOLDER,
        // Faster to compile, and the compiler's own checks would find TeaVM's ways with pointers.
        "-Dnative.optimize=-O0 -fno-sanitize=undefined");
    Path bootstrap = FOLDER.resolve(Program.architecture()).resolve("bootstrap");
    assertThat(outcomes(List.of(bootstrap.toString()))).isEqualTo(expected);
  }

  private static String compiled(SuiteSources sources) throws IOException {
    String needed = System.getProperty("java.class.path");
    Path classes = FOLDER.resolve("classes");
    Program.compile(sources.write(FOLDER.resolve("java")), needed, classes);
    return classes + File.pathSeparator + needed;
  }

  /** Without messages, which may be worded otherwise. */
  private static List<String> outcomes(List<String> command) throws Exception {
    return Program.run(command, Map.of()).stream()
        .map(line -> line.replaceFirst("(" + Trial.THROWN + "[^:]*): .*", "$1"))
        .toList();
  }
}
