package coldbench.deploy;

import java.util.Set;

/**
 * Which regions lack what a deployment may want of Lambda.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html">Creating and
 *     managing Lambda function URLs</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html">Improving startup
 *     performance with Lambda SnapStart, supported Regions</a>
 */
public final class LambdaRegions {
  private static final Set<String> WITHOUT_URLS =
      Set.of(
          "ap-east-2",
          "ap-south-2",
          "ap-southeast-4",
          "ap-southeast-5",
          "ap-southeast-6",
          "ap-southeast-7",
          "ca-west-1",
          "eu-central-2",
          "eu-south-2",
          "il-central-1",
          "me-central-1");

  private static final Set<String> WITHOUT_SNAP_START = Set.of("ap-east-2", "ap-southeast-6");

  private LambdaRegions() {}

  /** Whether functions can have URLs there. */
  public static boolean hasFunctionUrls(String region) {
    return !WITHOUT_URLS.contains(region) && !region.startsWith("us-gov-");
  }

  /** The commercial regions but two. */
  static boolean hasSnapStart(String region) {
    return !WITHOUT_SNAP_START.contains(region)
        && !region.startsWith("us-gov-")
        && !region.startsWith("cn-");
  }
}
