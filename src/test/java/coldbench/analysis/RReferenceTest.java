package coldbench.analysis;

import static coldbench.analysis.StatisticsReferenceTest.hasInterval;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Against R 4.2.2 and boot 1.3-28.1, so that no method has SciPy alone to say that it is right;
 * {@code reference.R} beside the resources made the values.
 */
class RReferenceTest {
  /** Two bootstraps of different draws: the limits themselves are random. */
  private static final double DRAWN = 0.005;

  @Test
  void intervalsOfPairedRatiosAreThoseOfBootsBca() {
    double[] ratios = {26.1, 24.9, 27.3, 31.8, 25.2, 26.6, 22.7, 28, 25.5, 29.4};
    hasInterval(Ratio.ofPairs(ratios), 25.03280166, 28.66151138, DRAWN);
    double[] skewed = {1, 1.1, .9, 1.05, .95, 1.02, .98, 1.01, 3.9, 1.2, .97, 1.03, 1.6, .99, 1.04};
    hasInterval(Ratio.ofPairs(skewed), 1.015840464, 1.727389287, 0.03);
  }

  @Test
  void theIntervalOfARatioOfTwoRunsIsThatOfBootsBcaInTwoStrata() {
    Ratio ratio =
        Ratio.ofGroups(
            new double[] {1.22, 1.31, 1.18, 1.25, 1.40, 1.19, 1.28, 1.21, 1.24, 1.33},
            new double[] {1.35, 1.42, 1.29, 1.61, 1.38, 1.33, 1.44, 1.36, 1.31, 1.40, 1.37, 1.30});
    hasInterval(ratio, 1.040838775, 1.163000278, DRAWN);
  }

  @Test
  void theIntervalOfARatioOfBillsIsThatOfBootsBcaOfPairs() {
    Ratio ratio =
        Ratio.ofSums(
            new double[] {.342, .351, .339, .366, .348, .345, .402, .341, .350, .344},
            new double[] {.206, .207, .205, .212, .206, .206, .221, .205, .207, .206});
    hasInterval(ratio, 0.5687737513, 0.5979081929, 0.01);
  }

  /** t.test with mu at either end of the margin: p is 1.7e-6 from below, 2.2e-4 from above. */
  @Test
  void whatIsEqualInsideAMarginIsWhatTwoOneSidedTestsSay() {
    double mean = 0.034062781390026046;
    Interval usual = new Interval(0.0107981425906486, 0.0573274201894035);
    double most = Math.log(1.1);
    assertThat(Student.pValue(mean + most, moved(usual, most), 8) / 2)
        .isCloseTo(1.71687013678e-06, within(1e-12));
    assertThat(Student.pValue(mean - most, moved(usual, -most), 8) / 2)
        .isCloseTo(0.000217237015286, within(1e-12));
    assertThat(new Margin.Percent(10).holds(usual.exp())).isTrue();
  }

  private static Interval moved(Interval interval, double by) {
    return new Interval(interval.low() + by, interval.high() + by);
  }
}
