package coldbench.differential.tck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coldbench.differential.Program;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The tests of the JSR-166 TCK that one thread can pass, on a JVM and natively: {@code
 * -Djsr166.tck} names the folder {@code test/jdk/java/util/concurrent/tck} of OpenJDK 17's source
 * text, which Debian has as {@code apt-get source openjdk-17}.
 */
class TckIT {
  private static final Path FOLDER = Path.of(System.getProperty("tck.folder"));

  private static final List<String> CLASSES =
      List.of(
          "ArrayDequeTest",
          "Atomic8Test",
          "AtomicBoolean9Test",
          "AtomicBooleanTest",
          "AtomicInteger9Test",
          "AtomicIntegerArray9Test",
          "AtomicIntegerArrayTest",
          "AtomicIntegerTest",
          "AtomicLong9Test",
          "AtomicLongArray9Test",
          "AtomicLongArrayTest",
          "AtomicLongTest",
          "AtomicReference9Test",
          "AtomicReferenceArray9Test",
          "AtomicReferenceArrayTest",
          "AtomicReferenceTest",
          "ConcurrentHashMap8Test",
          "ConcurrentHashMapTest",
          "CopyOnWriteArrayListTest",
          "CopyOnWriteArraySetTest",
          "EntryTest",
          "HashtableTest",
          "LinkedHashMapTest",
          "LinkedListTest",
          "LongAdderTest",
          "PriorityQueueTest",
          "ThreadLocalRandom8Test",
          "ThreadLocalRandomTest",
          "TimeUnit8Test",
          "TimeUnitTest",
          "TreeMapTest",
          "TreeSetTest",
          "TreeSubMapTest",
          "TreeSubSetTest");

  /** Of DIFFERENCES.md: an element that nobody uses is not read, and updates in updates go on. */
  private static final List<String> DIFFERENT =
      List.of(
          "ConcurrentHashMapTest.testReentrantComputeIfAbsent"
              + " = junit.framework.AssertionFailedError",
          "CopyOnWriteArrayListTest.testIndexOutOfBoundsException"
              + " = junit.framework.AssertionFailedError");

  @Tag("long")
  @Test
  void testsWithOneThreadPassAsOnAJvmOrAreRefused() throws Exception {
    String given = System.getProperty("jsr166.tck", "");
    assumeTrue(!given.isEmpty(), "the TCK's folder: -Djsr166.tck=/path/to/tck");
    Path classes = FOLDER.resolve("classes");
    Path base = FOLDER.resolve("base");
    String needed = System.getProperty("java.class.path");
    Program.compile(tckFiles(Path.of(given)), needed, classes);
    Program.compile(List.of(ownBase()), join(classes.toString(), needed), base);
    TckSources sources = TckSources.of(classes, CLASSES);
    String classPath =
        join(base.toString(), FOLDER.resolve("made").toString(), classes.toString(), needed);
    boolean isBuilt = false;
    while (!isBuilt) {
      isBuilt = isBuilt(sources, classPath);
    }
    List<String> expected = outcomes(Program.java("-classpath", classPath, TckSources.MAIN));
    System.out.println(
        sources.count() + " tests of the TCK, " + sources.refused.size() + " refused");
    sources.refused.forEach((test, why) -> System.out.println("refused " + test + ": " + why));
    assertThat(expected).hasSize(sources.count()).allMatch(line -> line.endsWith(" = ok"));
    Path bootstrap = FOLDER.resolve(Program.architecture()).resolve("bootstrap");
    List<String> different = new ArrayList<>(outcomes(List.of(bootstrap.toString())));
    different.removeAll(expected);
    assertThat(different).isEqualTo(DIFFERENT);
    assertThat(sources.refused.keySet()).isEqualTo(knownRefused());
  }

  private static List<Path> tckFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** What stands in for the class that starts threads. */
  private static Path ownBase() throws IOException {
    Path file = Files.createDirectories(FOLDER.resolve("own")).resolve("JSR166TestCase.java");
    return Files.writeString(file, resource("JSR166TestCase.java"));
  }

  /** Tests that need serialization, reflection, another thread or a class that is not there. */
  private static TreeSet<String> knownRefused() throws IOException {
    return new TreeSet<>(resource("refused.txt").lines().filter(l -> !l.startsWith("#")).toList());
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = TckIT.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static boolean isBuilt(TckSources sources, String classPath) throws Exception {
    Path made = FOLDER.resolve("made");
    Program.compile(sources.write(FOLDER.resolve("java")), classPath, made);
    List<String> command =
        new ArrayList<>(Program.java("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Dnative.accept=different,random-streams");
    command.add("-Dnative.optimize=-O0 -fno-sanitize=undefined");
    command.addAll(List.of("-classpath", classPath, "coldbench.nativebuild.Main"));
    command.addAll(List.of(TckSources.MAIN, Program.architecture(), FOLDER.toString()));
    Process build = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(build.getInputStream().readAllBytes(), UTF_8);
    boolean isBuilt = build.waitFor() == 0;
    assertThat(isBuilt || sources.refuse(output)).as(output).isTrue();
    return isBuilt;
  }

  private static String join(String... paths) {
    return String.join(File.pathSeparator, paths);
  }

  /** Without messages, which may be worded otherwise. */
  private static List<String> outcomes(List<String> command) throws Exception {
    return Program.run(command, Map.of()).stream()
        .map(line -> line.replaceFirst("( = [^:]*): .*", "$1"))
        .toList();
  }
}
