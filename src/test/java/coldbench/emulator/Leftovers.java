package coldbench.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a tool has made on this machine, found by its process's number. */
public final class Leftovers {
  private Leftovers() {}

  public static List<Path> ofProcess(long pid) throws IOException {
    List<Path> groups = in(Path.of("/sys/fs/cgroup"), 12, pid);
    List<Path> folders = in(Path.of(System.getProperty("java.io.tmpdir")), 1, pid);
    return Stream.concat(groups.stream(), folders.stream()).toList();
  }

  /** The folder that a local Lambda of a process writes to; there must be just one. */
  static Path folderOf(long pid) throws IOException {
    List<Path> folders = in(Path.of(System.getProperty("java.io.tmpdir")), 1, pid);
    if (folders.size() != 1) {
      throw new AssertionError("One local Lambda is expected: " + folders);
    }
    return folders.get(0);
  }

  private static List<Path> in(Path top, int depth, long pid) throws IOException {
    try (Stream<Path> all = Files.find(top, depth, (path, attributes) -> named(path, pid))) {
      return all.toList();
    } catch (UncheckedIOException e) {
      return in(top, depth, pid); // A group vanished while we looked.
    }
  }

  private static boolean named(Path path, long pid) {
    return path.getFileName().toString().startsWith("coldbench-" + pid + "-");
  }

  /** Waits until nothing is left. */
  public static void awaitNone(long pid) throws Exception {
    for (int i = 0; i < 200 && !ofProcess(pid).isEmpty(); i++) {
      Thread.sleep(50);
    }
    if (!ofProcess(pid).isEmpty()) {
      throw new AssertionError("Left: " + ofProcess(pid));
    }
  }
}
