package coldbench.events;

import coldbench.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Messages of a topic.
 *
 * <p>Source: https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html
 */
@Json
public record SnsEvent(@Json.Name("Records") List<Entry> records) {
  /** One message with where it comes from. */
  @Json
  public record Entry(
      @Json.Name("EventSubscriptionArn") String subscriptionArn,
      @Json.Name("Sns") Message message) {}

  /**
   * One message.
   *
   * @param message its text
   * @param attributes the sender's own
   */
  @Json
  public record Message(
      @Json.Name("MessageId") String messageId,
      @Json.Name("TopicArn") String topicArn,
      @Json.Name("Subject") Optional<String> subject,
      @Json.Name("Message") String message,
      @Json.Name("Timestamp") Instant timestamp,
      @Json.Name("MessageAttributes") @Json.Default Map<String, Attribute> attributes) {
    /** The value of an attribute of the sender's own; empty if it is not there. */
    public Optional<String> attribute(String name) {
      return Optional.ofNullable(attributes.get(name)).map(Attribute::value);
    }
  }

  /**
   * One attribute of a message.
   *
   * @param type String, String.Array, Number or Binary
   */
  @Json
  public record Attribute(@Json.Name("Type") String type, @Json.Name("Value") String value) {}
}
