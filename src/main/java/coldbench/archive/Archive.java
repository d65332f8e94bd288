package coldbench.archive;

import coldbench.archive.ArchiveEntry.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A zip file, read as Lambda reads one: links stay links, and a mode is one that a Unix tool wrote.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">.ZIP File Format
 *     Specification</a>
 */
public final class Archive implements Closeable {
  private static final int PLATFORM_DARWIN = 19;
  private static final Set<Integer> PLATFORMS_WITH_MODES =
      Set.of(ZipArchiveEntry.PLATFORM_UNIX, PLATFORM_DARWIN);

  private final ZipFile zip;
  private final Optional<String> problem;
  private final List<ArchiveEntry> entries = new ArrayList<>();
  private final Map<String, ZipArchiveEntry> stored = new HashMap<>();

  private Archive(ZipFile zip) throws IOException {
    this.zip = zip;
    List<ZipArchiveEntry> all = Collections.list(zip.getEntries());
    this.problem = EntryProblems.first(all);
    for (ZipArchiveEntry each : problem.isPresent() ? List.<ZipArchiveEntry>of() : all) {
      ArchiveEntry entry = entry(each);
      if (!entry.name().isEmpty()) { // That of the top itself.
        entries.add(entry);
        stored.put(entry.name(), each);
      }
    }
  }

  /**
   * Opens one.
   *
   * @throws IOException also if it is no zip file, or not a whole one
   */
  public static Archive open(Path file) throws IOException {
    ZipFile zip = ZipFile.builder().setPath(file).get();
    try {
      return new Archive(zip);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** What would keep it from being unpacked, and what to do; such an archive has no entries. */
  public Optional<String> problem() {
    return problem;
  }

  /** Those of files and links have a name each. */
  public List<ArchiveEntry> entries() {
    return Collections.unmodifiableList(entries);
  }

  /**
   * A file's content.
   *
   * @throws IOException now or while it is read, also if it is not what was packed
   */
  public InputStream read(ArchiveEntry file) throws IOException {
    ZipArchiveEntry each = stored.get(file.name());
    if (each == null) {
      throw new IllegalArgumentException("no entry of this archive: " + file);
    }
    return new CheckedContent(zip.getInputStream(each), each.getSize(), each.getCrc());
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private ArchiveEntry entry(ZipArchiveEntry each) throws IOException {
    boolean link = kind(each) == Kind.LINK;
    return new ArchiveEntry(
        EntryProblems.path(each),
        kind(each),
        permissions(each),
        link ? 0 : each.getSize(),
        link ? zip.getUnixSymlink(each) : "");
  }

  static Kind kind(ZipArchiveEntry entry) {
    if (entry.getName().endsWith("/")) {
      return Kind.FOLDER;
    }
    return switch (hasMode(entry) ? mode(entry) & 0170000 : 0) {
      case 0, 0100000 -> Kind.FILE;
      case 0040000 -> Kind.FOLDER;
      case 0120000 -> Kind.LINK;
      default -> Kind.OTHER;
    };
  }

  private static boolean hasMode(ZipArchiveEntry entry) {
    return PLATFORMS_WITH_MODES.contains(entry.getPlatform());
  }

  /** As in {@code st_mode}. */
  private static int mode(ZipArchiveEntry entry) {
    return (int) (entry.getExternalAttributes() >>> 16) & 0xffff;
  }

  private static Optional<Set<PosixFilePermission>> permissions(ZipArchiveEntry entry) {
    if (!hasMode(entry)) {
      return Optional.empty();
    }
    PosixFilePermission[] all = PosixFilePermission.values(); // From the owner's read on.
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (int i = 0; i < all.length; i++) {
      if ((mode(entry) & (0400 >> i)) != 0) {
        permissions.add(all[i]);
      }
    }
    return Optional.of(permissions);
  }
}
