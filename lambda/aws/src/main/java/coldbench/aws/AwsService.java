package coldbench.aws;

/**
 * A service that speaks AWS's JSON protocol. Others than these are made by their names, which the
 * service's model has under {@code metadata}.
 *
 * <p>Source: https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html
 *
 * @param name that of its host and of its signature, such as {@code dynamodb}
 * @param target what stands before the operation's name, such as {@code DynamoDB_20120810}
 * @param version of the protocol, {@code 1.0} or {@code 1.1}
 * @param variable what {@code AWS_ENDPOINT_URL_} is followed by for this service
 */
public record AwsService(String name, String target, String version, String variable) {
  public static final AwsService DYNAMODB =
      new AwsService("dynamodb", "DynamoDB_20120810", "1.0", "DYNAMODB");
  public static final AwsService SQS = new AwsService("sqs", "AmazonSQS", "1.0", "SQS");
  public static final AwsService SECRETS_MANAGER =
      new AwsService("secretsmanager", "secretsmanager", "1.1", "SECRETS_MANAGER");
  public static final AwsService SSM = new AwsService("ssm", "AmazonSSM", "1.1", "SSM");
  public static final AwsService EVENT_BRIDGE =
      new AwsService("events", "AWSEvents", "1.1", "EVENTBRIDGE");
  public static final AwsService KMS = new AwsService("kms", "TrentService", "1.1", "KMS");
  public static final AwsService STEP_FUNCTIONS =
      new AwsService("states", "AWSStepFunctions", "1.0", "SFN");
}
