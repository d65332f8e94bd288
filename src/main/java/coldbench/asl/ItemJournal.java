package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Remembers the items of Map states that have come to their end, so that an execution that ended
 * early can be taken up again and only what is missing is run: what the service calls a redrive.
 * Used by several threads where items run side by side.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/redrive-map-run.html">Redriving
 *     Map Runs</a>
 */
public interface ItemJournal {
  /** Remembers nothing: every item is run. */
  ItemJournal NONE =
      new ItemJournal() {
        @Override
        public Optional<JsonNode> output(String state, JsonNode input) {
          return Optional.empty();
        }

        @Override
        public void ended(String state, JsonNode input, JsonNode output) {}
      };

  /**
   * What an item is known to give, which is then not run; empty for one that has to be run.
   *
   * @param state the Map state's name
   * @param input the input of the item's workflow
   */
  Optional<JsonNode> output(String state, JsonNode input);

  /** An item's workflow came to its end, before the next one starts in its place. */
  void ended(String state, JsonNode input, JsonNode output);
}
