package coldbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The part of a cold call that its caller waits for and no REPORT line has: placing and starting a
 * sandbox and fetching the package. It is what a cold call is waited for longer than a warm one of
 * the same sandbox, (wait cold − wait warm), less what the REPORT lines explain of that, (init +
 * first − warm). What Step Functions, or the interpreter here, takes itself is in both waits and
 * cancels.
 *
 * @param meanMs over the trials; negative where noise is larger than the part
 * @param interval at 95 %; empty below {@link Ratio#FEWEST} trials
 * @param count trials that it is of
 * @param ahead trials that it leaves out since their sandbox was made ahead of the call
 */
public record Unreported(double meanMs, Optional<Interval> interval, int count, int ahead) {
  /** Both waits are told in whole milliseconds. */
  private static final double RESOLUTION_MS = 2;

  /** Of a cell's trials; empty where none tells its waits, or there were no warm calls. */
  public static Optional<Unreported> of(Cell cell) {
    List<Double> values = new ArrayList<>();
    for (Trial trial : cell.trials()) {
      OptionalDouble value = ofTrial(trial);
      if (value.isPresent() && !madeAhead(trial)) {
        values.add(value.getAsDouble());
      }
    }
    if (values.isEmpty()) {
      return Optional.empty();
    }
    double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
    return Optional.of(
        new Unreported(
            Spread.of(all).mean(), Bootstrap.ofMeanOfEnough(all), all.length, ahead(cell)));
  }

  /** How many of a cell's cold starts were made ahead. */
  public static int ahead(Cell cell) {
    return (int) cell.trials().stream().filter(Unreported::madeAhead).count();
  }

  /** One trial's; of its warm calls the means count. */
  static OptionalDouble ofTrial(Trial trial) {
    OptionalDouble waitCold = Figure.COLD_WAIT.mean(trial);
    OptionalDouble waitWarm = Figure.WARM_WAIT.mean(trial);
    OptionalDouble cold = Figure.COLD.mean(trial);
    OptionalDouble warm = Figure.WARM.mean(trial);
    return waitCold.isEmpty() || waitWarm.isEmpty() || cold.isEmpty() || warm.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            waitCold.getAsDouble()
                - waitWarm.getAsDouble()
                - (cold.getAsDouble() - warm.getAsDouble()));
  }

  /**
   * Whether a cold call's wait does not contain its init: Lambda may make a sandbox ahead of any
   * call. It does not where it holds less than half of init beside the first duration and what the
   * machine itself took, of which the least of the trial's warm calls counts.
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html">
   *     Understanding the Lambda execution environment lifecycle</a>
   */
  public static boolean madeAhead(Trial trial) {
    Optional<Sample> cold = trial.cold().filter(sample -> sample.waitMs().isPresent());
    if (cold.isEmpty()) {
      return false;
    }
    double ownMs =
        trial.warm().stream()
            .filter(sample -> sample.waitMs().isPresent())
            .mapToDouble(sample -> sample.waitMs().orElse(0) - sample.durationMs())
            .min()
            .orElse(0);
    double beganMs = cold.get().coldMs() - cold.get().durationMs();
    double held = cold.get().waitMs().orElse(0) - ownMs - cold.get().durationMs();
    return held + RESOLUTION_MS < beganMs / 2;
  }
}
