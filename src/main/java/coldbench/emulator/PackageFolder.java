package coldbench.emulator;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import coldbench.archive.Archive;
import coldbench.archive.ArchiveEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A function's package as a folder: as it is, or unpacked, with the permissions of its entries. */
final class PackageFolder {
  /** Of a tool that writes none, as on Windows: on Lambda it can be read and not be started. */
  private static final Set<PosixFilePermission> NONE_WRITTEN =
      PosixFilePermissions.fromString("rw-r--r--");

  private PackageFolder() {}

  /**
   * The folder.
   *
   * @param into an empty folder for what is unpacked
   * @throws IOException also if Lambda would not unpack it
   */
  static Path of(Path code, Path into) throws IOException {
    if (!Files.isRegularFile(code)) {
      return code;
    }
    addTo(into, code);
    return into;
  }

  /**
   * Lays a package over what is in a folder.
   *
   * @throws IOException also if Lambda would not unpack it
   */
  static void addTo(Path into, Path code) throws IOException {
    if (!Files.isRegularFile(code)) {
      copy(code, into);
      return;
    }
    try (Archive archive = Archive.open(code)) {
      Optional<String> problem = archive.problem();
      if (problem.isPresent()) {
        throw new IOException("Could not unzip uploaded file, " + problem.get());
      }
      for (ArchiveEntry entry : archive.entries()) {
        unpack(archive, entry, into);
      }
    }
  }

  private static void copy(Path folder, Path into) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Path target = into.resolve(folder.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, REPLACE_EXISTING);
          Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(file));
        }
      }
    }
  }

  private static void unpack(Archive archive, ArchiveEntry entry, Path into) throws IOException {
    Path target = into.resolve(entry.name());
    refuseLinksAbove(target, into);
    switch (entry.kind()) {
      case FOLDER -> Files.createDirectories(target);
      case LINK -> {
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        Files.createSymbolicLink(target, Path.of(entry.target()));
      }
      case FILE, OTHER -> {
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        try (InputStream content = archive.read(entry)) {
          Files.copy(content, target);
        }
        Files.setPosixFilePermissions(target, entry.permissions().orElse(NONE_WRITTEN));
      }
    }
  }

  /** An earlier layer's link must not lead what is unpacked out of the folder. */
  private static void refuseLinksAbove(Path target, Path into) throws IOException {
    Path above = into;
    for (Path part : into.relativize(target)) {
      if (Files.isSymbolicLink(above) && !above.equals(into)) {
        throw new IOException(
            "%s lies below %s, which is a link of an earlier layer"
                .formatted(into.relativize(target), into.relativize(above)));
      }
      above = above.resolve(part);
    }
  }
}
