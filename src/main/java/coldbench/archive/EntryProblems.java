package coldbench.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.archive.ArchiveEntry.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * Why an archive cannot be unpacked, or not in one way only. Lambda's own word for most of it is
 * {@code Could not unzip uploaded file}.
 */
final class EntryProblems {
  private static final Set<Integer> METHODS = Set.of(ZipEntry.STORED, ZipEntry.DEFLATED);

  private static final int MOST_NAME_BYTES = 255;
  private static final int MOST_PATH_BYTES = 4095 - "/var/task/".length();

  /** What lies at a path. */
  private final Map<String, Kind> kinds = new HashMap<>();

  private EntryProblems() {}

  /** The first one, to be read after "which is …, "; empty if there is none. */
  static Optional<String> first(List<ZipArchiveEntry> entries) {
    EntryProblems problems = new EntryProblems();
    return Stream.concat(
            entries.stream().map(problems::ofItself), entries.stream().map(problems::ofItsFolders))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** From the top, without what says nothing. */
  static String path(ZipArchiveEntry entry) {
    return Stream.of(entry.getName().split("/"))
        .filter(part -> !part.isEmpty() && !part.equals("."))
        .collect(Collectors.joining("/"));
  }

  private Optional<String> ofItself(ZipArchiveEntry entry) {
    String name = storedName(entry);
    Kind kind = Archive.kind(entry);
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return problem("is encrypted, expected no password: zip it without one", name);
    }
    if (!METHODS.contains(entry.getMethod())) {
      return problem(
          "is packed by method %d, expected deflate (8) or none (0): zip it with another tool"
              .formatted(entry.getMethod()),
          name);
    }
    if (kind == Kind.OTHER) {
      return problem("is a device, a pipe or a socket, expected files, folders and links", name);
    }
    if (name.contains("\\")) {
      return problem(
          "has backslashes, which are part of a file's name on Lambda, expected slashes: zip it with another tool",
          name);
    }
    if (name.startsWith("/")
        || name.indexOf('\0') >= 0
        || List.of(name.split("/")).contains("..")) {
      return problem("leads out of the package, expected a path inside: zip it from its top", name);
    }
    Optional<String> tooLong = tooLong(path(entry));
    if (tooLong.isPresent()) {
      return problem(tooLong.get(), name.substring(0, 40) + "…");
    }
    Kind other = kinds.put(path(entry), kind);
    return other == null || (other == Kind.FOLDER && kind == Kind.FOLDER)
        ? Optional.empty()
        : problem("is there twice, expected once: zip it anew, not into an old file", name);
  }

  /** Linux's limits (limits.h), the folder that Lambda unpacks to included. */
  private static Optional<String> tooLong(String path) {
    int longest =
        Stream.of(path.split("/")).mapToInt(part -> part.getBytes(UTF_8).length).max().orElse(0);
    int whole = path.getBytes(UTF_8).length;
    return longest > MOST_NAME_BYTES || whole > MOST_PATH_BYTES
        ? Optional.of(
            "has a name of %d bytes in a path of %d, expected at most %d and %d: give it a shorter one"
                .formatted(longest, whole, MOST_NAME_BYTES, MOST_PATH_BYTES))
        : Optional.empty();
  }

  private Optional<String> ofItsFolders(ZipArchiveEntry entry) {
    String path = path(entry);
    for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
      Kind above = kinds.getOrDefault(path.substring(0, end), Kind.FOLDER);
      if (above != Kind.FOLDER) {
        return problem(
            "lies below %s, which is a %s, expected a folder: zip it anew, not into an old file"
                .formatted(path.substring(0, end), above == Kind.LINK ? "link" : "file"),
            storedName(entry));
      }
    }
    return Optional.empty();
  }

  /** Not as the library mends it. */
  private static String storedName(ZipArchiveEntry entry) {
    return new String(entry.getRawName(), UTF_8);
  }

  private static Optional<String> problem(String what, String name) {
    return Optional.of("whose entry " + name + " " + what);
  }
}
