package coldbench.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldbench.json.JsonCodecs;
import coldbench.json.RawJson;
import coldbench.runtime.JsonException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** AWS's documented samples, read as records. */
class EventsTest {
  @Test
  void aFunctionUrlsRequestIsRead() {
    HttpRequest request = HttpRequestJson.CODEC.fromJson(Samples.URL.json());
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.rawPath()).isEqualTo("/my/path");
    assertThat(request.cookies()).containsExactly("cookie1", "cookie2");
    assertThat(request.queryStringParameters()).containsEntry("parameter1", "value1,value2");
    assertThat(request.pathParameters()).isEmpty();
    assertThat(request.header("Header1")).contains("value1");
    assertThat(request.header("header")).isEmpty();
    assertThat(request.bytes()).asString(UTF_8).isEqualTo("Hello from client!");
    assertThat(request.requestContext().authorizer().orElseThrow().text())
        .contains("arn:aws:iam::111122223333:user/example-user");
  }

  @Test
  void anHttpApisRequestIsRead() {
    HttpRequest request = HttpRequestJson.CODEC.fromJson(Samples.HTTP_API.json());
    assertThat(request.pathParameters()).containsEntry("parameter1", "value1");
    assertThat(request.stageVariables()).containsEntry("stageVariable2", "value2");
    assertThat(request.requestContext().timeEpoch()).isEqualTo(1583348638390L);
  }

  @Test
  void aBinaryBodyIsDecoded() {
    String event =
        new String(Samples.URL.json(), UTF_8)
            .replace("Hello from client!", Base64.getEncoder().encodeToString(new byte[] {0, -1}))
            .replace("\"isBase64Encoded\": false", "\"isBase64Encoded\": true");
    assertThat(HttpRequestJson.CODEC.fromJson(event).bytes()).containsExactly(0, -1);
    assertThat(HttpResponse.of(200, "image/png", new byte[] {0, -1}).body()).isEqualTo("AP8=");
  }

  @Test
  void aRestApisRequestIsRead() {
    RestApiRequest request = RestApiRequestJson.CODEC.fromJson(Samples.REST_API.json());
    assertThat(request.httpMethod()).isEqualTo("GET");
    assertThat(request.header("HEADER1")).contains("value1");
    assertThat(request.header("header")).isEmpty();
    assertThat(request.multiValueQueryStringParameters())
        .containsEntry("parameter1", List.of("value1", "value2"));
    assertThat(request.requestContext().identity().orElseThrow().sourceIp()).isEqualTo("IP");
    assertThat(request.bytes()).asString(UTF_8).isEqualTo("Hello from Lambda!");
  }

  @Test
  void anAnswerIsWrittenAsDocumented() {
    HttpResponse response =
        HttpResponse.json(201, JsonCodecs.map(JsonCodecs.ofInt()), Map.of("n", 1));
    assertThat(HttpResponseJson.CODEC.toText(response))
        .isEqualTo(
            "{\"statusCode\": 201, \"headers\": {\"content-type\": \"application/json\"},"
                + " \"cookies\": [], \"body\": \"{\\\"n\\\": 1}\", \"isBase64Encoded\": false}");
    assertThat(RestApiResponseJson.CODEC.toText(RestApiResponse.of(404, "text/plain", "")))
        .isEqualTo(
            "{\"statusCode\": 404, \"headers\": {\"content-type\": \"text/plain\"}, \"body\": \"\","
                + " \"isBase64Encoded\": false}");
  }

  @Test
  void ofAQueueOnlyTheMessagesThatFailAreDeliveredAgain() {
    SqsEvent event = SqsEventJson.CODEC.fromJson(Samples.SQS.json());
    assertThat(event.records()).hasSize(2);
    assertThat(event.records().get(0).attribute("myAttribute")).contains("myValue");
    assertThat(event.records().get(1).attribute("myAttribute")).isEmpty();
    List<String> failed = new ArrayList<>();
    BatchResponse response =
        event.forEach(
            message -> {
              if (message.messageId().startsWith("059")) {
                throw new IOException("no disk");
              }
            },
            (id, why) -> failed.add(id + " " + why.getMessage()));
    assertThat(failed).containsExactly("059f36b4-87a3-44ab-83d2-661975830a7d no disk");
    assertThat(BatchResponseJson.CODEC.toText(response))
        .isEqualTo(
            "{\"batchItemFailures\": [{\"itemIdentifier\":"
                + " \"059f36b4-87a3-44ab-83d2-661975830a7d\"}]}");
  }

  @Test
  void ofAFifoQueueWhatComesAfterAFailureIsNotTried() {
    String fifo =
        new String(Samples.SQS.json(), UTF_8)
            .replace("\"SenderId\"", "\"MessageGroupId\": \"1\", \"SenderId\"");
    List<String> tried = new ArrayList<>();
    BatchResponse response =
        SqsEventJson.CODEC
            .fromJson(fifo)
            .forEach(
                message -> {
                  tried.add(message.messageId());
                  throw new IOException("no disk");
                },
                (id, why) -> {});
    assertThat(tried).hasSize(1);
    assertThat(response.batchItemFailures()).hasSize(2);
  }

  @Test
  void ofAStreamLambdaGoesOnFromTheFirstThatFails() {
    KinesisEvent event = KinesisEventJson.CODEC.fromJson(Samples.KINESIS.json());
    assertThat(event.records().get(0).record().bytes())
        .asString(UTF_8)
        .isEqualTo("Hello, this is a test.");
    assertThat(event.records().get(0).record().arrivedAt())
        .isEqualTo(Instant.ofEpochMilli(1545084650987L));
    BatchResponse first =
        event.forEach(
            each -> {
              throw new IOException("no disk");
            },
            (id, why) -> {});
    assertThat(first.batchItemFailures())
        .containsExactly(
            new BatchResponse.Failure("49590338271490256608559692538361571095921575989136588898"));
    assertThat(event.forEach(each -> {}, (id, why) -> {}).batchItemFailures()).isEmpty();
  }

  @Test
  void changesOfATableAreRead() {
    DynamoDbEvent event = DynamoDbEventJson.CODEC.fromJson(Samples.DYNAMODB.json());
    DynamoDbEvent.Change insert = event.records().get(0).change();
    assertThat(insert.newImage().get("Message").s()).contains("New item!");
    assertThat(insert.oldImage()).isEmpty();
    assertThat(event.records().get(1).eventName()).isEqualTo("MODIFY");
    List<String> seen = new ArrayList<>();
    BatchResponse response =
        event.forEach(
            each -> {
              seen.add(each.change().keys().get("Id").n().orElseThrow());
              if (each.eventName().equals("MODIFY")) {
                throw new IllegalStateException("stale");
              }
            },
            (id, why) -> {});
    assertThat(seen).containsExactly("101", "101");
    assertThat(response.batchItemFailures()).containsExactly(new BatchResponse.Failure("222"));
  }

  @Test
  void aMessageOfATopicIsRead() {
    SnsEvent.Message message =
        SnsEventJson.CODEC.fromJson(Samples.SNS.json()).records().get(0).message();
    assertThat(message.message()).isEqualTo("Hello from SNS!");
    assertThat(message.subject()).contains("TestInvoke");
    assertThat(message.timestamp()).isEqualTo(Instant.parse("2019-01-02T12:45:07Z"));
    assertThat(message.attribute("Test")).contains("TestString");
    assertThat(message.attribute("test")).isEmpty();
  }

  @Test
  void anObjectsEventIsRead() {
    S3Event.Entry entry = S3EventJson.CODEC.fromJson(Samples.S3.json()).records().get(0);
    assertThat(entry.eventName()).isEqualTo("ObjectCreated:Put");
    assertThat(entry.s3().bucket().name()).isEqualTo("amzn-s3-demo-bucket");
    assertThat(entry.s3().item().size()).contains(1305107L);
    String spaced =
        new String(Samples.S3.json(), UTF_8)
            .replace(
                "\"key\": \"b21b84d653bb07b05b1e6b33684dc11b",
                "\"key\": \"red+flower%2B%C3%A9.jpg");
    assertThat(S3EventJson.CODEC.fromJson(spaced).records().get(0).s3().item().decodedKey())
        .isEqualTo("red flower+\u00e9.jpg");
  }

  @Test
  void anEventOfABusAndAScheduleAreRead() {
    EventBridgeEvent event = EventBridgeEventJson.CODEC.fromJson(Samples.EVENTBRIDGE.json());
    assertThat(event.detailType()).isEqualTo("EC2 Instance State-change Notification");
    assertThat(event.detail().as(JsonCodecs.map(JsonCodecs.ofString())))
        .containsEntry("state", "terminated");
    EventBridgeEvent schedule = EventBridgeEventJson.CODEC.fromJson(Samples.SCHEDULE.json());
    assertThat(schedule.source()).isEqualTo("aws.events");
    assertThat(schedule.detail()).isEqualTo(new RawJson("{}"));
  }

  @Test
  void anEventOfAnotherServiceIsRefusedWithWhatItLacks() {
    assertThatThrownBy(() -> SqsEventJson.CODEC.fromJson(Samples.SNS.json()))
        .isInstanceOf(JsonException.class)
        .hasMessage("Records[0].messageId is missing, expected a string");
    assertThatThrownBy(() -> HttpRequestJson.CODEC.fromJson(Samples.REST_API.json()))
        .isInstanceOf(JsonException.class)
        .hasMessage("requestContext.http is missing, expected an object");
  }
}
