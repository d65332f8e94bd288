package coldbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.analysis.Interval;
import coldbench.analysis.Ratio;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTextTest {
  @ParameterizedTest
  @CsvSource({
    "70.8, 60.1, 83.3, 71× (60–83)",
    "26.4, 24.1, 28.9, 26× (24–29)",
    "1.5512, 1.4231, 1.7702, 1.55× (1.42–1.77)",
    "46.2, 19.7, 108, 20 to 110×",
    "1.03, 1.004, 1.06, 1.030× (1.004–1.060)",
    "1.14, 1.004, 1.33, 1.140× (1.004–1.330)",
    "0.897, 0.812, 0.997, 0.897× (0.812–0.997)",
    "7.7512, 7.738, 7.764, 7.75× (7.74–7.76)",
    "1234, 1100, 1400, '1,230× (1,100–1,400)'",
    "2, 2, 2, 2.00× (2.00–2.00)",
    "80, 3.6, 430, '4 to 400×'",
    "8, 0.4, 300, '0.4 to 300×'",
  })
  void aRatioHasTheDigitsThatItsIntervalSupports(
      double value, double low, double high, String text) {
    Ratio ratio = new Ratio(value, Optional.of(new Interval(low, high)), 10, OptionalInt.empty());
    assertThat(new RatioText(ratio).whole()).isEqualTo(text);
  }

  @Test
  void aRatioWithoutAnIntervalHasTwoDigits() {
    Ratio few = new Ratio(70.8, Optional.empty(), 3, OptionalInt.empty());
    assertThat(new RatioText(few).whole()).isEqualTo("71×");
  }

  @ParameterizedTest
  @CsvSource({"0.00366, 1/273", "0.5, 0.50×", "20.6, 20.6×", "137, 137×"})
  void anExactRatioOfSizesIsToldAsOneSaysIt(double value, String text) {
    assertThat(Format.TIMES.of(value)).isEqualTo(text);
  }
}
