package table;

import coldbench.json.Json;

/** An order as the table has it: each attribute with its type. */
@Json
record Item(Text id, Text customer, Number total) {
  @Json
  record Text(@Json.Name("S") String value) {}

  @Json
  record Number(@Json.Name("N") String value) {}

  static Item of(String id, Order order) {
    return new Item(
        new Text(id), new Text(order.customer()), new Number(Long.toString(order.total())));
  }

  Order order() {
    return new Order(customer.value(), Long.parseLong(total.value()));
  }
}
