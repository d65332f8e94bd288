package coldbench.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickBuildTest {
  @TempDir private Path folder;
  private QuickBuild quick;

  @BeforeEach
  void aProjectThatWasBuilt() throws IOException {
    write("target/jvm/coldbench-main.txt", "a.A");
    Files.createDirectories(folder.resolve("target/jvm/lib"));
    try (OutputStream jar = Files.newOutputStream(folder.resolve("target/jvm/lib/other.jar"))) {
      new JarOutputStream(jar, new Manifest()).close();
    }
    write("target/jvm/lib/a-1.jar", "the project's own");
    write("target/a-1.jar", "the project's own");
    write("src/main/resources/text/words.txt", "words");
    write("src/main/java/a/A.java", "package a; public class A { B b; }");
    write("src/main/java/a/B.java", "package a; class B {}");
    quick = new QuickBuild(new FunctionProject(folder));
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void aPackageHasTheClassesTheResourcesAndTheLibrariesButNotTheOldClasses() throws Exception {
    Path made = quick.build();

    assertThat(Folders.files(made, Integer.MAX_VALUE, "").stream().map(made::relativize))
        .map(Path::toString)
        .containsExactly(
            "a/A.class", "a/B.class", "coldbench-main.txt", "lib/other.jar", "text/words.txt");
  }

  @Test
  void eachBuildHasAFolderOfItsOwnSoThatTheLastOneGoesOnRunning() throws Exception {
    Path first = quick.build();
    Files.delete(folder.resolve("src/main/java/a/B.java"));
    write("src/main/java/a/A.java", "package a; public class A {}");

    Path second = quick.build();

    assertThat(second).isNotEqualTo(first);
    assertThat(first.resolve("a/B.class")).exists();
    assertThat(second.resolve("a/B.class")).doesNotExist();
  }

  @Test
  void whatDoesNotCompileIsNamedWithFileAndLine() throws IOException {
    write("src/main/java/a/B.java", "package a;\nclass B { int x = \"\"; }");
    assertThatThrownBy(quick::build)
        .isInstanceOf(BuildFailedException.class)
        .hasMessageContaining("B.java:2: error: incompatible types");
  }
}
