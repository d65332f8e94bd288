package coldbench.asl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One event of an execution's history.
 *
 * @param executionArn the execution it belongs to: a Distributed Map's items have their own
 * @param id counts from 1 within the execution
 * @param previousEventId the event that this one follows, 0 for the first
 * @param timestamp when it happened
 * @param type such as {@code TaskStateEntered}
 * @param detailsField the field that holds the details, such as {@code stateEnteredEventDetails};
 *     empty where the type has none
 * @param details the details, an empty object where the type has none
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html">
 *     HistoryEvent</a>
 */
public record HistoryEvent(
    String executionArn,
    long id,
    long previousEventId,
    Instant timestamp,
    String type,
    String detailsField,
    ObjectNode details) {

  /** The event as {@code GetExecutionHistory} gives it. */
  public ObjectNode toJson() {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("timestamp", Timestamps.format(timestamp));
    event.put("type", type);
    event.put("id", id);
    event.put("previousEventId", previousEventId);
    if (!detailsField.isEmpty()) {
      event.set(detailsField, details);
    }
    return event;
  }
}
