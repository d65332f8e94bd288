package coldbench.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.lambda.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Maven plugin as somebody's build runs it: a process of its own, on a project that has nothing
 * but its pom and a class, offline.
 */
@Tag("long")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class MavenPluginIT {
  private static final Path LAMBDA = Path.of("lambda").toAbsolutePath();
  private static final String ARCHITECTURE =
      System.getProperty("os.arch").equals("aarch64")
          ? Architecture.ARM64.lambdaName()
          : Architecture.X86_64.lambdaName();

  @TempDir private Path folder;

  /** How Maven ended and what it said. */
  private record Outcome(int exitCode, String output) {}

  @BeforeEach
  void libraries() throws Exception {
    new Libraries(LAMBDA).install(System.out::println);
  }

  private Path project(String name, String statement) throws IOException {
    Path project = folder.resolve(name);
    new Scaffold("hello", EventKind.JSON, "hello").write(project, LAMBDA);
    Files.writeString(
        source(project),
        """
        package hello;

        import coldbench.runtime.LambdaRuntime;
        import java.nio.charset.StandardCharsets;

        public final class HelloFunction {
          public static void main(String[] args) {
            LambdaRuntime.run(init -> (event, context) -> answer(new String(event, StandardCharsets.UTF_8)));
          }

          static byte[] answer(String event) {
            %s
            return ("\\"" + event.length() + "\\"").getBytes(StandardCharsets.UTF_8);
          }
        }
        """
            .formatted(statement));
    return project;
  }

  private static Path source(Path project) {
    return project.resolve("src/main/java/hello/HelloFunction.java");
  }

  private static Path executable(Path project) {
    return project.resolve("target/native").resolve(ARCHITECTURE).resolve("bootstrap");
  }

  private static Outcome maven(Path project, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("mvn", "-o", "-B", "-Dstyle.color=never", "-f"));
    command.add(project.resolve("pom.xml").toString());
    command.addAll(Arrays.asList(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Outcome(process.waitFor(), output);
  }

  private static Outcome packaged(Path project) throws Exception {
    return maven(project, "package", "-Dmaven.test.skip", "-Dnative.arch=" + ARCHITECTURE);
  }

  @Test
  void theExecutableIsTheSameWhereverItIsBuiltAndIsBuiltAgainWhereSomethingChangedOnly()
      throws Exception {
    Path one = project("one", "System.out.print(event);");
    Outcome first = packaged(one);
    assertThat(first.exitCode()).as(first.output()).isZero();
    assertThat(first.output()).contains("native: Java to C", "native: C to " + ARCHITECTURE);
    byte[] executable = Files.readAllBytes(executable(one));
    assertThat(one.resolve("target/jvm/lib")).isNotEmptyDirectory();

    Path other = project("elsewhere", "System.out.print(event);");
    assertThat(packaged(other).exitCode()).isZero();
    assertThat(Files.readAllBytes(executable(other))).isEqualTo(executable);

    FileTime made = Files.getLastModifiedTime(executable(one));
    Outcome again = packaged(one);
    assertThat(again.exitCode()).isZero();
    assertThat(again.output()).doesNotContain("native: ");
    assertThat(Files.getLastModifiedTime(executable(one))).isEqualTo(made);

    Files.writeString(
        source(one), Files.readString(source(one)).replace("print(event)", "print(event + 1)"));
    Outcome changed = packaged(one);
    assertThat(changed.output()).contains("native: C to " + ARCHITECTURE);
    assertThat(Files.readAllBytes(executable(one))).isNotEqualTo(executable);
  }

  @Test
  void checkNamesTheClassAndTheLineAndWhatToUseInsteadAndMakesNoExecutable() throws Exception {
    Path project = project("wrong", "System.out.print(new java.util.Random(1).ints(9).sum());");
    Outcome refused = maven(project, "compile", "coldbench:check");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.output())
        .contains("hello.HelloFunction.answer(HelloFunction.java:12)")
        .contains("java.util.Random.ints")
        .contains("Call nextInt")
        .doesNotContain("\tat ");
    assertThat(executable(project)).doesNotExist();
    // The same of what is compiled by the other goal.
    assertThat(packaged(project).output())
        .contains("hello.HelloFunction.answer(HelloFunction.java:12)");
    assertThat(executable(project)).doesNotExist();

    Files.writeString(
        source(project),
        Files.readString(source(project))
            .replace("new java.util.Random(1).ints(9).sum()", "event"));
    Outcome good = maven(project, "compile", "coldbench:check");
    assertThat(good.exitCode()).as(good.output()).isZero();
    assertThat(executable(project)).doesNotExist();
  }

  @Test
  void whatALibraryWouldNeedThatIsNotThereIsNamedByTheLineThatCallsIt() throws Exception {
    Path project =
        project("reflection", "System.out.print(event.getClass().getDeclaredMethods().length);");
    Files.writeString(
        source(project),
        Files.readString(source(project))
            .replace(
                "return (",
                "java.util.concurrent.Executors.newFixedThreadPool(2).submit(() -> {});\n    return ("));
    Outcome refused = maven(project, "compile", "coldbench:check");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.output())
        .contains("HelloFunction.java:13")
        .contains("java.util.concurrent.Executors");
  }

  @Test
  void aSettingThatCannotBeUsedIsNamed() throws Exception {
    Path project = project("unset", "");
    Outcome architecture = maven(project, "package", "-Dmaven.test.skip", "-Dnative.arch=sparc");
    assertThat(architecture.exitCode()).isEqualTo(1);
    assertThat(architecture.output()).contains("\"sparc\", expected ");

    Path pom = project.resolve("pom.xml");
    Files.writeString(pom, Files.readString(pom).replaceAll("<native.main>.*</native.main>", ""));
    Outcome main = maven(project, "package", "-Dmaven.test.skip");
    assertThat(main.exitCode()).isEqualTo(1);
    assertThat(main.output())
        .contains("native.main is not set, expected the name of the class with main: add");
  }
}
