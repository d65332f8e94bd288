package coldbench.roundtrip;

import coldbench.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nested records, lists, maps, names and defaults, as orders have them. */
@Json
public record Order(
    String id,
    @Json.Name("placed_at") Instant placedAt,
    List<Item> items,
    Map<String, List<Double>> weights,
    Optional<String> note,
    @Json.Default("new") Status status,
    @Json.Default List<String> tags,
    @Json.Default("1") int version,
    Payment payment) {

  /** Names in JSON that Java would not take. */
  @Json
  public enum Status {
    @Json.Name("new")
    NEW,
    @Json.Name("on hold")
    ON_HOLD,
    SHIPPED
  }

  /** A line of the order; none has less than one piece. */
  @Json
  public record Item(String sku, double price, BigDecimal tax, int count, Optional<Item> gift) {
    public Item {
      if (count < 1) {
        throw new IllegalArgumentException("count is " + count + ", expected at least 1");
      }
    }
  }

  /** Told apart by a member. */
  @Json(discriminator = "by")
  public sealed interface Payment {
    /** The first way. */
    @Json
    @Json.Name("card")
    record Card(String number, @Json.Default short month) implements Payment {}

    /** Ways that are told apart as if they were no group of their own. */
    sealed interface Later extends Payment {}

    /** With a list of its own kind. */
    @Json
    record Split(List<Payment> parts) implements Later {}

    /** Nothing but the member that tells it. */
    @Json
    record Cash() implements Later {}
  }
}
