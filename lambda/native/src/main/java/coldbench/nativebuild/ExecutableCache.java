package coldbench.nativebuild;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Executables of this user's builds by the fingerprint of all that decided them, so that another
 * checkout of the same sources need not compile them again. Only of compilers at a pinned version:
 * what another one is made of is not known to the last byte.
 *
 * @param folder with {@code <fingerprint>} and {@code <fingerprint>.seconds} of each
 */
record ExecutableCache(Path folder, Clock clock) {
  /** Those used last: a build of everything here makes twelve, the largest of 4 MB. */
  private static final int KEPT = 60;

  private static final String SECONDS = ".seconds";

  /** Copies an executable to a file, if it is here, and tells how many seconds its build took. */
  OptionalDouble copy(String fingerprint, Path to) throws IOException {
    Path kept = folder.resolve(fingerprint);
    Path seconds = folder.resolve(fingerprint + SECONDS);
    if (!Files.exists(kept) || !Files.exists(seconds)) {
      return OptionalDouble.empty();
    }
    Files.copy(kept, to, REPLACE_EXISTING);
    Files.setLastModifiedTime(kept, FileTime.from(clock.instant()));
    return OptionalDouble.of(Double.parseDouble(Files.readString(seconds)));
  }

  void keep(String fingerprint, Path executable, double seconds) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(fingerprint + SECONDS), Double.toString(seconds));
    Path part = Files.createTempFile(folder, "keeping-", "");
    Files.copy(executable, part, REPLACE_EXISTING);
    Files.move(part, folder.resolve(fingerprint), ATOMIC_MOVE, REPLACE_EXISTING);
    for (Path old : beyondTheKept()) {
      Files.deleteIfExists(old);
      Files.deleteIfExists(folder.resolve(old.getFileName() + SECONDS));
    }
  }

  private List<Path> beyondTheKept() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.toString().endsWith(SECONDS))
          .sorted(Comparator.comparing(ExecutableCache::lastUsed).reversed())
          .skip(KEPT)
          .toList();
    }
  }

  private static FileTime lastUsed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0); // another build has deleted it meanwhile
    }
  }
}
