package coldbench.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.deploy.functions.SourceHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What was built last, and from what: a hash of the sources, then a hash and a path for each file
 * or folder that was made, a line each.
 */
record Stamp(Path file) {
  /** Whether all of it is still there, as it was made from these sources. */
  boolean isOf(String sources) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    List<String> lines = Files.readAllLines(file, UTF_8);
    if (lines.isEmpty() || !lines.get(0).equals(sources)) {
      return false;
    }
    for (String line : lines.subList(1, lines.size())) {
      Path made = Path.of(line.substring(line.indexOf(' ') + 1));
      if (!Files.exists(made) || !line.startsWith(SourceHash.of(made, "") + " ")) {
        return false;
      }
    }
    return lines.size() > 1;
  }

  void write(String sources, List<Path> made) throws IOException {
    List<String> lines = new ArrayList<>(List.of(sources));
    for (Path each : made) {
      lines.add(SourceHash.of(each, "") + " " + each);
    }
    Files.write(file, lines, UTF_8);
  }
}
