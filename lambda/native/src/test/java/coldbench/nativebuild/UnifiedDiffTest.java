package coldbench.nativebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
  private static final UnifiedDiff DIFF =
      UnifiedDiff.parse(
          List.of(
              "--- folder/a",
              "+++ folder/a",
              "@@ -2,3 +2,3 @@ somewhere",
              " two",
              "-three",
              "+drei",
              "+3",
              " four",
              "@@ -6 +7,0 @@",
              "-six",
              "--- b",
              "+++ b",
              "@@ -0,0 +1 @@",
              "+new"));

  @Test
  void whatIsNamedChangesAndTheRestStays() throws Exception {
    List<String> before = List.of("one", "two", "three", "four", "five", "six", "seven");
    assertThat(DIFF.apply("folder/a", before))
        .containsExactly("one", "two", "drei", "3", "four", "five", "seven");
    assertThat(DIFF.files()).containsOnlyKeys("folder/a", "b");
  }

  @Test
  void aFileThatIsAnotherIsRefused() {
    for (List<String> other :
        List.of(
            List.of("one", "two", "drei", "four", "five", "six"),
            List.of("one", "two", "three", "four", "five"),
            List.of("two", "three", "four"),
            List.<String>of())) {
      assertThatThrownBy(() -> DIFF.apply("folder/a", other))
          .isInstanceOf(BuildException.class)
          .hasMessageContaining("folder/a is not the one that the changes are for");
    }
  }
}
