package coldbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against R's p.adjust; {@code reference.R} beside the resources made the values. */
class HolmTest {
  @Test
  void adjustedValuesAreThoseOfR() {
    assertThat(new Holm(0.01, 0.0004, 0.03, 0.2, 0.0125, 0.049, 1, 0.0004).adjusted())
        .containsExactly(
            new double[] {0.06, 0.0032, 0.12, 0.4, 0.0625, 0.147, 1, 0.0032}, within(1e-12));
    assertThat(new Holm(0.02, 0.02, 0.9).adjusted())
        .containsExactly(new double[] {0.06, 0.06, 0.9}, within(1e-12));
  }

  @Test
  void oneVerdictAloneIsNotCorrected() {
    assertThat(new Holm(0.03).adjusted()).containsExactly(0.03);
    assertThat(new Holm(0.03).levels()).containsExactly(0.05);
    assertThat(new Holm().adjusted()).isEmpty();
  }

  /** The interval at the level of each touches 0 just where its own p value is that level. */
  @Test
  void anIntervalExcludesEqualityWhereItsAdjustedValueIsBelowFivePercentAndNowhereElse() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 2_000; round++) {
      double[] p = random.doubles(1 + random.nextInt(8)).map(x -> Math.pow(x, 4)).toArray();
      Holm holm = new Holm(p);
      double[] adjusted = holm.adjusted();
      double[] levels = holm.levels();
      for (int i = 0; i < p.length; i++) {
        assertThat(p[i] < levels[i]).isEqualTo(adjusted[i] < 0.05);
      }
    }
  }
}
