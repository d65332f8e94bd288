package coldbench.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * AWS's documented sample of each event, for tests on a JVM: member by member as on the page that
 * is named, in the last source that AWS published of it (June 2023), but for what has been renamed
 * since (the bucket) or added (the first message's attribute).
 */
public enum Samples {
  /** https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-payloads */
  URL("url"),
  /**
   * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
   */
  HTTP_API("http-api"),
  /**
   * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
   */
  REST_API("rest-api"),
  /** https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
  SQS("sqs"),
  /** https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html */
  SNS("sns"),
  /** https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html */
  S3("s3"),
  /** https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html */
  DYNAMODB("dynamodb"),
  /** https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html */
  KINESIS("kinesis"),
  /** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events.html */
  EVENTBRIDGE("eventbridge"),
  /** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-run-lambda-schedule.html */
  SCHEDULE("schedule");

  private final String kind;

  Samples(String kind) {
    this.kind = kind;
  }

  /** The event, as Lambda delivers it. */
  public byte[] json() {
    try (InputStream in = Samples.class.getResourceAsStream(kind + ".json")) {
      if (in == null) {
        throw new IllegalStateException(kind + ".json is part of this library and is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
