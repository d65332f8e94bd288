package coldbench.events;

import coldbench.json.Json;
import coldbench.json.RawJson;
import java.time.Instant;
import java.util.List;

/**
 * An event of an event bus, a schedule among them.
 *
 * <p>Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html
 *
 * @param detailType what kind of event it is, such as {@code Scheduled Event}
 * @param detail in the source's own shape; {@code event.detail().as(OrderJson.CODEC)}
 */
@Json
public record EventBridgeEvent(
    @Json.Default("0") String version,
    String id,
    @Json.Name("detail-type") String detailType,
    String source,
    @Json.Default String account,
    Instant time,
    @Json.Default String region,
    @Json.Default List<String> resources,
    RawJson detail) {}
