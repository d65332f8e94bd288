package table;

import coldbench.json.Json;

/**
 * What PutItem takes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html">PutItem</a>
 */
@Json
record Put(@Json.Name("TableName") String table, @Json.Name("Item") Item item) {}
