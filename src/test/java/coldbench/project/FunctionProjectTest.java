package coldbench.project;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.project.FunctionProject.Packages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Maven is asked when something changed, and not otherwise. */
class FunctionProjectTest {
  private static final Packages NATIVE = new Packages.Native("x86_64");

  @TempDir private Path folder;
  private FunctionProject project;
  private Libraries libraries;

  @BeforeEach
  void aProjectThatIsBuilt() throws IOException {
    Path lambda = folder.resolve("lambda");
    for (String module : Libraries.MODULES) {
      write(lambda.resolve(module).resolve("pom.xml"), module);
    }
    write(lambda.resolve("pom.xml"), "");
    write(lambda.resolve("target/a.jar"), "a library");
    libraries = new Libraries(lambda);
    new Stamp(lambda.resolve("target/installed.txt"))
        .write(libraries.sources(), List.of(lambda.resolve("target/a.jar")));
    project = new FunctionProject(folder.resolve("orders"));
    write(project.pom(), "<parent><artifactId>coldbench-function-parent</artifactId></parent>");
    write(source(), "class Orders {}");
    write(project.executable("x86_64").resolve("bootstrap"), "machine code");
    write(project.jvm().resolve("lib/orders.jar"), "classes");
    for (Packages packages : List.of(NATIVE, new Packages.Jvm())) {
      project.remember(packages, project.sources(libraries.sources()));
    }
  }

  /** In a package whose name is none of a source's elsewhere. */
  private Path source() {
    return project.folder().resolve("src/main/java/test/Orders.java");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void whatIsBuiltIsNotBuiltAgain() throws IOException {
    assertThat(project.isBuilt(libraries, NATIVE)).isTrue();
    assertThat(project.isBuilt(libraries, new Packages.Jvm())).isTrue();
    assertThat(project.isBuilt(libraries, new Packages.Native("all"))).isFalse();
  }

  @Test
  void testsAndEntriesAreNoPartOfAPackage() throws IOException {
    write(project.folder().resolve("src/test/java/test/OrdersTest.java"), "class OrdersTest {}");
    write(project.entries(), "[]");
    assertThat(project.isBuilt(libraries, NATIVE)).isTrue();
  }

  interface Change {
    void make(FunctionProjectTest test) throws IOException;
  }

  static Stream<Change> changes() {
    return Stream.of(
        test -> write(test.source(), "class Orders { int i; }"),
        test -> Files.setLastModifiedTime(test.source(), FileTime.fromMillis(1)),
        test -> write(test.source().resolveSibling("More.java"), "class More {}"),
        test -> Files.move(test.source(), test.source().resolveSibling("Other.java")),
        test -> write(test.project.folder().resolve("src/main/resources/a.md"), "text"),
        test -> Files.writeString(test.project.pom(), Files.readString(test.project.pom()) + " "),
        test -> write(test.project.executable("x86_64").resolve("bootstrap"), "other code"),
        test -> Files.delete(test.project.executable("x86_64").resolve("bootstrap")),
        test -> Files.delete(test.project.jvm().resolve("lib/orders.jar")),
        test -> write(test.folder.resolve("lambda/json/Json.java"), "class Json {}"),
        test -> write(test.folder.resolve("lambda/target/a.jar"), "another's library"),
        test -> write(test.project.folder().resolve(".mvn/maven.config"), "-o"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void whateverChangesIsBuilt(Change change) throws IOException {
    change.make(this);
    assertThat(project.isBuilt(libraries, NATIVE)).isFalse();
  }

  @Test
  void aPomWithABuildOfItsOwnIsLeftToMaven() throws IOException {
    for (String more : List.of("<build/>", "<version>1-SNAPSHOT</version>", "<modules/>")) {
      write(
          project.pom(),
          "<artifactId>coldbench-function-parent</artifactId>" + more.replace("/>", "></a>"));
      project.remember(NATIVE, project.sources(libraries.sources()));
      assertThat(project.isBuilt(libraries, NATIVE)).as(more).isFalse();
    }
  }
}
