package coldbench.deploy.functions;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the setting {@code functions}: a file, {@code java-jvm}, or in cdk.json also the list that
 * such a file holds.
 */
public final class OwnFunctions {
  static final String ALLOWED =
      "java-jvm, or the path of a JSON file with a list of functions (see docs/own-functions.md)";

  private static final int MOST = 20;

  /** All events and expectations travel in variables of the state machine, 256 KiB each at most. */
  private static final int MOST_TEXT = 65_536;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Path project;
  private final Architecture architecture;
  private final List<String> problems;

  /**
   * @param project the folder of cdk.json, to which paths in the settings are relative
   * @param architecture of a function that names none
   * @param problems takes what is wrong, a line each
   */
  public OwnFunctions(Path project, Architecture architecture, List<String> problems) {
    this.project = project;
    this.architecture = architecture;
    this.problems = problems;
  }

  /** What can be read of the setting's value. */
  public List<OwnFunction> read(Object setting) {
    if (setting instanceof List<?> list) {
      return entries("cdk.json", project, JSON.valueToTree(list));
    }
    String text = String.valueOf(setting);
    if (text.isEmpty()) {
      return List.of();
    }
    if (text.equals(OwnFunction.JVM)) {
      return entries("-c", project, JsonNodeFactory.instance.arrayNode().add(text));
    }
    return ofFile(text);
  }

  private List<OwnFunction> ofFile(String text) {
    try {
      Path file = project.resolve(text).toAbsolutePath().normalize();
      if (!Files.isRegularFile(file)) {
        problems.add(
            "functions is \"%s\", where there is no file (%s), expected %s: give another by -c functions=… (locally --with), or change it in cdk.json"
                .formatted(text, file, ALLOWED));
        return List.of();
      }
      Path folder = file.getParent();
      return entries(text, folder == null ? project : folder, JSON.readTree(file.toFile()));
    } catch (JsonProcessingException e) {
      problems.add(
          "functions is \"%s\", which is not JSON (%s, line %d): correct the file"
              .formatted(text, e.getOriginalMessage(), e.getLocation().getLineNr()));
    } catch (IOException | InvalidPathException e) {
      problems.add(
          "functions is \"%s\", which cannot be read (%s), expected %s"
              .formatted(text, e.getMessage(), ALLOWED));
    }
    return List.of();
  }

  private List<OwnFunction> entries(String origin, Path folder, JsonNode list) {
    if (!list.isArray() || list.size() > MOST) {
      problems.add(
          "functions in %s is %s, expected a list of at most %d functions: correct it there"
              .formatted(origin, shown(list), MOST));
      return List.of();
    }
    List<OwnFunction> all = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode entry = list.get(i);
      if (entry.isTextual() && entry.textValue().equals(OwnFunction.JVM)) {
        all.add(OwnFunction.jvm(project, architecture));
      } else {
        String where = "functions[" + i + "] in " + origin;
        new OwnFunctionEntry(where, folder, architecture, problems).read(entry).ifPresent(all::add);
      }
    }
    refuseTwice(origin, all);
    refuseTooLong(origin, all);
    return all;
  }

  /** The construct's id has no dashes, so that labels must differ without them, too. */
  private void refuseTwice(String origin, List<OwnFunction> all) {
    Map<String, String> seen = new HashMap<>();
    Set<String> twice = new TreeSet<>();
    for (OwnFunction function : all) {
      String other = seen.put(function.label().replace("-", ""), function.label());
      if (other != null) {
        twice.add(other.equals(function.label()) ? other : other + " and " + function.label());
      }
    }
    for (String label : twice) {
      problems.add(
          "functions in %s has the label %s twice, expected each once, dashes not counted: rename one"
              .formatted(origin, label));
    }
  }

  private void refuseTooLong(String origin, List<OwnFunction> all) {
    int length =
        all.stream()
            .mapToInt(each -> each.event().orElse("").length() + each.expect().orElse("").length())
            .sum();
    if (length > MOST_TEXT) {
      problems.add(
          "functions in %s has events and expectations of %d characters together, expected %d: make them shorter"
              .formatted(origin, length, MOST_TEXT));
    }
  }

  /** A value as a message shows it. */
  static String shown(JsonNode value) {
    String text = value.toString();
    return text.length() > 80 ? text.substring(0, 77) + "..." : text;
  }
}
