package coldbench.cli;

import coldbench.analysis.Prices;
import coldbench.analysis.Pricing;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;

/** By what calls are priced. */
final class PricingOptions {
  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The AWS region whose prices are taken (default: the run's own).")
  private Optional<String> region = Optional.empty();

  @Option(
      names = "--gb-second",
      paramLabel = "USD",
      description = "Price of a GB-second, for a region that is not in the table.")
  private Optional<Double> gbSecond = Optional.empty();

  @Option(
      names = "--cold-share",
      paramLabel = "SHARE",
      defaultValue = "0.01",
      description = "Share of cold calls, from 0 to 1 (default: ${DEFAULT-VALUE}).")
  private double coldShare = 0.01;

  Pricing pricing() {
    if (!(coldShare >= 0 && coldShare <= 1)) {
      throw new InvalidOptionsException(
          "--cold-share is " + coldShare + ", expected a number from 0 to 1");
    }
    if (gbSecond.isPresent() && !(gbSecond.get() > 0 && gbSecond.get() < 1)) {
      throw new InvalidOptionsException(
          "--gb-second is "
              + gbSecond.get()
              + ", expected a price in US dollars above 0 and below 1, such as 0.0000166667");
    }
    if (region.isPresent() && gbSecond.isEmpty() && !Prices.REGIONS.contains(region.get())) {
      throw new InvalidOptionsException(
          "--region is %s, expected one of %s; for another one give --gb-second as well"
              .formatted(
                  region.get(), String.join(", ", Prices.REGIONS.stream().sorted().toList())));
    }
    return new Pricing(
        region, gbSecond.map(OptionalDouble::of).orElseGet(OptionalDouble::empty), coldShare);
  }
}
