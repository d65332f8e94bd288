package coldbench.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The folder that {@code cdk synth} writes: templates and assets, named by its manifest.
 *
 * <p>Source: the cloud assembly schema, {@code
 * https://docs.aws.amazon.com/cdk/api/v2/docs/cloud-assembly-schema-readme.html}
 */
public final class CloudAssembly {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final JsonNode artifacts;

  private CloudAssembly(Path folder, JsonNode artifacts) {
    this.folder = folder;
    this.artifacts = artifacts;
  }

  /**
   * Reads the manifest of a cloud assembly.
   *
   * @throws TemplateException if the folder holds none
   */
  public static CloudAssembly read(Path folder) {
    Path manifest = folder.resolve("manifest.json");
    if (!Files.isRegularFile(manifest)) {
      throw new TemplateException(
          folder + " is not a cloud assembly, it has no manifest.json: run 'cdk synth' first");
    }
    return new CloudAssembly(folder, readJson(manifest).path("artifacts"));
  }

  /**
   * The template of the stack with this name.
   *
   * @throws TemplateException if the assembly has no such stack; the message lists those it has
   */
  public Template stack(String name) {
    JsonNode artifact = artifacts.path(name);
    if (!artifact.path("type").asText().equals("aws:cloudformation:stack")) {
      throw new TemplateException(
          "the stack " + name + " is not in " + folder + ", there are " + stacks());
    }
    JsonNode properties = artifact.path("properties");
    Path template = folder.resolve(properties.path("templateFile").asText());
    return new Template(name, readJson(template), assets(name));
  }

  private List<String> stacks() {
    List<String> names = new ArrayList<>();
    artifacts
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().path("type").asText().equals("aws:cloudformation:stack")) {
                names.add(entry.getKey());
              }
            });
    return names;
  }

  /** Object key in the assets bucket → the folder or file that would be uploaded there. */
  private Map<String, Path> assets(String stack) {
    Map<String, Path> byKey = new TreeMap<>();
    JsonNode manifest = artifacts.path(stack + ".assets").path("properties").path("file");
    if (manifest.isMissingNode()) {
      return byKey;
    }
    JsonNode files = readJson(folder.resolve(manifest.asText())).path("files");
    for (JsonNode file : files) {
      Path source = folder.resolve(file.path("source").path("path").asText());
      for (JsonNode destination : file.path("destinations")) {
        byKey.put(destination.path("objectKey").asText(), source);
      }
    }
    return byKey;
  }

  private static JsonNode readJson(Path file) {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
