package coldbench.project;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.json.JsonFiles;
import coldbench.url.FunctionUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaffoldTest {
  private static final Path LAMBDA = Path.of("lambda");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"a", "orders", "new-orders2", "a23456789-123456"})
  void aNameOfSixteenLettersDigitsAndDashesIsOne(String name) {
    assertThat(Scaffold.isName(name)).isTrue();
  }

  /** Also those that could lead out of the folder, or that are labels of the benchmark's own. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Orders",
        "1a",
        "-a",
        "a-",
        "a_b",
        "a.b",
        "a/b",
        "../a",
        ".",
        "..",
        "örders",
        "a b",
        "java",
        "python",
        "bare",
        "java-jvm",
        "java-aot",
        "a2345678901234567",
        "a\n",
        "a\u0130"
      })
  void anyOtherIsNone(String name) {
    assertThat(Scaffold.isName(name)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "orders, true",
    "com.example.orders, true",
    "com.example.new, false",
    "int, false",
    "true.a, false",
    "record.a, true",
    "a..b, false",
    ".a, false",
    "a., false",
    "a-b, false",
    "a/b, false",
    "1a, false",
    "'', false",
    "a.*, false",
    "java.orders, false",
    "java, false",
    "javax.orders, true",
  })
  void aPackageIsAJavaNameThatAClassMayBeIn(String text, boolean good) {
    assertThat(Scaffold.isPackage(text)).isEqualTo(good);
  }

  /** A name may be a word of Java, and then its package is not. */
  @ParameterizedTest
  @CsvSource({
    "new-orders, neworders, NewOrdersFunction",
    "new, new, NewFunction",
    "int-2, int2, Int2Function",
    "a--b, ab, ABFunction"
  })
  void packageAndClassAreNamedAfterIt(String name, String packageName, String className) {
    assertThat(Scaffold.packageOf(name)).isEqualTo(packageName);
    assertThat(new Scaffold(name, EventKind.SQS, packageName).className()).isEqualTo(className);
  }

  @ParameterizedTest
  @EnumSource(EventKind.class)
  void everyFileIsThereAndNothingInItIsLeftToFill(EventKind kind) throws Exception {
    new Scaffold("new-orders", kind, "com.example").write(folder.resolve("f"), LAMBDA);

    assertThat(
            Folders.files(folder.resolve("f"), Integer.MAX_VALUE, "").stream()
                .map(file -> folder.resolve("f").relativize(file).toString()))
        .containsExactly(
            ".gitignore",
            "README.md",
            "coldbench.json",
            "pom.xml",
            "src/main/java/com/example/NewOrdersFunction.java",
            "src/test/java/com/example/NewOrdersFunctionTest.java",
            "src/test/resources/event.json");
    for (Path file : Folders.files(folder.resolve("f"), Integer.MAX_VALUE, "")) {
      assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern("@[A-Z]+@");
    }
    assertThat(Files.readAllLines(folder.resolve("f/pom.xml"))).hasSizeLessThanOrEqualTo(30);
    assertThat(Files.readAllLines(folder.resolve("f/README.md"))).hasSizeLessThanOrEqualTo(14);
    JsonFiles.read(folder.resolve("f/src/test/resources/event.json"));
  }

  @ParameterizedTest
  @EnumSource(EventKind.class)
  void itsReadmeHasACommandThatSendsItsEvents(EventKind kind) throws Exception {
    new Scaffold("orders", kind, "orders").write(folder.resolve("f"), LAMBDA);
    boolean sentByUrls =
        FunctionUrl.isRequest(Files.readString(folder.resolve("f/src/test/resources/event.json")));
    assertThat(Files.readString(folder.resolve("f/README.md")).contains("serve ."))
        .isEqualTo(sentByUrls)
        .isEqualTo(kind == EventKind.URL || kind == EventKind.HTTP_API);
  }

  @Test
  void itsEntriesAreTheExecutableAndTheSameOnAJvm() throws Exception {
    new Scaffold("orders", EventKind.SQS, "orders").write(folder.resolve("f"), LAMBDA);
    assertThat(JsonFiles.read(folder.resolve("f/coldbench.json")).findValuesAsText("label"))
        .isEqualTo(List.of("orders", "orders-jvm"))
        .isEqualTo(new Scaffold("orders", EventKind.SQS, "orders").labels());
  }
}
