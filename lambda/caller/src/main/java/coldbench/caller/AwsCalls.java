package coldbench.caller;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.aws.Aws;
import coldbench.aws.AwsException;
import coldbench.aws.AwsService;
import coldbench.aws.Functions;
import coldbench.aws.S3;
import coldbench.runtime.Init;
import coldbench.runtime.JsonWriter;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** AWS's services, as the variables of the test's say where they are. */
final class AwsCalls {
  private final Aws aws;

  AwsCalls(Init init) throws IOException {
    this.aws = Aws.of(init.environment(), init.clock(), HttpsCalls.settings(init));
  }

  /** One operation of a service with JSON; what AWS refuses is an answer. */
  byte[] json(Map<String, String> asked) throws IOException {
    String name = asked.getOrDefault("service", "dynamodb");
    AwsService service =
        switch (name) {
          case "dynamodb" -> AwsService.DYNAMODB;
          case "sqs" -> AwsService.SQS;
          case "kms" -> AwsService.KMS;
          default -> throw new IllegalArgumentException("service is \"" + name + "\"");
        };
    try {
      return aws.json(service)
          .call(
              asked.getOrDefault("operation", ""),
              asked.getOrDefault("json", "{}").getBytes(UTF_8));
    } catch (AwsException e) {
      JsonWriter json = new JsonWriter().beginObject();
      json.name("code").string(e.code());
      json.name("status").number(e.status());
      json.name("requestId").string(e.requestId());
      json.name("message").string(e.toString());
      return json.endObject().toString().getBytes(UTF_8);
    }
  }

  byte[] s3(Map<String, String> asked) throws IOException {
    S3 s3 = aws.s3();
    String bucket = asked.getOrDefault("bucket", "");
    String key = asked.getOrDefault("key", "");
    String operation = asked.getOrDefault("operation", "");
    JsonWriter json = new JsonWriter();
    switch (operation) {
      case "get" -> json.string(new String(s3.get(bucket, key), UTF_8));
      case "range" -> json.string(new String(s3.get(bucket, key, 2, 4), UTF_8));
      case "put" ->
          json.string(
              s3.put(bucket, key, asked.getOrDefault("body", "").getBytes(UTF_8), "text/plain"));
      case "delete" -> {
        s3.delete(bucket, key);
        json.string("deleted");
      }
      case "list" -> {
        json.beginArray();
        Optional<String> next = Optional.empty();
        do {
          S3.Page page = s3.list(bucket, key, next);
          for (S3.Entry entry : page.entries()) {
            json.string(entry.key() + " " + entry.size() + " " + entry.etag());
          }
          next = page.next();
        } while (next.isPresent());
        json.endArray();
      }
      default -> throw new IllegalArgumentException("operation is \"" + operation + "\"");
    }
    return json.toString().getBytes(UTF_8);
  }

  byte[] invoke(Map<String, String> asked) throws IOException {
    Functions.Answer answer =
        aws.functions()
            .invoke(
                asked.getOrDefault("function", ""), asked.getOrDefault("json", "").getBytes(UTF_8));
    String text = new String(answer.payload(), UTF_8) + " " + answer.error().orElse("fine");
    return new JsonWriter().string(text).toString().getBytes(UTF_8);
  }
}
