package coldbench.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders of files. */
final class Folders {
  private Folders() {}

  /** Files by the end of their names, in order; none where there is no folder. */
  static List<Path> files(Path folder, int depth, String end) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder, depth)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(end))
          .sorted()
          .toList();
    }
  }

  static void copy(Path from, Path to) throws IOException {
    for (Path file : files(from, Integer.MAX_VALUE, "")) {
      Path target = to.resolve(from.relativize(file).toString());
      Path folder = target.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.copy(file, target);
    }
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
