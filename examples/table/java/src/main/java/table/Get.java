package table;

import coldbench.json.Json;
import java.util.Optional;

/**
 * What GetItem takes and answers.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html">GetItem</a>
 */
@Json
record Get(
    @Json.Name("TableName") String table,
    @Json.Name("Key") Key key,
    @Json.Name("ConsistentRead") boolean consistent) {
  @Json
  record Key(Item.Text id) {}

  @Json
  record Answer(@Json.Name("Item") Optional<Item> item) {}
}
