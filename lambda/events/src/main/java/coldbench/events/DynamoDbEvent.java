package coldbench.events;

import coldbench.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes of a table's items, from its stream; answered by {@link BatchResponse} or by nothing.
 *
 * <p>Source: https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
 */
@Json
public record DynamoDbEvent(@Json.Name("Records") List<Entry> records) {
  /**
   * One change.
   *
   * @param eventName INSERT, MODIFY or REMOVE
   */
  @Json
  public record Entry(
      String eventID,
      String eventName,
      @Json.Default String awsRegion,
      @Json.Default String eventSourceARN,
      @Json.Name("dynamodb") Change change) {}

  /**
   * The item before and after.
   *
   * @param newImage empty if the stream does not carry it, or the item was removed
   * @param oldImage empty if the stream does not carry it, or the item was inserted
   */
  @Json
  public record Change(
      @Json.Name("Keys") Map<String, AttributeValue> keys,
      @Json.Name("NewImage") @Json.Default Map<String, AttributeValue> newImage,
      @Json.Name("OldImage") @Json.Default Map<String, AttributeValue> oldImage,
      @Json.Name("SequenceNumber") String sequenceNumber,
      @Json.Name("SizeBytes") @Json.Default long sizeBytes,
      @Json.Name("StreamViewType") @Json.Default String streamViewType) {}

  /** Works on the changes in their order; what comes after one that throws is delivered again. */
  public BatchResponse forEach(BatchResponse.Work<Entry> work, BatchResponse.Failed failed) {
    return BatchResponse.untilFailure(records, each -> each.change.sequenceNumber, work, failed);
  }

  /**
   * A value as DynamoDB writes it: exactly one of these is there.
   *
   * <p>Source:
   * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html
   *
   * @param n a number as text, of up to 38 digits
   * @param b in Base64
   */
  @Json
  public record AttributeValue(
      @Json.Name("S") Optional<String> s,
      @Json.Name("N") Optional<String> n,
      @Json.Name("B") Optional<String> b,
      @Json.Name("BOOL") Optional<Boolean> bool,
      @Json.Name("NULL") Optional<Boolean> isNull,
      @Json.Name("SS") Optional<List<String>> ss,
      @Json.Name("NS") Optional<List<String>> ns,
      @Json.Name("BS") Optional<List<String>> bs,
      @Json.Name("L") Optional<List<AttributeValue>> list,
      @Json.Name("M") Optional<Map<String, AttributeValue>> map) {}
}
