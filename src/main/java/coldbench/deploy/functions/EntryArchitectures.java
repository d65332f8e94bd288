package coldbench.deploy.functions;

import coldbench.lambda.Architecture;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.List;

/** Which of the processors that a deployment asks for an entry is for. */
final class EntryArchitectures {
  /** What stands for the processor's name in the path of a package. */
  static final String PLACEHOLDER = "{architecture}";

  private EntryArchitectures() {}

  /**
   * All of them for an entry that has a package for each: paths by processor, a path with a place
   * for the processor's name, or what our own build makes. Else the first, unless it names one.
   *
   * @param asked by the setting, at least one
   */
  static List<Architecture> of(JsonNode entry, List<Architecture> asked) {
    if (entry.has("architecture")) {
      return asked.subList(0, 1);
    }
    JsonNode code = entry.path("code");
    if (code.isObject()) {
      List<Architecture> given =
          asked.stream().filter(each -> code.has(each.lambdaName())).toList();
      return given.isEmpty() ? asked.subList(0, 1) : given;
    }
    return code instanceof POJONode || code.asText().contains(PLACEHOLDER)
        ? asked
        : asked.subList(0, 1);
  }
}
