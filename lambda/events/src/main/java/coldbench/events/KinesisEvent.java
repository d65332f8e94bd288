package coldbench.events;

import coldbench.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * Records of a data stream; answered by {@link BatchResponse} or by nothing.
 *
 * <p>Source: https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html
 */
@Json
public record KinesisEvent(@Json.Name("Records") List<Entry> records) {
  /** One record with where it comes from. */
  @Json
  public record Entry(
      String eventID,
      @Json.Default String awsRegion,
      @Json.Default String eventSourceARN,
      @Json.Name("kinesis") Data record) {}

  /**
   * One record.
   *
   * @param data in Base64
   * @param approximateArrivalTimestamp in s since 1970 UTC
   */
  @Json
  public record Data(
      String partitionKey,
      String sequenceNumber,
      String data,
      BigDecimal approximateArrivalTimestamp) {
    /**
     * What was put into the stream.
     *
     * @throws IllegalArgumentException if the data is not Base64
     */
    public byte[] bytes() {
      return Base64.getDecoder().decode(data);
    }

    /** When it arrived, in ms precision. */
    public Instant arrivedAt() {
      return Instant.ofEpochMilli(approximateArrivalTimestamp.movePointRight(3).longValue());
    }
  }

  /** Works on the records in their order; what comes after one that throws is delivered again. */
  public BatchResponse forEach(BatchResponse.Work<Entry> work, BatchResponse.Failed failed) {
    return BatchResponse.untilFailure(records, each -> each.record.sequenceNumber, work, failed);
  }
}
