package coldbench.deploy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucketPolicy;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * The bucket that runs put their objects into: private, TLS only, and gone with the stack unless
 * the settings retain it.
 */
final class ResultsBucket extends Construct {
  private static final String EMPTIER = "Custom::S3AutoDeleteObjectsCustomResourceProvider";

  /** What the emptier's code calls, one by one, where the CDK grants it wildcards. */
  private static final List<String> EMPTIER_ACTIONS =
      List.of(
          "s3:GetBucketTagging",
          "s3:GetBucketPolicy",
          "s3:PutBucketPolicy",
          "s3:ListBucketVersions",
          "s3:DeleteObject",
          "s3:DeleteObjectVersion");

  final Bucket bucket;

  ResultsBucket(Construct scope, boolean retain, Optional<Integer> days) {
    super(scope, "Results");
    bucket =
        Bucket.Builder.create(this, "Bucket")
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .encryption(BucketEncryption.S3_MANAGED)
            .enforceSsl(true)
            .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
            .removalPolicy(retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
            .autoDeleteObjects(!retain)
            .build();
    days.ifPresent(
        each ->
            bucket.addLifecycleRule(
                LifecycleRule.builder().prefix("runs/").expiration(Duration.days(each)).build()));
    NagSuppressions.acknowledge(this);
    if (!retain) {
      tameTheEmptier();
    }
  }

  /**
   * The function that empties the bucket comes from the CDK with wildcard actions and may create
   * its own log group, which would outlive the stack. It gets exactly what its code calls, and a
   * log group of ours.
   */
  private void tameTheEmptier() {
    CfnBucketPolicy policy = (CfnBucketPolicy) bucket.getPolicy().getNode().getDefaultChild();
    policy.addPropertyOverride("PolicyDocument.Statement.1.Action", EMPTIER_ACTIONS);
    LogGroup logs =
        LogGroup.Builder.create(this, "EmptierLogs")
            .retention(RetentionDays.ONE_WEEK)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    IConstruct emptier = Stack.of(this).getNode().findChild(EMPTIER);
    CfnResource role = (CfnResource) emptier.getNode().findChild("Role");
    role.addPropertyDeletionOverride("ManagedPolicyArns");
    role.addPropertyOverride(
        "Policies",
        List.of(
            Map.of(
                "PolicyName",
                "Logs",
                "PolicyDocument",
                Map.of(
                    "Version",
                    "2012-10-17",
                    "Statement",
                    List.of(
                        Map.of(
                            "Effect", "Allow",
                            "Action", List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                            "Resource", logs.getLogGroupArn()))))));
    CfnResource handler = (CfnResource) emptier.getNode().findChild("Handler");
    handler.addPropertyOverride("LoggingConfig", Map.of("LogGroup", logs.getLogGroupName()));
    // The CDK's tags do not reach what it writes as plain resources.
    for (CfnResource each : List.of(role, handler)) {
      each.addPropertyOverride("Tags", Stack.of(this).getTags().renderTags());
    }
  }
}
