package coldbench.deploy.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the native function is built and deployed again. */
class SourceHashTest {
  @TempDir private Path project;
  private String before;

  @BeforeEach
  void sources() throws IOException {
    write("pom.xml", "<project/>");
    write("function/src/main/java/Function.java", "class Function {}");
    before = SourceHash.of(project, "arm64");
  }

  private void write(String path, String content) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  @Test
  void aChangedSourceChangesIt() throws IOException {
    write("function/src/main/java/Function.java", "class Function { }");

    assertThat(SourceHash.of(project, "arm64")).isNotEqualTo(before);
  }

  @Test
  void anotherFileOrAnotherNameChangesIt() throws IOException {
    write("function/src/main/java/Other.java", "");
    String withOther = SourceHash.of(project, "arm64");
    Files.move(
        project.resolve("function/src/main/java/Other.java"),
        project.resolve("function/src/main/java/Another.java"));

    assertThat(withOther).isNotEqualTo(before);
    assertThat(SourceHash.of(project, "arm64")).isNotEqualTo(before).isNotEqualTo(withOther);
  }

  @Test
  void anotherArchitectureChangesIt() {
    assertThat(SourceHash.of(project, "x86_64")).isNotEqualTo(before);
  }

  @Test
  void whatWasBuiltTestsAndTextsDoNot() throws IOException {
    write("function/target/native/arm64/bootstrap", "binary");
    write("function/src/test/java/FunctionTest.java", "class FunctionTest {}");
    write("README.md", "text");

    assertThat(SourceHash.of(project, "arm64")).isEqualTo(before);
  }
}
