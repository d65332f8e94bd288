package coldbench.analysis;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What AWS Lambda asks, in US dollars: the first tier, without the free one.
 *
 * @param gbSecond for one GB of memory during one second
 * @param request for one call
 * @see <a href="https://aws.amazon.com/lambda/pricing/">AWS Lambda pricing</a>
 */
public record Prices(double gbSecond, double request) {
  /** Said beside every amount. */
  public static final String ORIGIN =
      "AWS's price list for Lambda of 2026-09-19 (aws.amazon.com/lambda/pricing),"
          + " first tier, without the free one";

  /** One state transition of a Standard workflow, us-east-1, aws.amazon.com/step-functions. */
  public static final double STATE_TRANSITION = 0.025 / 1000;

  /** One PUT to S3 Standard, us-east-1, AWS's price list for S3 of 2026-08-31. */
  public static final double S3_PUT = 0.005 / 1000;

  /**
   * One GB of memory restored from a snapshot, us-east-1; of Java it is free. Not in the list
   * above: AWS's page as others quoted it in May 2026.
   */
  public static final double SNAPSHOT_RESTORED_GB = 0.0001397998;

  /** One GB of memory of a snapshot kept for one second, likewise. */
  public static final double SNAPSHOT_KEPT_GB_SECOND = 0.0000015046;

  /** What each published version is kept for at least, as far as the bill goes. */
  public static final Duration SNAPSHOT_KEPT_AT_LEAST = Duration.ofHours(3);

  private static final double USUAL_REQUEST = 0.20 / 1e6;
  private static final ByArchitecture USUAL =
      new ByArchitecture(0.0000166667, 0.0000133334, USUAL_REQUEST);

  private static final Map<String, ByArchitecture> BY_REGION =
      Map.ofEntries(
          Map.entry("us-east-1", USUAL),
          Map.entry("us-east-2", USUAL),
          Map.entry("us-west-1", USUAL),
          Map.entry("us-west-2", USUAL),
          Map.entry("ca-central-1", USUAL),
          Map.entry("sa-east-1", USUAL),
          Map.entry("eu-central-1", USUAL),
          Map.entry("eu-north-1", USUAL),
          Map.entry("eu-west-1", USUAL),
          Map.entry("eu-west-2", USUAL),
          Map.entry("eu-west-3", USUAL),
          Map.entry("ap-northeast-1", USUAL),
          Map.entry("ap-northeast-2", USUAL),
          Map.entry("ap-south-1", USUAL),
          Map.entry("ap-southeast-1", USUAL),
          Map.entry("ap-southeast-2", USUAL),
          Map.entry("eu-south-1", new ByArchitecture(0.0000195172, 0.0000156138, 0.23 / 1e6)),
          Map.entry("me-south-1", new ByArchitecture(0.0000206667, 0.0000165334, 0.25 / 1e6)),
          Map.entry("af-south-1", new ByArchitecture(0.0000221, 0.00001768, 0.27 / 1e6)),
          Map.entry("ap-east-1", new ByArchitecture(0.00002292, 0.0000183, 0.28 / 1e6)));

  /** Regions whose prices are in the table. */
  public static final Set<String> REGIONS = BY_REGION.keySet();

  /**
   * Of a region that is in the table.
   *
   * @param architecture {@code arm64} or {@code x86_64}
   */
  public static Optional<Prices> of(String region, String architecture) {
    return Optional.ofNullable(BY_REGION.get(region))
        .map(
            prices ->
                new Prices(
                    architecture.equals("arm64") ? prices.arm64 : prices.x8664, prices.request));
  }

  /** Another price for a GB-second, the request's as in most regions. */
  public static Prices ofGbSecond(double gbSecond) {
    return new Prices(gbSecond, USUAL_REQUEST);
  }

  /** Compute for a million calls of this billed duration, requests not included. */
  public double computePerMillionCalls(double billedMs, int memoryMb) {
    return 1e6 * billedMs / 1000 * memoryMb / 1024 * gbSecond;
  }

  /** Restores for a million cold calls of a function that pays for them. */
  public static double restoresPerMillionCalls(int memoryMb) {
    return 1e6 * memoryMb / 1024 * SNAPSHOT_RESTORED_GB;
  }

  /** One version of such a function, published and deleted soon, and restored once. */
  public static double snapshot(double memoryMb) {
    return memoryMb
        / 1024
        * (SNAPSHOT_RESTORED_GB + SNAPSHOT_KEPT_GB_SECOND * SNAPSHOT_KEPT_AT_LEAST.toSeconds());
  }

  public double requestsPerMillionCalls() {
    return 1e6 * request;
  }

  /** A region's prices for a GB-second by architecture, and for a call. */
  private record ByArchitecture(double x8664, double arm64, double request) {}
}
