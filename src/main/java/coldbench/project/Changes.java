package coldbench.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Notices what is saved of a project, by looking: its {@code pom.xml}, its {@code coldbench.json},
 * and what is below {@code src/main}.
 */
public final class Changes {
  /** What was saved, made or deleted since the last look. */
  public enum Seen {
    NOTHING,
    /** What the project does. */
    SOURCES,
    /** What it is made with. */
    BUILD
  }

  private final FunctionProject project;
  private Map<Path, FileTime> sources;
  private Map<Path, FileTime> build;

  public Changes(FunctionProject project) throws IOException {
    this.project = project;
    this.sources = sources();
    this.build = times(List.of(project.pom()));
  }

  /** What has changed since the last look. */
  public Seen look() throws IOException {
    Map<Path, FileTime> sourcesBefore = sources;
    Map<Path, FileTime> buildBefore = build;
    sources = sources();
    build = times(List.of(project.pom()));
    if (!build.equals(buildBefore)) {
      return Seen.BUILD;
    }
    return sources.equals(sourcesBefore) ? Seen.NOTHING : Seen.SOURCES;
  }

  private Map<Path, FileTime> sources() throws IOException {
    Map<Path, FileTime> times =
        times(Folders.files(project.folder().resolve("src/main"), Integer.MAX_VALUE, ""));
    times.putAll(times(List.of(project.entries())));
    return times;
  }

  private static Map<Path, FileTime> times(List<Path> files) throws IOException {
    Map<Path, FileTime> times = new HashMap<>();
    for (Path file : files) {
      try {
        times.put(file, Files.getLastModifiedTime(file));
      } catch (NoSuchFileException e) {
        // Deleted while we looked: then it is as if it had been before.
      }
    }
    return times;
  }
}
