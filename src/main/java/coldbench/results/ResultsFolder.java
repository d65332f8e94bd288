package coldbench.results;

import coldbench.analysis.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A folder with results: {@code runs/<run>/…} below it, or one run's folder itself. */
public final class ResultsFolder {
  private static final String WANTED =
      "expected a results folder (with runs/<run>/run.json in it) or one run's folder";

  private final Path folder;
  private final List<Path> runs;

  private ResultsFolder(Path folder, List<Path> runs) {
    this.folder = folder;
    this.runs = List.copyOf(runs);
  }

  /**
   * Looks for runs in a folder.
   *
   * @throws UnreadableResultsException if the folder is none or has no run in it
   */
  public static ResultsFolder open(Path folder) throws UnreadableResultsException {
    if (!Files.isDirectory(folder)) {
      String what = Files.exists(folder) ? " is a file" : " does not exist";
      throw new UnreadableResultsException(folder + what + ", " + WANTED);
    }
    if (Files.isRegularFile(folder.resolve(RunLayout.MANIFEST))) {
      return new ResultsFolder(folder, List.of(folder));
    }
    Path inside = folder.resolve(RunLayout.RUNS);
    if (!Files.isDirectory(inside)) {
      throw new UnreadableResultsException(
          folder + " has neither a folder runs nor a file run.json, " + WANTED);
    }
    List<Path> runs = folders(inside);
    if (runs.isEmpty()) {
      throw new UnreadableResultsException(inside + " has no run in it, " + WANTED);
    }
    return new ResultsFolder(folder, runs);
  }

  /** Names of the runs, in alphabetical order. */
  public List<String> names() {
    return runs.stream()
        .map(run -> run.toAbsolutePath().normalize().getFileName().toString())
        .toList();
  }

  /** Reads one run by its name. */
  public Run read(String name) throws UnreadableResultsException {
    int at = names().indexOf(name);
    if (at < 0) {
      throw new UnreadableResultsException(
          "run is "
              + name
              + ", expected one of those in "
              + folder
              + ": "
              + String.join(", ", names()));
    }
    return RunReader.read(runs.get(at));
  }

  /** The folder that a run of this results folder was read from. */
  public Path folder(Run run) {
    return runs.stream()
        .filter(each -> runs.size() == 1 || each.endsWith(run.name()))
        .findFirst()
        .orElse(folder);
  }

  /** Reads the run that was started last. */
  public Run readLast() throws UnreadableResultsException {
    return RunReader.read(last());
  }

  /** The folder of the run that was started last. */
  public Path last() throws UnreadableResultsException {
    Path last = runs.get(0);
    Instant latest = RunReader.startedAt(last);
    for (Path run : runs.subList(1, runs.size())) {
      Instant startedAt = RunReader.startedAt(run);
      if (!startedAt.isBefore(latest)) {
        last = run;
        latest = startedAt;
      }
    }
    return last;
  }

  /** Reads all runs, in the order of their start. */
  public List<Run> readAll() throws UnreadableResultsException {
    List<Run> all = new ArrayList<>();
    for (Path run : runs) {
      all.add(RunReader.read(run));
    }
    all.sort(Comparator.comparing(Run::startedAt));
    return all;
  }

  /** Reads all runs that can be read, by name, and hands on what is wrong with each other one. */
  public List<Run> readAll(Consumer<UnreadableResultsException> problems) {
    List<Run> all = new ArrayList<>();
    for (Path run : runs) {
      try {
        all.add(RunReader.read(run));
      } catch (UnreadableResultsException e) {
        problems.accept(e);
      }
    }
    return all;
  }

  private static List<Path> folders(Path parent) throws UnreadableResultsException {
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UnreadableResultsException(parent + " cannot be read: " + e, e);
    }
  }
}
