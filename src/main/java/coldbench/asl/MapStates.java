package coldbench.asl;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a Map state of either mode. */
final class MapStates {
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_-]{1,40}");

  private MapStates() {}

  static State read(String name, Fields fields, Loader loader) {
    Fields processor = fields.object("ItemProcessor");
    boolean distributed = distributed(processor);
    Workflow workflow = (distributed ? loader.separate() : loader.inner()).workflow(processor);
    processor.comment();
    processor.end();
    MapItems items = MapItems.read(fields);
    Recovery recovery = Recovery.read(fields, loader);
    Exit exit = loader.exit(fields);
    if (!distributed) {
      return new InlineMapState(name, items, workflow, recovery, exit);
    }
    return new DistributedMapState(
        name,
        label(fields),
        items,
        NumberField.whole(fields, "ToleratedFailureCount", 0, Integer.MAX_VALUE),
        NumberField.read(fields, "ToleratedFailurePercentage", false, 0, 100),
        workflow,
        recovery,
        exit);
  }

  private static boolean distributed(Fields processor) {
    if (processor.optional("ProcessorConfig").isEmpty()) {
      return false;
    }
    Fields config = processor.object("ProcessorConfig");
    String mode = config.optionalText("Mode").orElse("INLINE");
    if (mode.equals("DISTRIBUTED")) {
      String type = config.text("ExecutionType");
      if (!type.equals("STANDARD")) {
        throw config.invalid("ExecutionType", "is %s, allowed is STANDARD".formatted(type));
      }
    } else if (!mode.equals("INLINE")) {
      throw config.invalid("Mode", "is %s, allowed are DISTRIBUTED, INLINE".formatted(mode));
    }
    config.end();
    return mode.equals("DISTRIBUTED");
  }

  private static Optional<String> label(Fields fields) {
    Optional<String> label = fields.optionalText("Label");
    if (label.isPresent() && !LABEL.matcher(label.get()).matches()) {
      throw fields.invalid(
          "Label", "is %s, allowed are 1 to 40 letters, digits, - and _".formatted(label.get()));
    }
    return label;
  }
}
