package coldbench.asl;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An execution's events as JSON: its {@code events} as {@code GetExecutionHistory} gives them, and
 * before them those of its {@code childExecutions}. A child's are written when it ends: of a large
 * run the history is larger than what one wants to hold in memory.
 *
 * <p>What cannot be written does not end the execution: {@link #close} says so.
 */
public final class HistoryFile implements Consumer<HistoryEvent>, AutoCloseable {
  private static final Set<String> ENDS =
      Set.of("ExecutionSucceeded", "ExecutionFailed", "ExecutionTimedOut", "ExecutionAborted");

  private final JsonGenerator json;
  private final Map<String, List<HistoryEvent>> executions = new LinkedHashMap<>();
  private Optional<IOException> failure = Optional.empty();

  /**
   * Starts it.
   *
   * @param out is closed with it
   */
  public HistoryFile(Writer out) throws IOException {
    json = JsonMapper.builder().build().writerWithDefaultPrettyPrinter().createGenerator(out);
    json.writeStartObject();
    json.writeArrayFieldStart("childExecutions");
  }

  /** The first execution that is heard of is the parent of all others. */
  @Override
  public void accept(HistoryEvent event) {
    if (failure.isPresent()) {
      return;
    }
    executions.computeIfAbsent(event.executionArn(), arn -> new ArrayList<>()).add(event);
    boolean child = !executions.keySet().iterator().next().equals(event.executionArn());
    if (child && ENDS.contains(event.type())) {
      try {
        write(event.executionArn(), true);
      } catch (IOException e) {
        failure = Optional.of(e);
      }
    }
  }

  private void write(String executionArn, boolean child) throws IOException {
    List<HistoryEvent> events = executions.getOrDefault(executionArn, List.of());
    executions.remove(executionArn);
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
  }

  /**
   * Writes what is not written yet: children that were broken off, and the execution's own events.
   *
   * @throws IOException if anything could not be written, now or before
   */
  @Override
  public void close() throws IOException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    List<String> arns = List.copyOf(executions.keySet());
    for (String arn : arns.subList(Math.min(1, arns.size()), arns.size())) {
      write(arn, true);
    }
    json.writeEndArray();
    if (!arns.isEmpty()) {
      write(arns.get(0), false);
    }
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }
}
