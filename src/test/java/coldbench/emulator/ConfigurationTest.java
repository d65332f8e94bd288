package coldbench.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** An update takes its time, as on Lambda, when it is told to. */
class ConfigurationTest {
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private final Configuration configuration =
      new Configuration(
          Functions.spec(Path.of("."), Map.of("A", "old")),
          new CodePackage(1, "x"),
          clock(),
          Duration.ofSeconds(3));

  private Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now;
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }

  private FunctionState update(String value) throws LambdaException {
    return configuration.update(
        OptionalInt.empty(), Optional.of(Map.of("A", value)), Optional.empty());
  }

  @Test
  void anUpdateIsInProgressForAWhileAndThenSuccessful() throws Exception {
    FunctionState updated = update("new");

    assertThat(updated.lastUpdateStatus()).isEqualTo("InProgress");
    assertThat(updated.lastUpdateStatusReason()).contains("The function is being updated.");
    assertThat(updated.environment()).isEqualTo(Map.of("A", "new"));
    now = now.plusSeconds(3);
    assertThat(configuration.describe().lastUpdateStatus()).isEqualTo("Successful");
    assertThat(configuration.describe().lastUpdateStatusReason()).isEmpty();
    assertThat(configuration.describe().revisionId()).isEqualTo(updated.revisionId());
  }

  @Test
  void invocationsUseWhatWasBeforeUntilTheUpdateIsDone() throws Exception {
    update("new");
    assertThat(configuration.inUse().environment()).isEqualTo(Map.of("A", "old"));
    now = now.plusSeconds(3);
    assertThat(configuration.inUse().environment()).isEqualTo(Map.of("A", "new"));
  }

  @Test
  void aSecondUpdateMeanwhileIsAConflict() throws Exception {
    update("new");
    now = now.plusSeconds(2);
    assertThatThrownBy(() -> update("newer"))
        .isInstanceOfSatisfying(
            LambdaException.class,
            e -> assertThat(e.error()).isEqualTo("ResourceConflictException"))
        .hasMessage(
            "The operation cannot be performed at this time. An update is in progress for resource:"
                + " arn:aws:lambda:eu-central-1:123456789012:function:f");
    now = now.plusSeconds(1);
    assertThat(update("newer").environment()).isEqualTo(Map.of("A", "newer"));
  }
}
