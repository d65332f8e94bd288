package coldbench.asl;

import coldbench.json.JsonObject;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives several items of a Distributed Map to one child execution.
 *
 * @param maxItems how many items a batch has at most
 * @param maxBytes how many bytes of JSON a batch has at most
 * @param batchInput what every batch gets besides its items
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html">
 *     ItemBatcher</a>
 */
record ItemBatcher(
    Optional<NumberField> maxItems, Optional<NumberField> maxBytes, Optional<Template> batchInput) {

  static Optional<ItemBatcher> read(JsonObject map) {
    Optional<JsonObject> fields = map.optionalObject("ItemBatcher");
    fields.ifPresent(ItemBatcher::check);
    return fields.map(
        batcher ->
            new ItemBatcher(
                NumberField.whole(batcher, "MaxItemsPerBatch", 1, Integer.MAX_VALUE),
                NumberField.whole(batcher, "MaxInputBytesPerBatch", 1, Payload.MAX_BYTES),
                Template.read(
                    batcher, "BatchInput", "ItemBatcher/BatchInput", StatesFields.BEFORE)));
  }

  private static void check(JsonObject batcher) {
    batcher.ignore("BatchInput");
    if (!batcher.has("MaxItemsPerBatch") && !batcher.has("MaxInputBytesPerBatch")) {
      throw batcher.invalid(
          "MaxItemsPerBatch", "is missing, expected it or MaxInputBytesPerBatch or both");
    }
    batcher.ignore("MaxItemsPerBatch", "MaxInputBytesPerBatch").refuseUnread();
  }

  /** Puts items together, in their order, as many as go into a batch. */
  List<MapItems.Batch> batches(List<MapItems.Batch> items, EvaluationContext values)
      throws StateFailure {
    int most = maxItems.isPresent() ? (int) maxItems.get().evaluate(values) : Integer.MAX_VALUE;
    long bytes = maxBytes.isPresent() ? (long) maxBytes.get().evaluate(values) : Payload.MAX_BYTES;
    ObjectNode empty = JsonNodeFactory.instance.objectNode();
    if (batchInput.isPresent()) {
      empty.set("BatchInput", batchInput.get().evaluate(values));
    }
    List<MapItems.Batch> batches = new ArrayList<>();
    ArrayNode batch = JsonNodeFactory.instance.arrayNode();
    long around = Payload.bytes(empty.deepCopy().set("Items", batch));
    long held = around;
    for (MapItems.Batch item : items) {
      long more = Payload.bytes(item.input()) + (batch.isEmpty() ? 0 : 1);
      if (!batch.isEmpty() && (batch.size() == most || held + more > bytes)) {
        batches.add(batch(empty, batch));
        batch = JsonNodeFactory.instance.arrayNode();
        held = around;
        more = Payload.bytes(item.input());
      }
      batch.add(item.input());
      held += more;
    }
    if (!batch.isEmpty()) {
      batches.add(batch(empty, batch));
    }
    return batches;
  }

  private static MapItems.Batch batch(ObjectNode empty, ArrayNode items) {
    JsonNode input = empty.deepCopy().set("Items", items);
    return new MapItems.Batch(input, items.size());
  }
}
