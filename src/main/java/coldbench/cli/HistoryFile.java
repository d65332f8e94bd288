package coldbench.cli;

import coldbench.asl.HistoryEvent;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An execution's events in a file: its {@code events} as {@code GetExecutionHistory} gives them,
 * and before them those of its {@code childExecutions}. A child's are written when it ends: of a
 * large run the history is larger than what one wants to hold in memory.
 */
final class HistoryFile implements Consumer<HistoryEvent>, AutoCloseable {
  private static final Set<String> ENDS =
      Set.of("ExecutionSucceeded", "ExecutionFailed", "ExecutionTimedOut", "ExecutionAborted");

  private final Path file;
  private final JsonGenerator json;
  private final Map<String, List<HistoryEvent>> executions = new LinkedHashMap<>();

  private HistoryFile(Path file, JsonGenerator json) {
    this.file = file;
    this.json = json;
  }

  /**
   * Starts it, in place of what is there.
   *
   * @throws InvalidOptionsException if it cannot be written
   */
  static HistoryFile open(Path file) {
    try {
      JsonGenerator json =
          JsonMapper.builder()
              .build()
              .writerWithDefaultPrettyPrinter()
              .createGenerator(Files.newBufferedWriter(file));
      json.writeStartObject();
      json.writeArrayFieldStart("childExecutions");
      return new HistoryFile(file, json);
    } catch (IOException e) {
      throw new InvalidOptionsException(
          "--history is \"%s\", which cannot be written (%s): give a file in a folder that is there"
              .formatted(file, e));
    }
  }

  /** The first execution that is heard of is the parent of all others. */
  @Override
  public void accept(HistoryEvent event) {
    executions.computeIfAbsent(event.executionArn(), arn -> new ArrayList<>()).add(event);
    boolean child = !executions.keySet().iterator().next().equals(event.executionArn());
    if (child && ENDS.contains(event.type())) {
      write(event.executionArn(), true);
    }
  }

  private void write(String executionArn, boolean child) {
    List<HistoryEvent> events = executions.getOrDefault(executionArn, List.of());
    executions.remove(executionArn);
    try {
      if (child) {
        json.writeStartObject();
      }
      json.writeStringField("executionArn", executionArn);
      json.writeArrayFieldStart("events");
      for (HistoryEvent event : events) {
        json.writePOJO(event.toJson());
      }
      json.writeEndArray();
      if (child) {
        json.writeEndObject();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** Writes what is not written yet: children that were broken off, and the execution's own. */
  @Override
  public void close() throws IOException {
    List<String> arns = List.copyOf(executions.keySet());
    arns.stream().skip(1).forEach(arn -> write(arn, true));
    json.writeEndArray();
    arns.stream().limit(1).forEach(arn -> write(arn, false));
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }
}
