package coldbench.asl;

import coldbench.json.JsonObject;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Lets time go by, for a number of seconds or until a time.
 *
 * @see <a href="https://states-language.net/spec.html#wait-state">Wait state</a>
 */
record WaitState(
    String name, Optional<NumberField> seconds, Optional<Template> timestamp, Exit exit)
    implements State {
  private static final int LONGEST_SECONDS = 99_999_999;

  static WaitState read(String name, JsonObject fields, Loader loader) {
    Optional<NumberField> seconds = NumberField.whole(fields, "Seconds", 0, LONGEST_SECONDS);
    Optional<Template> timestamp = Template.read(fields, "Timestamp");
    if (seconds.isPresent() == timestamp.isPresent()) {
      throw fields.invalid(
          "Seconds",
          "is %s, expected either Seconds or Timestamp"
              .formatted(seconds.isPresent() ? "given beside Timestamp" : "missing"));
    }
    if (timestamp.isPresent()
        && timestamp.get() instanceof Template.Constant constant
        && time(constant.value()).isEmpty()) {
      throw fields.unexpected("Timestamp", "a time such as 2026-03-14T01:59:00Z");
    }
    return new WaitState(name, seconds, timestamp, loader.exit(fields, StatesFields.BEFORE));
  }

  @Override
  public String type() {
    return "Wait";
  }

  @Override
  public Transition run(StateExecution visit) throws StateFailure, InterruptedException {
    EvaluationContext values = visit.values();
    Duration duration =
        seconds.isPresent()
            ? Duration.ofSeconds((long) seconds.get().evaluate(values))
            : Duration.between(visit.run().engine().clock().instant(), end(values));
    if (!duration.isNegative() && !duration.isZero()) {
      visit.run().sleep(duration);
    }
    return exit.take(visit, values, visit.input());
  }

  private Instant end(EvaluationContext values) throws StateFailure {
    JsonNode value = timestamp.orElseThrow().evaluate(values);
    Optional<Instant> end = time(value);
    if (end.isEmpty()) {
      throw values.failure(
          StateFailure.QUERY_EVALUATION,
          "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format"
              + " string: "
              + value.asText(),
          "Timestamp");
    }
    return end.get();
  }

  private static Optional<Instant> time(JsonNode value) {
    try {
      return value.isTextual()
          ? Optional.of(OffsetDateTime.parse(value.textValue()).toInstant())
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
