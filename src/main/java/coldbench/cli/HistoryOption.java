package coldbench.cli;

import coldbench.asl.Engine;
import coldbench.asl.HistoryFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the events of an execution go, if anywhere. */
final class HistoryOption {
  @Option(
      names = "--history",
      paramLabel = "FILE",
      description = "Writes the execution's events to FILE, as GetExecutionHistory returns them.")
  private Optional<Path> file = Optional.empty();

  /** Runs something with an engine that tells the file of its events. */
  interface Run<T> {
    T with(Engine engine) throws Exception;
  }

  /**
   * Runs it, and finishes the file however that ends.
   *
   * @throws InvalidOptionsException if the file cannot be started; then nothing was run
   * @throws UnwrittenException after the run, if the file could not be finished
   */
  <T> T listen(Engine engine, Run<T> run) throws Exception {
    if (file.isEmpty()) {
      return run.with(engine);
    }
    try (HistoryFile history = new HistoryFile(started(file.get()))) {
      return run.with(engine.withHistory(history));
    }
  }

  private static CheckedOutput started(Path file) {
    try {
      return CheckedOutput.to(file);
    } catch (UnwrittenException e) {
      throw new InvalidOptionsException(
          "--history: " + e.getMessage() + "; give a file in a folder that can be written");
    }
  }
}
