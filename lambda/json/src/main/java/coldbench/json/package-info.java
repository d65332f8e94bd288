/**
 * Records to and from JSON, by code that is written while they are compiled.
 *
 * <p>In: records, enums and sealed interfaces with {@link coldbench.json.Json}. Out: for each
 * {@code Order} a class {@code OrderJson} with its {@link coldbench.json.JsonCodec}. There is no
 * reflection, so that the same classes work natively and on a JVM.
 *
 * <pre>{@code
 * @Json
 * record Order(String id, List<Item> items, @Json.Name("placed_at") Instant placedAt) {}
 *
 * Order order = OrderJson.CODEC.fromJson(event);
 * byte[] json = OrderJson.CODEC.toJson(order);
 * }</pre>
 */
@NullMarked
package coldbench.json;

import org.jspecify.annotations.NullMarked;
