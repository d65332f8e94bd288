package coldbench.asl;

import coldbench.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a Map state of either mode. */
final class MapStates {
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_-]{1,40}");

  private MapStates() {}

  static State read(String name, JsonObject fields, Loader loader) {
    JsonObject processor = fields.object("ItemProcessor");
    boolean distributed = distributed(processor);
    Workflow workflow = (distributed ? loader.separate() : loader.inner()).workflow(processor);
    Loader.comment(processor);
    processor.refuseUnread();
    MapItems items = MapItems.read(fields);
    Recovery recovery = Recovery.read(fields, loader);
    Exit exit = loader.exit(fields, StatesFields.WITH_RESULT);
    if (!distributed) {
      return new InlineMapState(name, items, workflow, recovery, exit);
    }
    return new DistributedMapState(
        name,
        label(fields),
        items,
        ItemBatcher.read(fields),
        NumberField.whole(fields, "ToleratedFailureCount", 0, Integer.MAX_VALUE),
        NumberField.read(fields, "ToleratedFailurePercentage", false, 0, 100),
        workflow,
        recovery,
        exit);
  }

  private static boolean distributed(JsonObject processor) {
    if (!processor.has("ProcessorConfig")) {
      return false;
    }
    JsonObject config = processor.object("ProcessorConfig");
    String mode = config.oneOf("Mode", List.of("DISTRIBUTED", "INLINE"), "INLINE");
    if (mode.equals("DISTRIBUTED")) {
      config.oneOf("ExecutionType", List.of("EXPRESS", "STANDARD"));
    }
    config.refuseUnread();
    return mode.equals("DISTRIBUTED");
  }

  private static Optional<String> label(JsonObject fields) {
    Optional<String> label = fields.optionalText("Label");
    if (label.isPresent() && !LABEL.matcher(label.get()).matches()) {
      throw fields.unexpected("Label", "1 to 40 letters, digits, - and _");
    }
    return label;
  }
}
