package coldbench.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What calls a function. */
public enum EventKind {
  URL("url", "http", EventKind.OK),
  HTTP_API("http-api", "http", EventKind.OK),
  REST_API("rest-api", "rest-api", EventKind.OK),
  SQS("sqs", "sqs", EventKind.ALL_DONE),
  SNS("sns", "sns", "{}"),
  S3("s3", "s3", "{}"),
  DYNAMODB("dynamodb", "dynamodb", EventKind.ALL_DONE),
  KINESIS("kinesis", "kinesis", EventKind.ALL_DONE),
  EVENTBRIDGE("eventbridge", "eventbridge", "{}"),
  SCHEDULE("schedule", "eventbridge", "{}"),
  JSON("json", "json", "{\"message\": \"Hello, Ada!\"}");

  private static final String OK = "{\"statusCode\": 200}";
  private static final String ALL_DONE = "{\"batchItemFailures\": []}";

  /** As commands and folders name it. */
  public final String label;

  final String template;

  /** What the answer to its sample contains, as JSON. */
  final String expect;

  EventKind(String label, String template, String expect) {
    this.label = label;
    this.template = template;
    this.expect = expect;
  }

  /** Whether a function's URL, as {@code serve} has it, sends such events. */
  boolean isServed() {
    return template.equals("http");
  }

  /** All names. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(kind -> kind.label).toList();
  }

  /** The kind of a name. */
  public static Optional<EventKind> named(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }

  /**
   * AWS's documented sample, as JSON.
   *
   * @param lambda the folder of the libraries, one of which has it
   */
  public String sample(Path lambda) throws IOException {
    return this == JSON
        ? Templates.text("json-event.json")
        : Files.readString(
            lambda.resolve("events/src/main/resources/coldbench/events").resolve(label + ".json"));
  }
}
