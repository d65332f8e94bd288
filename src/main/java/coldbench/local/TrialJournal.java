package coldbench.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.asl.ItemJournal;
import coldbench.results.RunLayout;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The trials of a run that are finished, in {@code runs/<run>/journal.jsonl}: a line a trial, with
 * what it gave to the summary. A run that is taken up again does not measure them again. Failed
 * trials are not among them.
 */
public final class TrialJournal implements ItemJournal {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Map<String, JsonNode> outputs = new HashMap<>();

  private TrialJournal(Path file) {
    this.file = file;
  }

  /**
   * Of a new run, or of one that ended early. A last line that was not written to its end is none.
   *
   * @param runFolder holds the run's objects
   */
  public static TrialJournal of(Path runFolder) throws IOException {
    TrialJournal journal = new TrialJournal(runFolder.resolve(RunLayout.JOURNAL));
    if (Files.isRegularFile(journal.file)) {
      String lines = Files.readString(journal.file);
      lines.lines().forEach(journal::read);
      if (!lines.endsWith("\n")) {
        Files.writeString(journal.file, "\n", StandardOpenOption.APPEND);
      }
    }
    return journal;
  }

  /** How many trials need not be measured any more. */
  public int finished() {
    return outputs.size();
  }

  @Override
  public synchronized Optional<JsonNode> output(String state, JsonNode input) {
    return trial(input).map(outputs::get);
  }

  @Override
  public synchronized void ended(String state, JsonNode input, JsonNode output) {
    Optional<String> trial = trial(input);
    if (trial.isPresent() && !output.path(input.path("label").asText()).isEmpty()) {
      outputs.put(trial.get(), output);
      append(JSON.createObjectNode().put("trial", trial.get()).set("output", output));
    }
  }

  /** Items of other Map states, which have no round of their own function, are never kept. */
  private static Optional<String> trial(JsonNode input) {
    return input.has("label") && input.has("round")
        ? Optional.of(
            input.path("label").asText()
                + "/"
                + input.path("memoryMb").asInt()
                + "/"
                + input.path("round").asInt())
        : Optional.empty();
  }

  private void read(String line) {
    try {
      JsonNode entry = JSON.readTree(line);
      if (entry.path("output").isObject()) {
        outputs.put(entry.path("trial").asText(), entry.path("output"));
      }
    } catch (JsonProcessingException e) {
      // The tool was killed while it wrote this line: the trial is measured again.
      return;
    }
  }

  private void append(ObjectNode entry) {
    try {
      Files.write(
          file,
          (entry + "\n").getBytes(UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
