package coldbench.deploy.functions;

import static java.io.InputStream.nullInputStream;

import coldbench.archive.Archive;
import coldbench.archive.ArchiveEntry;
import coldbench.archive.ArchiveEntry.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Lambda would get of a package or a layer, whether it is a folder or an archive. */
sealed interface PackageContent extends Closeable {

  /**
   * Of a path that exists.
   *
   * @throws IOException if it cannot be read
   */
  static PackageContent of(Path path) throws IOException {
    return Files.isDirectory(path) ? Folder.of(path) : new Zipped(Archive.open(path));
  }

  /** Why it cannot be packed or unpacked at all. */
  Optional<String> problem();

  List<ArchiveEntry> entries();

  /** Which file's content is not what was packed, if it was packed. */
  default Optional<String> damage() {
    return Optional.empty();
  }

  InputStream read(ArchiveEntry file) throws IOException;

  /** What lies at a path, links followed as far as they stay inside. */
  default Optional<ArchiveEntry> file(String path) {
    Path wanted = Path.of(path);
    for (int links = 0; links <= 40; links++) { // As many as Linux follows.
      String name = wanted.normalize().toString();
      Optional<ArchiveEntry> found =
          entries().stream().filter(entry -> entry.name().equals(name)).findFirst();
      if (found.isEmpty() || found.get().kind() != Kind.LINK) {
        return found.filter(entry -> entry.kind() == Kind.FILE);
      }
      wanted = wanted.resolveSibling(found.get().target());
    }
    return Optional.empty();
  }

  /**
   * A folder: links are packed as what they lead to, and modes are given while it is packed.
   *
   * @param files by their path in it
   */
  record Folder(Map<String, Path> files, List<ArchiveEntry> entries) implements PackageContent {
    static Folder of(Path folder) throws IOException {
      Map<String, Path> files = PackageFiles.in(folder);
      List<ArchiveEntry> entries = new ArrayList<>();
      for (Map.Entry<String, Path> each : files.entrySet()) {
        long bytes = Files.exists(each.getValue()) ? Files.size(each.getValue()) : 0;
        entries.add(new ArchiveEntry(each.getKey(), Kind.FILE, Optional.empty(), bytes, ""));
      }
      return new Folder(files, entries);
    }

    @Override
    public Optional<String> problem() {
      return files.entrySet().stream()
          .filter(file -> !Files.exists(file.getValue()))
          .findFirst()
          .map(
              link ->
                  "whose link %s points nowhere: leave it out, or add what it points to"
                      .formatted(link.getKey()));
    }

    @Override
    public InputStream read(ArchiveEntry file) throws IOException {
      return Files.newInputStream(path(file));
    }

    Path path(ArchiveEntry file) {
      return Optional.ofNullable(files.get(file.name())).orElseThrow();
    }

    @Override
    public void close() {}
  }

  /** An archive, which Lambda gets as it is. */
  record Zipped(Archive archive) implements PackageContent {
    @Override
    public Optional<String> problem() {
      return archive.problem();
    }

    @Override
    public List<ArchiveEntry> entries() {
      return archive.entries();
    }

    /** All of it is read, as it will be to unpack it: only then is it known. */
    @Override
    public Optional<String> damage() {
      for (ArchiveEntry entry : entries()) {
        try (InputStream content = entry.kind() == Kind.FILE ? read(entry) : nullInputStream()) {
          content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
          return Optional.of(
              "whose entry %s is damaged (%s): zip it again"
                  .formatted(entry.name(), e.getMessage()));
        }
      }
      return Optional.empty();
    }

    @Override
    public InputStream read(ArchiveEntry file) throws IOException {
      return archive.read(file);
    }

    @Override
    public void close() throws IOException {
      archive.close();
    }
  }
}
