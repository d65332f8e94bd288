package coldbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on a tool of three classes, whose libraries were found before. */
class LauncherIT {
  private static final String MAIN = "src/main/java/coldbench/cli/Main.java";
  private static final String WORDS = "src/main/java/coldbench/Words.java";
  private static final String OTHER = "src/main/java/coldbench/Other.java";

  @TempDir Path home;

  @BeforeEach
  void aTool() throws IOException {
    Files.copy(Path.of("coldbench"), home.resolve("coldbench"), StandardCopyOption.COPY_ATTRIBUTES);
    write("pom.xml", "<project/>");
    write("parent/pom.xml", "<project/>");
    write("src/main/resources/word.txt", "resource");
    write(
        "lambda/cdk/src/main/java/coldbench/Construct.java",
        "package coldbench; class Construct {}");
    write(
        MAIN,
        """
        package coldbench.cli;
        public class Main {
          public static void main(String[] args) throws Exception {
            try (var in = Main.class.getResourceAsStream("/word.txt")) {
              System.out.println(coldbench.Words.WORD + " " + new String(in.readAllBytes()));
            }
            for (String name : args) {
              System.out.println(
                  name.equals("--called")
                      ? System.getProperty("coldbench.called")
                      : java.nio.file.Files.readString(java.nio.file.Path.of(name)));
            }
          }
        }
        """);
    write(WORDS, "package coldbench; public class Words { public static final int WORD = 1; }");
    write(OTHER, "package coldbench; class Other { int word = Words.WORD; }");
    write("target/launcher/libraries", aLibrary());
  }

  @Test
  void whatDependsOnAnEditedFileIsCompiledAgain() throws Exception {
    assertThat(start().output()).contains("Compiling").endsWith("1 resource\n");
    assertThat(start().output()).isEqualTo("1 resource\n");

    write(WORDS, "package coldbench; public class Words { public static final int WORD = 2; }");
    write("src/main/resources/word.txt", "edited");

    assertThat(start().output()).contains("Compiling").endsWith("2 edited\n");
    assertThat(start().output()).isEqualTo("2 edited\n");
  }

  /** Neither where there is no locale nor where it is one that this machine does not have. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void namesOfFilesAreUtf8WhateverTheLocale() throws Exception {
    start();
    Process writing =
        new ProcessBuilder("bash", "-c", "printf found >\"$(printf 'u\\xcc\\x88.txt')\"")
            .directory(home.toFile())
            .start();
    assertThat(writing.waitFor()).isZero();
    for (String locale : List.of("C", "POSIX", "xx_XX.UTF-8", "C.UTF-8")) {
      String command = "./coldbench \"$(printf 'u\\xcc\\x88.txt')\"";
      ProcessBuilder builder = new ProcessBuilder("bash", "-c", command).directory(home.toFile());
      builder.environment().put("LC_ALL", locale);
      Process process = builder.start();
      assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
          .as(locale)
          .endsWith("found\n");
    }
  }

  @Test
  void theToolKnowsHowItWasCalledAndAnswersThroughALink() throws Exception {
    start();
    Path other = Files.createDirectories(home.resolve("other/bin"));
    Files.createSymbolicLink(other.resolve("linked"), home.resolve("coldbench"));

    assertThat(called("./coldbench --called")).isEqualTo("./coldbench");
    assertThat(called("cd other && ../coldbench --called")).isEqualTo("../coldbench");
    assertThat(called("cd other && PATH=$PATH:$OLDPWD && coldbench --called"))
        .isEqualTo("coldbench");
    assertThat(called("bash coldbench --called")).isEqualTo("./coldbench");
    assertThat(called("cd other && bin/linked --called")).isEqualTo("bin/linked");
    assertThat(called("cd other && PATH=$PATH:$PWD/bin && linked --called")).isEqualTo("linked");
  }

  private String called(String command) throws Exception {
    Process process = new ProcessBuilder("bash", "-c", command).directory(home.toFile()).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8)
        .lines()
        .reduce((first, last) -> last)
        .orElse("");
  }

  @Test
  void aDeletedFileThatIsStillUsedIsNamedAndNothingOldIsStarted() throws Exception {
    start();
    Files.delete(home.resolve(OTHER));
    assertThat(start().output()).contains("Compiling").endsWith("1 resource\n");
    Files.delete(home.resolve(WORDS));

    Ended broken = start();

    assertThat(broken.exitCode()).isEqualTo(2);
    assertThat(broken.output())
        .contains("Main.java:5: error", "coldbench: the tool does not compile")
        .doesNotContain("1 resource");
    assertThat(start().exitCode()).isEqualTo(2);
  }

  /** It is made behind the first command, in the folder that goes now. */
  @AfterEach
  void theArchiveOfClassesIsWaitedFor() throws Exception {
    Instant giveUp = Instant.now().plusSeconds(120);
    while (isBeingMade() && Instant.now().isBefore(giveUp)) {
      Thread.sleep(50);
    }
    assertThat(isBeingMade()).isFalse();
  }

  private boolean isBeingMade() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("target/launcher"))) {
      return files.anyMatch(file -> file.toString().endsWith(".lock"));
    }
  }

  private static String aLibrary() {
    return Path.of(NullMarked.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .toString();
  }

  private void write(String file, String content) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    boolean input = !file.startsWith("src") && !file.startsWith("target");
    Files.writeString(path, content);
    if (input) {
      // As in a clone: older than what Maven made of it.
      Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(60)));
      Files.setLastModifiedTime(path.getParent(), FileTime.from(Instant.now().minusSeconds(60)));
    }
  }

  private Ended start() throws Exception {
    Process process =
        new ProcessBuilder(home.resolve("coldbench").toString()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), output);
  }

  private record Ended(int exitCode, String output) {}
}
