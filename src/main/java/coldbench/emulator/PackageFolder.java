package coldbench.emulator;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A function's package as a folder: as it is, or unpacked, with the permissions of its entries. */
final class PackageFolder {
  private PackageFolder() {}

  /**
   * The folder.
   *
   * @param into an empty folder for what is unpacked
   * @throws IOException also if an entry leads out of the folder
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
   * @throws IOException also if an entry leads out of the folder
   */
  static void addTo(Path into, Path code) throws IOException {
    if (!Files.isRegularFile(code)) {
      copy(code, into);
      return;
    }
    Map<String, ?> withPermissions = Map.of("enablePosixFileAttributes", true);
    try (FileSystem zip = FileSystems.newFileSystem(code, withPermissions)) {
      copy(zip.getPath("/"), into);
    }
  }

  private static void copy(Path root, Path into) throws IOException {
    try (Stream<Path> entries = Files.walk(root)) {
      for (Path entry : entries.toList()) {
        unpack(entry, into.resolve(root.relativize(entry).toString()).normalize(), into);
      }
    }
  }

  private static void unpack(Path entry, Path target, Path into) throws IOException {
    if (!target.startsWith(into)) {
      throw new IOException("the entry " + entry + " leads out of the package");
    }
    if (Files.isDirectory(entry)) {
      Files.createDirectories(target);
      return;
    }
    Files.copy(entry, target, REPLACE_EXISTING);
    Files.setPosixFilePermissions(target, permissions(entry));
  }

  /**
   * Those of the entry. One of a tool that writes none, as on Windows, can be read on Lambda and
   * not be started.
   */
  @SuppressWarnings("unchecked") // What the attribute is.
  private static Set<PosixFilePermission> permissions(Path entry) throws IOException {
    if (!entry.getFileSystem().supportedFileAttributeViews().contains("zip")) {
      return Files.getPosixFilePermissions(entry);
    }
    Object stored = Files.getAttribute(entry, "zip:permissions");
    return stored == null
        ? PosixFilePermissions.fromString("rw-r--r--")
        : (Set<PosixFilePermission>) stored;
  }
}
