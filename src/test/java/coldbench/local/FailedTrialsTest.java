package coldbench.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trials of two functions. */
class FailedTrialsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AtomicInteger stops = new AtomicInteger();
  private final FailedTrials failures = new FailedTrials(stops::incrementAndGet);

  @BeforeEach
  void begin() throws Exception {
    failures.stored(
        "runs/r/run.json",
        JSON.readTree(
            """
            {"functions": [{"label": "java"}, {"label": "mine"}]}
            """));
  }

  private void failed(String function, String name, String cause) {
    ObjectNode trial = JSON.createObjectNode().put("function", function).put("status", "failed");
    trial.putObject("error").put("name", name).put("cause", cause);
    failures.stored("runs/r/trials/" + function + "/128/1.json", trial);
  }

  private void complete(String function) {
    failures.stored(
        "runs/r/trials/" + function + "/128/1.json",
        JSON.createObjectNode().put("function", function).put("status", "complete"));
  }

  @Test
  void aRunOfWhichAllFunctionsFailTwiceInTheSameWayIsHopelessOnce() {
    failed("java", "Runtime.ExitError", "gone");
    failed("java", "Runtime.ExitError", "gone");
    failed("mine", "WrongAnswer", "1");
    assertThat(failures.stopped()).isFalse();
    failed("mine", "WrongAnswer", "1");
    failed("mine", "WrongAnswer", "1");
    assertThat(failures.stopped()).isTrue();
    assertThat(failures.all()).isTrue();
    assertThat(stops).hasValue(1);
  }

  @Test
  void aRunOfWhichOneTrialSucceedsOrThatFailsInDifferentWaysGoesOn() {
    complete("java");
    for (int i = 0; i < 5; i++) {
      failed("java", "Sandbox.Timedout", "");
      failed("mine", i % 2 == 0 ? "WrongAnswer" : "Sandbox.Timedout", "1");
    }
    assertThat(failures.stopped()).isFalse();
    assertThat(failures.all()).isFalse();
  }

  @Test
  void aWrongAnswerIsToldAsTheMachineSaysIt() {
    failed("mine", "WrongAnswer", "a.b is [2], expected [1]; the whole answer is {}");
    assertThat(failures.sentences())
        .containsExactly(
            "mine failed once: WrongAnswer: a.b is [2], expected [1]; the whole answer is {}");
  }

  @Test
  void anErrorOfTheFunctionIsToldByItsMessage() {
    failed("mine", "ValueError", "{\"errorMessage\": \"7\", \"errorType\": \"ValueError\"}");
    failed("mine", "ValueError", "{\"errorMessage\": \"8\", \"errorType\": \"ValueError\"}");
    assertThat(failures.sentences()).containsExactly("mine failed 2 times: ValueError: 7");
  }
}
