package coldbench.results;

import coldbench.analysis.Block;
import coldbench.analysis.FunctionDescription;
import coldbench.analysis.Place;
import coldbench.analysis.Run;
import coldbench.analysis.Trial;
import coldbench.json.InvalidFieldException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a run's folder, however far the run came. Without a readable {@code run.json} there is no
 * run; every other object that is missing or does not fit is named in the run's misfits.
 */
final class RunReader {
  private final Path folder;
  private final ResultProblems misfits = new ResultProblems();

  private RunReader(Path folder) {
    this.folder = folder;
  }

  static Run read(Path folder) throws UnreadableResultsException {
    return reading(folder, reader -> reader.read(reader.manifest()));
  }

  /** The same of its beginning alone, without its trials. */
  static Instant startedAt(Path folder) throws UnreadableResultsException {
    return reading(folder, reader -> reader.manifest().startedAt());
  }

  private interface Reading<T> {
    T from(RunReader reader) throws InvalidResultException, IOException;
  }

  private static <T> T reading(Path folder, Reading<T> reading) throws UnreadableResultsException {
    Path file = folder.resolve(RunLayout.MANIFEST);
    try {
      return reading.from(new RunReader(folder));
    } catch (InvalidResultException | InvalidFieldException e) {
      throw new UnreadableResultsException(
          file
              + " "
              + e.getMessage()
              + ". Without it the run cannot be reported; copy it again from where it was measured.",
          e);
    } catch (IOException e) {
      throw new UnreadableResultsException(
          file + " cannot be read: " + e + ". A run's folder has a run.json.", e);
    }
  }

  private RunManifest manifest() throws InvalidResultException, IOException {
    List<String> unknown = new ArrayList<>();
    RunManifest plan =
        RunManifest.of(ObjectFiles.read(folder.resolve(RunLayout.MANIFEST)), unknown);
    misfits.unknown(RunLayout.MANIFEST, unknown);
    return plan;
  }

  private Run read(RunManifest planned) throws IOException {
    Optional<SummaryObject> summary = summary(planned);
    RunManifest plan =
        summary
            .flatMap(each -> each.ending().precision())
            .map(precision -> planned.upTo(precision.rounds()))
            .orElse(planned);
    Set<Block> blocks = Set.copyOf(plan.order());
    List<Trial> trials =
        trials(planned).stream().filter(trial -> blocks.contains(trial.block())).toList();
    summary.ifPresent(
        each ->
            each.differences(trials).forEach(text -> misfits.disagrees(RunLayout.SUMMARY, text)));
    return new Run(
        plan.name(),
        place(plan),
        plan.region(),
        plan.startedAt(),
        plan.warm(),
        plan.n(),
        plan.lanes(),
        plan.order(),
        plan.functions(),
        trials,
        summary.map(SummaryObject::ending),
        misfits.all());
  }

  private Place place(RunManifest plan) throws IOException {
    Path file = folder.resolve(RunLayout.PLACE);
    if (Files.exists(file)) {
      try {
        List<String> unknown = new ArrayList<>();
        Place place = PlaceReader.read(ObjectFiles.read(file), unknown);
        misfits.unknown(RunLayout.PLACE, unknown);
        return place;
      } catch (InvalidResultException | InvalidFieldException e) {
        misfits.leftOut(RunLayout.PLACE, e);
        return new Place.Unknown();
      }
    }
    // The local mode's region, so that a run that lost its environment is not taken for Lambda's.
    return plan.region().equals("local") ? new Place.Unknown() : new Place.Deployed(plan.region());
  }

  private List<Trial> trials(RunManifest plan) throws IOException {
    TrialReader reader = new TrialReader(plan.name(), plan.warm());
    List<Trial> trials = new ArrayList<>();
    Set<Path> wanted = new HashSet<>();
    for (Block block : plan.order()) {
      for (FunctionDescription function : plan.functions()) {
        Path key = Path.of(RunLayout.trial(function.label(), block.memoryMb(), block.round()));
        wanted.add(key);
        if (Files.exists(folder.resolve(key))) {
          trial(reader, key, function.label(), block).ifPresent(trials::add);
        }
      }
    }
    nameStrangers(wanted);
    TimingCheck.in(trials).ifPresent(what -> misfits.disagrees("trials", what));
    return asTheyRan(trials);
  }

  /** In a block the functions run in random order; a trial without its time stays where it was. */
  private static List<Trial> asTheyRan(List<Trial> trials) {
    IdentityHashMap<Trial, Instant> times = new IdentityHashMap<>();
    Instant last = Instant.MIN;
    for (Trial trial : trials) {
      last = trial.forcedAt().orElse(last);
      times.put(trial, last);
    }
    return trials.stream().sorted(Comparator.comparing(times::get)).toList();
  }

  private Optional<Trial> trial(TrialReader reader, Path key, String function, Block block) {
    try {
      List<String> unknown = new ArrayList<>();
      Trial trial =
          reader.read(
              ObjectFiles.readWithCalls(folder.resolve(key)),
              part ->
                  ObjectFiles.readWithCalls(
                      folder.resolve(
                          RunLayout.warmCalls(function, block.memoryMb(), block.round(), part))),
              function,
              block,
              unknown);
      misfits.unknown(key.toString(), unknown);
      return Optional.of(trial);
    } catch (InvalidResultException | InvalidFieldException e) {
      misfits.leftOut(key.toString(), e);
    } catch (IOException e) {
      misfits.leftOut(key.toString(), "cannot be read: " + e);
    }
    return Optional.empty();
  }

  private void nameStrangers(Set<Path> wanted) throws IOException {
    Path trials = folder.resolve(RunLayout.TRIALS);
    if (!Files.isDirectory(trials)) {
      return;
    }
    try (Stream<Path> files = Files.walk(trials)) {
      files
          .filter(Files::isRegularFile)
          .map(folder::relativize)
          .filter(key -> key.toString().endsWith(".json") && !wanted.contains(key))
          .sorted()
          .forEach(key -> misfits.leftOut(key.toString(), "is not a trial of the run's order"));
    }
  }

  private Optional<SummaryObject> summary(RunManifest plan) throws IOException {
    Path file = folder.resolve(RunLayout.SUMMARY);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      List<String> unknown = new ArrayList<>();
      SummaryObject summary = SummaryObject.of(ObjectFiles.read(file), plan.name(), unknown);
      misfits.unknown(RunLayout.SUMMARY, unknown);
      return Optional.of(summary);
    } catch (InvalidResultException | InvalidFieldException e) {
      misfits.leftOut(RunLayout.SUMMARY, e);
      return Optional.empty();
    }
  }
}
