package coldbench.events;

import coldbench.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A batch of messages of a queue; answered by {@link BatchResponse} or by nothing.
 *
 * <p>Source: https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
 */
@Json
public record SqsEvent(@Json.Name("Records") List<Message> records) {
  /**
   * One message.
   *
   * @param attributes such as {@code ApproximateReceiveCount}, and {@code MessageGroupId} of a FIFO
   *     queue
   * @param messageAttributes the sender's own
   */
  @Json
  public record Message(
      String messageId,
      String receiptHandle,
      String body,
      @Json.Default Map<String, String> attributes,
      @Json.Default Map<String, Attribute> messageAttributes,
      @Json.Default String eventSourceARN,
      @Json.Default String awsRegion) {
    /** The text of an attribute of the sender's own; empty if it is not there, or binary. */
    public Optional<String> attribute(String name) {
      return Optional.ofNullable(messageAttributes.get(name)).flatMap(Attribute::stringValue);
    }
  }

  /**
   * One attribute of a message.
   *
   * @param dataType String, Number or Binary, with the sender's own label after a dot
   * @param binaryValue in Base64
   */
  @Json
  public record Attribute(
      String dataType, Optional<String> stringValue, Optional<String> binaryValue) {}

  /**
   * Works on each message; those that throw are delivered again, in a FIFO queue with all later.
   */
  public BatchResponse forEach(BatchResponse.Work<Message> work, BatchResponse.Failed failed) {
    boolean ordered =
        records.stream().anyMatch(each -> each.attributes.containsKey("MessageGroupId"));
    return BatchResponse.of(records, Message::messageId, ordered, work, failed);
  }
}
