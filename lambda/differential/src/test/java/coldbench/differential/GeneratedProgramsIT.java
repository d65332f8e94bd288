package coldbench.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coldbench.differential.programs.GeneratedProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs that nobody wrote, on a JVM and natively. What differs is found step by step with the
 * arguments {@code CLASS METHOD ROW} of the program, which then prints every value on its way.
 */
class GeneratedProgramsIT {
  private static final Path FOLDER = Path.of(System.getProperty("programs.folder"));
  private static final int METHODS = 7;

  /** javac 17 does on a few of a hundred classes, of lambdas in code that cannot be reached. */
  private static final int JAVAC_ITSELF_FAILED = 4;

  static LongStream seeds() {
    long first = Long.getLong("programs.seed");
    return LongStream.range(first, first + Long.getLong("programs.count"));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyMethodDoesWhatItDoesOnAJvm(long seed) throws Exception {
    Path folder = FOLDER.resolve("seed-" + seed);
    Path classes = compile(folder, seed);
    List<String> expected =
        Program.run(
            Program.java("-Xss8m", "-classpath", path(classes), GeneratedProgram.MAIN), Map.of());
    Program.build(
        GeneratedProgram.MAIN, path(classes), System.getProperty("differential.arch"), folder);
    assertThat(expected).hasSizeGreaterThan(METHODS * 20);
    for (Executable executable : Executable.all(folder).toList()) {
      assertThat(Program.run(executable.command(), Map.of()))
          .as(executable.toString())
          .isEqualTo(expected);
    }
  }

  private static Path compile(Path folder, long seed) throws IOException {
    int size = Integer.getInteger("programs.classes");
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-nowarn", "-Xlint:none", "-proc:none", "--release", "17"));
    arguments.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    arguments.addAll(List.of("-d", classes.toString()));
    for (Path file : GeneratedProgram.write(folder.resolve("java"), seed, size, METHODS)) {
      arguments.add(file.toString());
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int exitCode = compiler.run(null, System.out, System.err, arguments.toArray(String[]::new));
    assumeTrue(exitCode != JAVAC_ITSELF_FAILED, "JDK-internal error of javac for seed " + seed);
    assertThat(exitCode).as("exit code of javac").isZero();
    return classes;
  }

  private static String path(Path classes) {
    return classes + File.pathSeparator + System.getProperty("java.class.path");
  }
}
