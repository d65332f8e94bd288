package coldbench.asl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** <a href="https://states-language.net/spec.html#wait-state">Wait state</a>. */
class WaitStateTest {
  private final RecordedTime time = new RecordedTime();

  private ExecutionResult run(String states, String input) throws InterruptedException {
    return Asl.machine(states).run(Asl.request(Asl.json(input)), Asl.NO_SERVICE, Asl.engine(time));
  }

  @Test
  void itWaitsForSeconds() throws InterruptedException {
    run("A: {Type: 'Wait', Seconds: '{% $states.input.s * 2 %}', End: true}", "{s: 8}");

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(16));
  }

  @Test
  void itWaitsUntilATime() throws InterruptedException {
    run("A: {Type: 'Wait', Timestamp: '2026-03-14T03:00:00+01:00', End: true}", "{}");

    assertThat(time.now()).isEqualTo(Instant.parse("2026-03-14T02:00:00Z"));
  }

  @Test
  void aTimeThatIsOverAndNoSecondsAreNotWaitedFor() throws InterruptedException {
    run(
        """
        A: {Type: 'Wait', Timestamp: '2020-01-01T00:00:00Z', Next: 'B'},
        B: {Type: 'Wait', Seconds: 0, End: true}
        """,
        "{}");

    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void whatIsNoTimeFailsTheState() throws InterruptedException {
    // Recorded: test_base_scenarios.py, test_wait_timestamp_jsonata[NO_T]
    ExecutionResult.Failed failed =
        Asl.failure(
            run(
                "A: {Type: 'Wait', Timestamp: '{% $states.input %}', End: true}",
                "'2016-12-05 21:29:29Z'"));

    assertThat(failed.error()).isEqualTo("States.QueryEvaluationError");
    assertThat(failed.cause())
        .endsWith(
            "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format"
                + " string: 2016-12-05 21:29:29Z");
  }

  @Test
  void whatIsNoNumberOfSecondsFailsTheState() throws InterruptedException {
    assertThat(
            Asl.failure(run("A: {Type: 'Wait', Seconds: '{% $states.input %}', End: true}", "-1"))
                .cause())
        .endsWith("Seconds is -1, expected a whole number from 0 to 99999999");
  }
}
