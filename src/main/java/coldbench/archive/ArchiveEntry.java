package coldbench.archive;

import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of an archive.
 *
 * @param name its path from the top, with slashes between the parts and none at either end
 * @param permissions none of a tool that writes none, as on Windows
 * @param bytes unpacked
 * @param target what a link holds; "" of what else there is
 */
public record ArchiveEntry(
    String name,
    Kind kind,
    Optional<Set<PosixFilePermission>> permissions,
    long bytes,
    String target) {

  /** What an entry becomes when it is unpacked. */
  public enum Kind {
    FILE,
    FOLDER,
    LINK,
    /** A device, a pipe or a socket. */
    OTHER
  }
}
