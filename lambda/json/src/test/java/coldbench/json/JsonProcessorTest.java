package coldbench.json;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.json.processor.JsonProcessor;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has no form in JSON is an error of javac's, at its line, with what to use instead. */
class JsonProcessorTest {
  @TempDir private Path folder;

  @Test
  void recordsEnumsAndSealedInterfacesCompileWithoutAWarning() {
    assertThat(
            compile(
                """
                class P {
                @Json record A(int i, Optional<B> b, List<Map<String, C>> c, D d) {}
                @Json enum B { @Json.Name("a \\"b\\"\\n") X, Y }
                @Json record G(Boolean a, Byte b, Short c, Integer d, Long e, Float f, Double g, Map<String, Double> h, java.time.LocalDate i) {}
                @Json record C(@Json.Default("a \\"b\\" \\\\u0022\\n") String in, double value, long start, A name) {}
                @Json sealed interface D permits E, F {}
                @Json record E(D out) implements D {}
                @Json record F() implements D {}
                }
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Json record A(Object o) {} | A.o is java.lang.Object, expected String, a primitive",
        "@Json record A(int[] o) {} | A.o is int[], expected String, a primitive",
        "@Json record A(java.time.Duration d) {} | A.d is java.time.Duration, expected String",
        "@Json record A(Map<Integer, String> m) {} | A.m is java.util.Map<java.lang.Integer,java.lang.String>, expected",
        "@Json record A(List l) {} | A.l is java.util.List, expected",
        "@Json record A(char c) {} | A.c is char, expected",
        "@Json record A(Character c) {} | A.c is java.lang.Character, expected",
        "@Json record A(List<Map<String, Object>> o) {} | A.o is java.lang.Object, expected",
        "class A { @Json record B(Object o) {} } | A.B.o is java.lang.Object, expected",
        "@Json record A(B b) {} record B() {} | A.b is p.B, which has no @Json, expected String",
        "@Json record A(@Json.Name(\"x\") int a, int x) {} | A has two components \"x\", expected one",
        "@Json enum A { @Json.Name(\"Y\") X, Y } | A has two constants \"Y\", expected one",
        "@Json record A<T>(T t) {} | A has type parameters, expected none",
        "@Json class A {} | A is a class, expected a record, an enum or a sealed interface",
        "@Json interface A {} | A is an interface that is not sealed, expected a record, an enum or a sealed",
        "class A { @Json private record B() {} } | A.B is private or local",
        "@Json sealed interface A permits B {} final class B implements A {} | B is a class that A permits, expected records only",
        "@Json sealed interface A permits B {} record B() implements A {} | B has no @Json, expected it on each record",
        "@Json sealed interface A permits B {} @Json record B(int type) implements A {} | B has a \"type\" of its own",
        "@Json record A(@Json.Default(\"x\") int i) {} | the default of A.i is \"x\", expected a whole number",
        "@Json record A(@Json.Default(\"128\") byte i) {} | the default of A.i is \"128\", expected a number of 8 bits",
        "@Json record A(@Json.Default(\"yes\") boolean i) {} | the default of A.i is \"yes\", expected true or false",
        "@Json record A(@Json.Default(\"NaN\") double i) {} | the default of A.i is \"NaN\", expected a finite number",
        "@Json record A(@Json.Default(\"1\") List<String> i) {} | the default of A.i is \"1\", expected nothing",
        "@Json record A(@Json.Default Optional<String> i) {} | the default of A.i is \"\", expected no default",
        "@Json record A(@Json.Default(\"Z\") B i) {} @Json enum B { X, Y } | the default of A.i is \"Z\", expected one of X, Y",
      })
  void whatHasNoFormInJsonIsRefused(String source, String message) {
    assertThat(compile(source)).anyMatch(error -> error.contains("@Json: " + message));
  }

  @Test
  void allThatIsWrongWithAllTypesIsToldEachAtItsLine() {
    assertThat(
            problems(
                """
                @Json record A(
                    Object first,
                    String fine,
                    java.time.Duration second,
                    @Json.Name("fine") int third) {}
                @Json enum B {
                  @Json.Name("Y") X, Y,
                  @Json.Name("Y") Z }
                @Json sealed interface C permits D, E {}
                record D() implements C {}
                final class E implements C {}
                """))
        .extracting(each -> each.getLineNumber() - 1 + " " + words(each, 4))
        .containsExactlyInAnyOrder(
            "2 @Json: A.first is java.lang.Object,",
            "4 @Json: A.second is java.time.Duration,",
            "5 @Json: A has two",
            "7 @Json: B has two",
            "8 @Json: B has two",
            "10 @Json: D has no",
            "11 @Json: E is a");
  }

  private static String words(Diagnostic<?> problem, int count) {
    return String.join(" ", List.of(problem.getMessage(Locale.ROOT).split(" ")).subList(0, count));
  }

  private List<String> compile(String source) {
    return problems(source).stream().map(each -> each.getMessage(Locale.ROOT)).toList();
  }

  private List<Diagnostic<? extends JavaFileObject>> problems(String source) {
    String text =
        "package p; import coldbench.json.Json; import java.util.*;\n%s\n".formatted(source);
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("memory:/p/P.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        };
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-Xlint:all,-processing",
            "--release",
            "17",
            "-classpath",
            System.getProperty("java.class.path"),
            "-d",
            folder.toString());
    JavaCompiler.CompilationTask task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(null, null, problems, options, null, List.of(file));
    task.setProcessors(List.of(new JsonProcessor()));
    assertThat(task.call()).isEqualTo(errors(problems).isEmpty());
    return problems.getDiagnostics();
  }

  private static List<Diagnostic<?>> errors(DiagnosticCollector<JavaFileObject> problems) {
    return problems.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .collect(Collectors.toList());
  }
}
