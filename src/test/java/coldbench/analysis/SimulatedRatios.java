package coldbench.analysis;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** What a block's ratio may be like: the logarithm of a cold time by another one. */
public enum SimulatedRatios {
  NORMAL(random -> random.nextGaussian() / 10),
  /** Exponential delays on one side only: skewness 2 before the logarithm. */
  DELAYED(random -> Math.log(1 + 0.3 * exponential(random)) - random.nextGaussian() / 10),
  /** The logarithm itself is exponential. */
  EXPONENTIAL(SimulatedRatios::exponential),
  /** Student's t with three degrees of freedom: no fourth moment. */
  HEAVY(
      random -> {
        double chi = 0;
        for (int i = 0; i < 3; i++) {
          double z = random.nextGaussian();
          chi += z * z;
        }
        return random.nextGaussian() / Math.sqrt(chi / 3);
      }),
  /** Pareto delays with an exponent of 2.5: neither a third moment. */
  PARETO(
      random ->
          Math.log(1 + 0.1 * (Math.pow(random.nextDouble(), -1 / 2.5) - 1))
              - random.nextGaussian() / 20),
  /** Every twentieth block takes three times as long. */
  OUTLIERS(random -> random.nextGaussian() / 10 + (random.nextInt(20) == 0 ? Math.log(3) : 0)),
  /** Every tenth is five standard deviations off. */
  CONTAMINATED(random -> random.nextGaussian() + (random.nextInt(10) == 0 ? 5 : 0));

  @SuppressWarnings("ImmutableEnumChecker") // They keep nothing.
  private final ToDoubleFunction<Random> log;

  SimulatedRatios(ToDoubleFunction<Random> log) {
    this.log = log;
  }

  private static double exponential(Random random) {
    return -Math.log(1 - random.nextDouble());
  }

  /** So many blocks. */
  public double[] series(Random random, int count) {
    double[] series = new double[count];
    Arrays.setAll(series, i -> log.applyAsDouble(random));
    return series;
  }
}
