package coldbench.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teavm.model.ClassReaderSource;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodReader;
import org.teavm.model.ReferenceCache;
import org.teavm.model.ValueType;
import org.teavm.parsing.ClasspathClassHolderSource;
import org.teavm.parsing.ClasspathResourceProvider;

class CopiedBodyTest {
  private static final Path CLASSES = Path.of("target", "classes");
  private static final ClassLoader LOADER = CopiedBodyTest.class.getClassLoader();
  private static final ClassReaderSource SOURCE =
      new ClasspathClassHolderSource(
          new ClasspathResourceProvider(LOADER), new ReferenceCache(), LOADER);

  @Test
  void everyMethodThatStandsInForOneOfTheJdkCanBeCopied() throws IOException {
    Set<String> copied = new TreeSet<>();
    for (String name : classesOf(LibraryMethods.PACKAGE)) {
      for (MethodReader method : SOURCE.get(name).getMethods()) {
        if (method.getProgram() != null) {
          assertThat(CopiedBody.of(method)).isNotNull();
          copied.add(name);
        }
      }
    }
    assertThat(copied).hasSizeGreaterThan(20);
  }

  private static List<String> classesOf(String packageName) throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES.resolve(packageName.replace('.', '/')))) {
      return files
          .map(file -> CLASSES.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .toList();
    }
  }

  @SuppressWarnings("unused")
  private static IntSupplier lambda(int number) {
    return () -> number;
  }

  @Test
  void aLambdaIsRefusedByTheNameOfItsMethod() {
    MethodReader method =
        SOURCE
            .get(CopiedBodyTest.class.getName())
            .getMethod(
                new MethodDescriptor(
                    "lambda", ValueType.INTEGER, ValueType.object(IntSupplier.class.getName())));
    assertThatThrownBy(() -> CopiedBody.of(method))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("CopiedBodyTest.lambda(I)")
        .hasMessageContaining("Call a static method of ours");
  }
}
