package coldbench.nativebuild;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a library brings along for C: {@code META-INF/coldbench/native/NAME} on the class path, with
 * {@code NAME.h}, {@code NAME.zig} and what that imports, and {@code zig-std.diff} where it imports
 * a changed copy of a file of zig's library. It becomes part of a program only if that program uses
 * a class whose native methods include the header ({@code @Include(value = "NAME.h", isSystem =
 * false)}): TeaVM writes no include for methods that are never called.
 */
record NativePart(String name, Path folder) {
  private static final String PLACE = "META-INF/coldbench/native";
  private static final String CHANGES = "zig-std.diff";
  private static final Pattern INCLUDE = Pattern.compile("#include \"([\\w-]+)\\.h\"");

  /** Unpacks the parts that the C sources include into {@code target}. */
  static List<NativePart> used(Path cSources, List<Path> classPath, Path target)
      throws IOException {
    Set<String> included = new LinkedHashSet<>();
    try (Stream<Path> tree = Files.walk(cSources)) {
      for (Path file : tree.filter(f -> f.toString().endsWith(".c")).sorted().toList()) {
        Matcher include = INCLUDE.matcher(Files.readString(file));
        while (include.find()) {
          included.add(include.group(1));
        }
      }
    }
    List<NativePart> parts = new ArrayList<>();
    for (Path entry : classPath) {
      for (String name : included) {
        Path folder = target.resolve(name);
        if (copy(entry, PLACE + "/" + name, folder)) {
          parts.add(new NativePart(name, folder));
        }
      }
    }
    return parts;
  }

  private static boolean copy(Path entry, String folder, Path target) throws IOException {
    if (Files.isDirectory(entry)) {
      return copy(entry.resolve(folder), target);
    } else if (!Files.isRegularFile(entry)) {
      return false;
    }
    try (FileSystem jar = FileSystems.newFileSystem(entry)) {
      return copy(jar.getPath(folder), target);
    }
  }

  private static boolean copy(Path folder, Path target) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    Files.createDirectories(target);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.write(target.resolve(file.getFileName().toString()), Files.readAllBytes(file));
      }
    }
    return true;
  }

  Path source() {
    return folder.resolve(name + ".zig");
  }

  /** Puts the changed copies of zig's files beside the source. */
  void addChanged(Path zigHome) throws BuildException, IOException {
    Path changes = folder.resolve(CHANGES);
    if (Files.exists(changes)) {
      UnifiedDiff diff = UnifiedDiff.parse(Files.readAllLines(changes));
      for (String file : diff.files().keySet()) {
        Path original = zigHome.resolve(file);
        Path copy = folder.resolve(original.getFileName().toString());
        Files.write(copy, diff.apply(file, Files.readAllLines(original)));
      }
    }
  }
}
