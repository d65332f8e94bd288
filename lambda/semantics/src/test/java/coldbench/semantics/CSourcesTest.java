package coldbench.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CSourcesTest {
  @TempDir Path generated;

  private void generate(String memory) throws IOException {
    Files.writeString(generated.resolve("all.c"), "");
    Files.writeString(generated.resolve("memory.c"), memory);
  }

  private static String theirMemory() throws IOException {
    try (InputStream in =
        PinnedTeaVM.class.getClassLoader().getResourceAsStream("org/teavm/backend/c/memory.c")) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  @Test
  void theHeapOfTeaVmIsExchanged() throws IOException {
    generate(theirMemory());
    Path main = CSources.prepare(generated);
    assertThat(main).hasFileName("semantics.c").content().contains("#include \"all.c\"");
    assertThat(generated.resolve("memory.c")).content().contains("coldbench_allocate");
  }

  @Test
  void aPointerThatATryBlockAssignsIsVolatileItself() throws IOException {
    generate(theirMemory());
    Path code = generated.resolve("code.c");
    Files.writeString(
        code,
        "volatile void* teavm_spill_2;\nvolatile TeaVM_Array* teavm_spill_3;\nvolatile int32_t teavm_spill_4;\n");
    CSources.prepare(generated);
    assertThat(code)
        .hasContent(
            "void* volatile teavm_spill_2;\nTeaVM_Array* volatile teavm_spill_3;\nvolatile int32_t teavm_spill_4;\n");
  }

  @Test
  void aControlCharacterIsWrittenAsCCanReadIt() throws IOException {
    generate(theirMemory());
    Path code = generated.resolve("code.c");
    Files.writeString(code, "u\"x\\u0085\\u009fa\\u00a0\\\\u0085\"\n");
    CSources.prepare(generated);
    assertThat(code).hasContent("u\"x\\205\\237a\\u00a0\\\\u0085\"\n");
  }

  @Test
  void classesThatAreWrittenAtStartLieTogether() throws IOException {
    generate(theirMemory());
    Path code = generated.resolve("code.c");
    String constant = "alignas(8) b_VT b_Cls = {\n};\n";
    String call = "void f() {\n    teavm_getArrayClass((TeaVM_Class*) &c_Cls);\n}\n";
    Files.writeString(
        code,
        "alignas(8) a_VT a_Cls = {\n};\n"
            + constant
            + "alignas(8) c_VT c_Cls = {\n};\n"
            + "void initclass_a() {\n}\n"
            + call);
    CSources.prepare(generated);
    String once = Files.readString(code);
    assertThat(once)
        .contains(constant, call)
        .containsPattern("alignas\\(8\\) __attribute__\\(\\(section\\(.*\\)\\)\\) a_VT a_Cls = ")
        .containsPattern("alignas\\(8\\) __attribute__\\(\\(section\\(.*\\)\\)\\) c_VT c_Cls = ");
    CSources.prepare(generated);
    assertThat(code).hasContent(once);
  }

  @Test
  void preparingTwiceIsPreparingOnce() throws IOException {
    generate(theirMemory());
    CSources.prepare(generated);
    String once = Files.readString(generated.resolve("memory.c"));
    CSources.prepare(generated);
    assertThat(generated.resolve("memory.c")).hasContent(once);
  }

  @Test
  void anotherHeapThanThatOfThePinnedVersionIsRefused() throws IOException {
    generate("int something_else;");
    assertThatThrownBy(() -> CSources.prepare(generated))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("memory.c")
        .hasMessageContaining(PinnedTeaVM.VERSION);
  }

  @Test
  void aFolderWithoutGeneratedCIsRefused() {
    assertThatThrownBy(() -> CSources.prepare(generated))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("all.c");
  }

  @Test
  void theTeaVmOfThisBuildIsThePinnedOne() {
    PinnedTeaVM.check();
  }
}
