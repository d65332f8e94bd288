package coldbench.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;

/** Notices what is saved below {@code src/main}, by looking. */
public final class Changes {
  private final Path sources;
  private Map<Path, FileTime> seen;

  public Changes(FunctionProject project) throws IOException {
    this.sources = project.folder().resolve("src/main");
    this.seen = look();
  }

  /** Whether a file was saved, made or deleted since the last look. */
  public boolean any() throws IOException {
    Map<Path, FileTime> now = look();
    boolean changed = !now.equals(seen);
    seen = now;
    return changed;
  }

  private Map<Path, FileTime> look() throws IOException {
    Map<Path, FileTime> times = new HashMap<>();
    for (Path file : Folders.files(sources, Integer.MAX_VALUE, "")) {
      try {
        times.put(file, Files.getLastModifiedTime(file));
      } catch (NoSuchFileException e) {
        // Deleted while we looked: then it is as if it had been before.
      }
    }
    return times;
  }
}
