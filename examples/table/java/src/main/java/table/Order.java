package table;

import coldbench.json.Json;

/** The event, and the answer. */
@Json
record Order(String customer, long total) {}
