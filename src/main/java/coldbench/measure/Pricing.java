package coldbench.measure;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * By what a report prices calls.
 *
 * @param region whose prices are taken; without it the run's own
 * @param gbSecond US dollars for a GB-second, in place of the table's
 * @param coldShare share of cold calls, from 0 to 1, where one number is wanted
 */
public record Pricing(Optional<String> region, OptionalDouble gbSecond, double coldShare) {
  /** The run's region, and one call of a hundred cold. */
  public static final Pricing USUAL = new Pricing(Optional.empty(), OptionalDouble.empty(), 0.01);

  /** Empty where the region's price is not in the table and none is given. */
  public Optional<Prices> prices(Run run, String architecture) {
    return gbSecond.isPresent()
        ? Optional.of(Prices.ofGbSecond(gbSecond.getAsDouble()))
        : Prices.of(region(run), architecture);
  }

  public String region(Run run) {
    return region.orElse(run.region());
  }
}
