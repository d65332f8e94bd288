package coldbench.measure;

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
      "AWS's public prices of 2025 (aws.amazon.com/lambda/pricing), first tier, without the free"
          + " one; Tokyo's arm64 price was still the same in March 2026";

  /** One state transition of a Standard workflow, us-east-1, aws.amazon.com/step-functions. */
  public static final double STATE_TRANSITION = 0.025 / 1000;

  /** One PUT to S3 Standard, us-east-1, aws.amazon.com/s3/pricing. */
  public static final double S3_PUT = 0.005 / 1000;

  private static final double REQUEST = 0.20 / 1e6;
  private static final double ARM64_GB_SECOND = 0.0000133334;
  private static final double X86_64_GB_SECOND = 0.0000166667;

  /** Regions that are known to ask the same price. Others ask more. */
  public static final Set<String> REGIONS =
      Set.of(
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2",
          "ca-central-1",
          "sa-east-1",
          "eu-central-1",
          "eu-north-1",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-south-1",
          "ap-southeast-1",
          "ap-southeast-2");

  /**
   * Of a region that is in the table.
   *
   * @param architecture {@code arm64} or {@code x86_64}
   */
  public static Optional<Prices> of(String region, String architecture) {
    return REGIONS.contains(region)
        ? Optional.of(
            new Prices(architecture.equals("arm64") ? ARM64_GB_SECOND : X86_64_GB_SECOND, REQUEST))
        : Optional.empty();
  }

  /** Another price for a GB-second, the request's as everywhere. */
  public static Prices ofGbSecond(double gbSecond) {
    return new Prices(gbSecond, REQUEST);
  }

  /** Compute for a million calls of this billed duration, requests not included. */
  public double computePerMillionCalls(double billedMs, int memoryMb) {
    return 1e6 * billedMs / 1000 * memoryMb / 1024 * gbSecond;
  }

  public double requestsPerMillionCalls() {
    return 1e6 * request;
  }
}
