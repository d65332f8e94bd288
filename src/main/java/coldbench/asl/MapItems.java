package coldbench.asl;

import coldbench.json.JsonObject;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a Map goes over and how many at once: the fields that both modes have.
 *
 * @see <a href="https://states-language.net/spec.html#map-state">Map state</a>
 */
record MapItems(
    Optional<Template> items,
    Optional<Template> itemSelector,
    Optional<NumberField> maxConcurrency) {

  static MapItems read(JsonObject fields) {
    Optional<Template> items = Template.read(fields, "Items");
    if (items.isPresent()
        && items.get() instanceof Template.Constant constant
        && !constant.value().isArray()) {
      throw fields.unexpected("Items", "an array or an expression");
    }
    return new MapItems(
        items,
        Template.read(fields, "ItemSelector"),
        NumberField.whole(fields, "MaxConcurrency", 0, Integer.MAX_VALUE));
  }

  /** An attempt that tells history when it failed for good. */
  Recovery.Attempt attempt(StateExecution visit, Recovery.Attempt body) {
    return new Recovery.Attempt() {
      @Override
      public Transition run() throws StateFailure, InterruptedException {
        return body.run();
      }

      @Override
      public void failed() throws StateFailure {
        visit.scope().event("MapStateFailed", Details::none);
      }
    };
  }

  /** Runs an item, unless it is known what it gives. */
  JsonNode journaled(StateExecution visit, JsonNode input, Item.Body body)
      throws StateFailure, InterruptedException {
    ItemJournal journal = visit.run().engine().journal();
    Optional<JsonNode> known = journal.output(visit.stateName(), input);
    if (known.isPresent()) {
      return known.get();
    }
    JsonNode output = body.run();
    journal.ended(visit.stateName(), input, output);
    return output;
  }

  /**
   * What one child execution gets.
   *
   * @param input its input
   * @param items how many items are in it
   */
  record Batch(JsonNode input, int items) {}

  /** The inputs of a Distributed Map's children, an item each. */
  List<Batch> inputs(List<Item> list, StateExecution visit, EvaluationContext values)
      throws StateFailure {
    List<Batch> inputs = new ArrayList<>(list.size());
    for (Item item : list) {
      inputs.add(new Batch(input(item, visit, values), 1));
    }
    return inputs;
  }

  /** {@code $states.context.Map} for one item. */
  record Item(int index, JsonNode value) {

    /** What is done for an item. */
    interface Body {
      JsonNode run() throws StateFailure, InterruptedException;
    }

    ObjectNode context() {
      ObjectNode map = JsonNodeFactory.instance.objectNode();
      ObjectNode item = map.putObject("Item");
      item.put("Index", index);
      item.set("Value", value);
      return map;
    }
  }

  List<Item> list(StateExecution visit, EvaluationContext values) throws StateFailure {
    JsonNode array = items.isPresent() ? items.get().evaluate(values) : visit.input();
    if (!array.isArray()) {
      throw items.isPresent() && items.get() instanceof Template.Evaluated evaluated
          ? UnexpectedType.failure(evaluated.expression(), values, "array", array)
          : values.failure(
              StateFailure.QUERY_EVALUATION, "Map state input must be an array but was: " + array);
    }
    List<Item> list = new ArrayList<>(array.size());
    for (JsonNode value : array) {
      list.add(new Item(list.size(), value));
    }
    return list;
  }

  /** The input of an item's workflow. */
  JsonNode input(Item item, StateExecution visit, EvaluationContext values) throws StateFailure {
    if (itemSelector.isEmpty()) {
      return item.value();
    }
    EvaluationContext inItem = values.withContext(() -> visit.context().set("Map", item.context()));
    return Payload.within(itemSelector.get().evaluate(inItem), visit.stateName());
  }

  /** How many to run at once: what the definition says, up to what the engine allows. */
  int atOnce(StateExecution visit, EvaluationContext values) throws StateFailure {
    int allowed = visit.run().engine().itemsAtOnce();
    int wanted = maxConcurrency.isPresent() ? (int) maxConcurrency.get().evaluate(values) : 0;
    return wanted == 0 ? allowed : Math.min(wanted, allowed);
  }
}
