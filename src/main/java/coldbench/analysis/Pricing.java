package coldbench.analysis;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * By what a report prices calls.
 *
 * @param region whose prices are taken; without it the run's own, and {@link #FOR_LOCAL_RUNS} for a
 *     run that was not made in any
 * @param gbSecond US dollars for a GB-second, in place of the table's
 * @param coldShare share of cold calls, from 0 to 1, where one number is wanted
 */
public record Pricing(Optional<String> region, OptionalDouble gbSecond, double coldShare) {
  /** The region whose prices local runs are given, since most regions share them. */
  public static final String FOR_LOCAL_RUNS = "us-east-1";

  /** The run's region, and one call of a hundred cold. */
  public static final Pricing USUAL = new Pricing(Optional.empty(), OptionalDouble.empty(), 0.01);

  /** Empty where the region's price is not in the table and none is given. */
  public Optional<Prices> prices(Run run, String architecture) {
    return gbSecond.isPresent()
        ? Optional.of(Prices.ofGbSecond(gbSecond.getAsDouble()))
        : Prices.of(region(run), architecture);
  }

  public String region(Run run) {
    return region.orElse(run.place() instanceof Place.Local ? FOR_LOCAL_RUNS : run.region());
  }
}
