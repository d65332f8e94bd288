package coldbench.deploy.functions;

import coldbench.deploy.functions.FunctionSettings.Layer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The layers of an entry: versions that exist, or folders and zip files that are deployed as such.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html">Packaging your
 *     layer content</a>
 */
final class EntryLayers {
  /** Lambda's limit for a function. */
  private static final int MOST = 5;

  private static final Pattern VERSION =
      Pattern.compile(
          "arn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:layer:[A-Za-z0-9_-]{1,140}:[0-9]+");

  /** Where the runtimes of a family look, beside {@code bin} and {@code lib}, which all do. */
  private static final Map<String, String> FOLDERS =
      Map.of("python", "python", "nodejs", "nodejs", "java", "java", "ruby", "ruby");

  private static final Set<String> FOR_ALL = Set.of("bin", "lib", "extensions");
  private static final String EXPECTED =
      "the ARN of a layer's version, or the path of a folder or a .zip file";

  private EntryLayers() {}

  static List<Layer> read(EntryFields entry, String runtime) {
    JsonNode value = entry.value("layers");
    List<Layer> layers = new ArrayList<>();
    if (value.isMissingNode()) {
      return layers;
    }
    if (!value.isArray() || value.size() > MOST) {
      entry.problem(".layers", value, "a list of at most " + MOST + ", each " + EXPECTED);
      return layers;
    }
    for (int i = 0; i < value.size(); i++) {
      String where = entry.where() + ".layers[" + i + "]";
      JsonNode layer = value.get(i);
      Optional<Layer> read = layer.isTextual() ? layer(entry, layer.textValue()) : Optional.empty();
      if (read.isEmpty()) {
        entry.problem(".layers[" + i + "]", layer, EXPECTED);
      } else {
        read.ifPresent(layers::add);
        problem(read.get(), runtime)
            .ifPresent(
                wrong -> entry.add("%s is \"%s\", %s".formatted(where, layer.textValue(), wrong)));
      }
    }
    return layers;
  }

  private static Optional<Layer> layer(EntryFields entry, String text) {
    if (text.startsWith("arn:")) {
      return Optional.of(text).filter(VERSION.asMatchPredicate()).map(Layer.Published::new);
    }
    return entry.path(text).map(Layer.Local::new);
  }

  private static Optional<String> problem(Layer layer, String runtime) {
    if (!(layer instanceof Layer.Local local)) {
      return Optional.empty();
    }
    if (!Files.exists(local.path())) {
      return Optional.of("which does not exist, expected a folder or a .zip file: build it first");
    }
    try (PackageContent content = PackageContent.of(local.path())) {
      return PackageCheck.ofLayer(content).or(() -> ofAnotherRuntime(top(content), runtime));
    } catch (IOException e) {
      return Optional.of("which cannot be read (%s): build it again".formatted(e.getMessage()));
    }
  }

  /** The names at its top. */
  private static Set<String> top(PackageContent layer) {
    return layer.entries().stream()
        .map(entry -> entry.name().split("/", 2)[0])
        .collect(Collectors.toSet());
  }

  /** Whether all that runtimes look for in it is another family's. */
  private static Optional<String> ofAnotherRuntime(Set<String> top, String runtime) {
    Set<String> others = new TreeSet<>(FOLDERS.values());
    others.retainAll(top);
    boolean used =
        top.stream().anyMatch(FOR_ALL::contains)
            || FOLDERS.entrySet().stream()
                .anyMatch(
                    each -> runtime.startsWith(each.getKey()) && top.contains(each.getValue()));
    if (used || others.isEmpty() || runtime.isEmpty() || runtime.startsWith("provided")) {
      return Optional.empty();
    }
    return Optional.of(
        "a layer for another runtime: it has %s, where %s does not look: give one with %s"
            .formatted(
                String.join(", ", others),
                runtime,
                FOLDERS.entrySet().stream()
                    .filter(each -> runtime.startsWith(each.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("lib or bin")));
  }
}
