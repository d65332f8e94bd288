package coldbench.nativebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would silently answer otherwise than on a JVM does not get through the build. */
class RefusalIT {
  private static final String MAIN = Different.class.getName();

  @TempDir private Path folder;

  @Test
  void whatWouldDifferIsRefusedWithItsLineTheWayToItAndWhatToUseInstead() throws Exception {
    Builder.Result result = Builder.in(folder).of(MAIN, "").build("x86_64", "true");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .contains("  " + MAIN + ".main(Different.java:18)\n")
        .contains(
            "java.lang.ref.WeakReference.isEnqueued is called, but natively the answer is always")
        .contains("Poll the ReferenceQueue, or accept it with -Dnative.accept=is-enqueued")
        .contains("  " + MAIN + ".main(Different.java:19)\n")
        .contains("java.util.Random.ints is called, but natively other numbers are drawn")
        .contains("Call nextInt, nextLong or nextDouble")
        .contains("  " + MAIN + ".digest(Different.java:26)\n")
        .contains("javax.crypto.KeyGenerator.")
        .contains("There are MessageDigest and SecureRandom, and HMAC by javax.crypto.Mac")
        .contains("from " + MAIN + ".main(Different.java:20)")
        .doesNotContain("longs", "\tat ", "Exception:");
  }

  @Test
  void whatIsAcceptedIsNotRefused() throws Exception {
    Builder.Result result =
        Builder.in(folder).of(MAIN, "is-enqueued,random-streams").build("x86_64", "true");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .contains("  " + MAIN + ".digest(Different.java:26)\n")
        .contains("its class is not in the native class library")
        .doesNotContain("isEnqueued", "Random.ints");
  }

  @Test
  void classesThatWereNeverComparedWithAJvmAndWhatWaitsForAThreadAreRefused() throws Exception {
    String main = ForThreads.class.getName();
    Builder.Result result = Builder.in(folder).of(main, "").build("x86_64", "true");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .contains("  " + main + ".main(ForThreads.java:14)\n")
        .contains("java.util.concurrent.locks.ReentrantLock.<init> is called, but its class is not")
        .contains("There is one thread: leave the lock out")
        .contains("or accept it with -Dnative.accept=unlisted")
        .contains("  " + main + ".main(ForThreads.java:15)\n")
        .contains("java.lang.ref.ReferenceQueue.remove waits for another thread")
        .contains("  " + main + ".main(ForThreads.java:17)\n")
        .contains("java.lang.Thread.start starts another thread, and there is one only. There is")
        .doesNotContain("ForkJoinPool", "\tat ", "Exception:");
  }

  @Test
  void aDifferenceThatDoesNotExistCannotBeAccepted() throws Exception {
    Builder.Result result = Builder.in(folder).of(MAIN, "weather").build("x86_64", "true");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .contains(
            "native.accept has \"weather\", expected one of [strict-math, random-streams, is-enqueued, different, unlisted]")
        .contains(" and all");
  }

  @Test
  void whatTeaVMCannotCopeWithIsSaidWithWhatToDo() throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes/broken"));
    Files.writeString(classes.resolve("Main.class"), "no class file at all");
    Process build =
        Builder.in(folder)
            .of("broken.Main", "")
            .start("x86_64", "true", List.of(classes.getParent()));
    Builder.Result result = Builder.finish(build);
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .contains("native: TeaVM cannot cope with this program: java.lang.")
        .contains("write that one otherwise, such as in two")
        .contains("It failed at org.teavm.");
  }

  @Test
  void aDamagedJarIsNotTakenForAProgramThatTeaVMCannotCopeWith() throws Exception {
    Path jar = folder.resolve("damaged.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("damaged/Main.class"));
      zip.write(new byte[100]);
    }
    byte[] bytes = Files.readAllBytes(jar);
    bytes[0] = 0;
    Files.write(jar, bytes);
    Process build = Builder.in(folder).of("damaged.Main", "").start("x86_64", "true", List.of(jar));
    Builder.Result result = Builder.finish(build);
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .contains("native: a class of the program cannot be read (java.util.zip.ZipException: ")
        .contains("a jar on its class path is damaged")
        .doesNotContain("write that one otherwise");
  }
}
