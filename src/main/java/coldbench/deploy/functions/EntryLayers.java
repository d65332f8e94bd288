package coldbench.deploy.functions;

import coldbench.archive.ArchiveEntry;
import coldbench.archive.ArchiveEntry.Kind;
import coldbench.deploy.functions.FunctionSettings.Layer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
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
          "(?<layer>arn:aws[a-z-]*:lambda:(?<region>[a-z0-9-]+):[0-9]{12}:layer:[A-Za-z0-9_-]{1,140}):[0-9]+");

  /**
   * The families of runtimes, each of which looks into a folder of its name, beside {@code bin} and
   * {@code lib}, into which all do: and where in it stands what is for one version only.
   */
  private static final Map<String, Optional<Pattern>> FAMILIES =
      Map.of(
          "python", Optional.of(Pattern.compile("python/lib/python([0-9]+\\.[0-9]+)/.*")),
          "nodejs", Optional.of(Pattern.compile("nodejs/node([0-9]+)/.*")),
          "ruby", Optional.of(Pattern.compile("ruby/gems/([0-9]+\\.[0-9]+)\\.[0-9]+/.*")),
          "java", Optional.empty());

  private static final Set<String> FOR_ALL = Set.of("bin", "lib", "extensions");
  private static final String EXPECTED =
      "the ARN of a layer's version, or the path of a folder or a .zip file";

  private final Optional<String> region;

  /**
   * @param region that is deployed to, where it is known
   */
  EntryLayers(Optional<String> region) {
    this.region = region;
  }

  List<Layer> read(EntryFields entry, String runtime) {
    JsonNode value = entry.value("layers");
    List<Layer> layers = new ArrayList<>();
    if (value.isMissingNode()) {
      return layers;
    }
    if (!value.isArray() || value.size() > MOST) {
      entry.problem(".layers", value, "a list of at most " + MOST + ", each " + EXPECTED);
      return layers;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < value.size(); i++) {
      String where = entry.where() + ".layers[" + i + "]";
      JsonNode layer = value.get(i);
      Optional<Layer> read = layer.isTextual() ? layer(entry, layer.textValue()) : Optional.empty();
      if (read.isEmpty()) {
        entry.problem(".layers[" + i + "]", layer, EXPECTED);
      } else {
        read.ifPresent(layers::add);
        (read.get() instanceof Layer.Local local
                ? ofContent(local, runtime)
                : ofVersion(layer.textValue(), seen))
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

  /**
   * What Lambda would refuse of a version that exists.
   *
   * @param seen the layers that the function has already, without their versions
   */
  private Optional<String> ofVersion(String arn, Set<String> seen) {
    Matcher parts = VERSION.matcher(arn);
    if (!parts.matches()) {
      return Optional.empty();
    }
    if (!seen.add(parts.group("layer"))) {
      return Optional.of(
          "a layer that is there already, expected each once, in one version: leave one out");
    }
    return region
        .filter(own -> !own.equals(parts.group("region")))
        .map(
            own ->
                "a layer in %s, expected one in %s, which is deployed to: Lambda takes no layer of another region"
                    .formatted(parts.group("region"), own));
  }

  private static Optional<String> ofContent(Layer.Local local, String runtime) {
    if (!Files.exists(local.path())) {
      return Optional.of("which does not exist, expected a folder or a .zip file: build it first");
    }
    try (PackageContent content = PackageContent.of(local.path())) {
      return PackageCheck.ofLayer(content).or(() -> ofAnotherRuntime(files(content), runtime));
    } catch (IOException e) {
      return Optional.of("which cannot be read (%s): build it again".formatted(e.getMessage()));
    }
  }

  private static List<String> files(PackageContent layer) {
    return layer.entries().stream()
        .filter(entry -> entry.kind() != Kind.FOLDER)
        .map(ArchiveEntry::name)
        .toList();
  }

  /** Whether all that runtimes look for in it is another family's, or another version's. */
  private static Optional<String> ofAnotherRuntime(List<String> files, String runtime) {
    Set<String> top = files.stream().map(name -> name.split("/", 2)[0]).collect(Collectors.toSet());
    Optional<String> family = FAMILIES.keySet().stream().filter(runtime::startsWith).findFirst();
    Set<String> others = new TreeSet<>(FAMILIES.keySet());
    others.retainAll(top);
    if (others.isEmpty()
        || top.stream().anyMatch(FOR_ALL::contains)
        || runtime.isEmpty()
        || runtime.startsWith("provided")) {
      return Optional.empty();
    }
    if (family.filter(top::contains).isPresent()) {
      return ofAnotherVersion(files, family.get(), runtime);
    }
    return Optional.of(
        "a layer for another runtime: it has %s, where %s does not look: give one with %s"
            .formatted(String.join(", ", others), runtime, family.orElse("lib or bin")));
  }

  private static Optional<String> ofAnotherVersion(
      List<String> files, String family, String runtime) {
    Set<String> versions = new TreeSet<>();
    for (String file : files) {
      if (file.startsWith(family + "/")) {
        Optional<Matcher> one =
            FAMILIES
                .getOrDefault(family, Optional.empty())
                .map(pattern -> pattern.matcher(file))
                .filter(Matcher::matches);
        if (one.isEmpty()) {
          return Optional.empty();
        }
        versions.add(one.get().group(1));
      }
    }
    String own = runtime.substring(family.length()).replaceFirst("\\.x$", "");
    return versions.contains(own)
        ? Optional.empty()
        : Optional.of(
            "a layer for another version of the runtime: all it has is for %s, where %s does not look: give one for %s"
                .formatted(String.join(", ", versions), runtime, own));
  }
}
