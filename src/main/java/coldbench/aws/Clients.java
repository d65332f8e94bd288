package coldbench.aws;

import java.util.Map;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * The services of one account and region: credentials, region and endpoints as the SDK's default
 * chains find them, {@code AWS_ENDPOINT_URL} among them.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html">AWS SDKs
 *     and Tools, settings</a>
 */
public record Clients(
    CloudFormationClient stacks, SfnClient machines, LambdaClient functions, S3Client objects)
    implements AutoCloseable {

  /**
   * Clients for what the environment and ~/.aws name.
   *
   * @throws AccountException if there is no region
   */
  public static Clients of(Map<String, String> environment) {
    // An endpoint of one's own has no name for each bucket.
    boolean pathStyle = environment.containsKey("AWS_ENDPOINT_URL");
    return Remedies.calling(
        "reach AWS",
        () ->
            new Clients(
                CloudFormationClient.create(),
                SfnClient.create(),
                LambdaClient.create(),
                S3Client.builder().forcePathStyle(pathStyle).build()));
  }

  /** The region that they are for. */
  public String region() {
    return stacks.serviceClientConfiguration().region().id();
  }

  @Override
  public void close() {
    stacks.close();
    machines.close();
    functions.close();
    objects.close();
  }
}
