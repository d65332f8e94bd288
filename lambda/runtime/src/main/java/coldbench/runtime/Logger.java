package coldbench.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/**
 * The function's log: stdout, one line a record, written at once.
 *
 * <p>Text by default; JSON where {@code AWS_LAMBDA_LOG_FORMAT} says so, and then only from {@code
 * AWS_LAMBDA_LOG_LEVEL} on. Source:
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-advanced.html
 */
public final class Logger {
  /** From the finest to the gravest, as Lambda names them. */
  public enum Level {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR,
    FATAL
  }

  private final Platform platform;
  private final boolean json;
  private final Level from;
  private Optional<String> requestId = Optional.empty();

  Logger(Platform platform) {
    this.platform = platform;
    this.json = platform.environment("AWS_LAMBDA_LOG_FORMAT").orElse("").equals("JSON");
    this.from = json ? level(platform.environment("AWS_LAMBDA_LOG_LEVEL")) : Level.TRACE;
  }

  private static Level level(Optional<String> name) {
    for (Level level : Level.values()) {
      if (level.name().equals(name.orElse(""))) {
        return level;
      }
    }
    return Level.TRACE;
  }

  void setRequestId(String id) {
    requestId = Optional.of(id);
  }

  public void debug(String message) {
    log(Level.DEBUG, message);
  }

  public void info(String message) {
    log(Level.INFO, message);
  }

  public void warn(String message) {
    log(Level.WARN, message);
  }

  public void error(String message) {
    log(Level.ERROR, message);
  }

  public void log(Level level, String message) {
    if (level.compareTo(from) >= 0) {
      String time = Timestamp.rfc3339(platform.epochMillis());
      write(json ? json(time, level, message) : text(time, level, message));
    }
  }

  /** What was thrown, with its stack trace: lines as text, an object as JSON. */
  void log(Level level, ErrorReport error) {
    if (!json) {
      log(level, error.toText());
    } else if (level.compareTo(from) >= 0) {
      String time = Timestamp.rfc3339(platform.epochMillis());
      JsonWriter line = begin(time, level).name("message").string(error.message());
      error.members(line);
      write(line.endObject().toString());
    }
  }

  private String text(String time, Level level, String message) {
    return time + "\t" + requestId.orElse("-") + "\t" + level.name() + "\t" + message;
  }

  private String json(String time, Level level, String message) {
    return begin(time, level).name("message").string(message).endObject().toString();
  }

  private JsonWriter begin(String time, Level level) {
    JsonWriter line = new JsonWriter().beginObject().name("timestamp").string(time);
    line.name("level").string(level.name());
    if (requestId.isPresent()) {
      line.name("AWSRequestId").string(requestId.get());
    }
    return line;
  }

  private void write(String line) {
    byte[] utf8 = (line + "\n").getBytes(UTF_8);
    platform.print(utf8, utf8.length);
  }
}
