package coldbench.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisspeltTest {
  private static final List<String> KNOWN =
      List.of("label", "code", "runtime", "handler", "timeout", "environment");

  @ParameterizedTest
  @CsvSource({
    "lable, label",
    "Code, code",
    "runtme, runtime",
    "hanlder, handler",
    "timeOut, timeout",
    "enviroment, environment"
  })
  void theNearestNameIsMeant(String given, String meant) {
    assertThat(Misspelt.hint(given, KNOWN)).isEqualTo("; did you mean " + meant + "?");
  }

  @ParameterizedTest
  @CsvSource({"memory", "x", "''", "policy"})
  void whatIsNearNoNameMeansNone(String given) {
    assertThat(Misspelt.hint(given, KNOWN)).isEmpty();
  }

  @Test
  void lettersThatChangedPlacesAreOneMistake() {
    assertThat(Misspelt.distance("local", "lcoal")).isEqualTo(1);
    assertThat(Misspelt.distance("--ruonds", "--rounds")).isEqualTo(1);
    assertThat(Misspelt.distance("abc", "xyz")).isEqualTo(3);
  }
}
