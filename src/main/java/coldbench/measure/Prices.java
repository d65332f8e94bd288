package coldbench.measure;

/**
 * What AWS Lambda asks, in US dollars, without the free tier.
 *
 * @param gbSecond for one GB of memory during one second
 * @param request for one call
 * @see <a href="https://aws.amazon.com/lambda/pricing/">AWS Lambda pricing</a>
 */
public record Prices(double gbSecond, double request) {
  /** When the figures below were looked up. */
  public static final String AS_OF = "March 2026";

  private static final double REQUEST = 0.20 / 1e6;
  private static final Prices ARM64 = new Prices(0.0000133334, REQUEST);
  private static final Prices X86_64 = new Prices(0.0000166667, REQUEST);

  /** The price of the first tier in most regions, us-east-1 and ap-northeast-1 among them. */
  public static Prices of(String architecture) {
    return architecture.equals("arm64") ? ARM64 : X86_64;
  }

  /** Compute for a million calls of this billed duration, requests not included. */
  public double computePerMillionCalls(double billedMs, int memoryMb) {
    return 1e6 * billedMs / 1000 * memoryMb / 1024 * gbSecond;
  }

  public double requestsPerMillionCalls() {
    return 1e6 * request;
  }
}
