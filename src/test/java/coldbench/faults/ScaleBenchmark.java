package coldbench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.asl.ExecutionResult;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The largest run that one execution takes, 2,500 trials with 20 warm calls each, with simulated
 * functions: what is left is the interpreter's own time. Prints the time per trial and the memory
 * in use over the run.
 *
 * <p>Not among the tests that always run: {@code mvn test -Dtest=ScaleBenchmark}
 */
class ScaleBenchmark {
  private static final int ROUNDS = 625;
  private static final int WARM = 20;
  private static final int CALLS_PER_TRIAL = 2 + 1 + 1 + WARM + 1;
  private static final int ROWS = 10;

  @Test
  void theLargestRun() throws InterruptedException {
    Night night = new Night(1, Faults.NONE);
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    input.put("rounds", ROUNDS).put("warm", WARM).putArray("memoryMb").add(128).add(256);
    int trials = ROUNDS * 2 * night.functions().size();
    System.out.println("  trials   ms per trial   us per call   heap MB");
    Meter meter = new Meter(trials);
    night.account().watch(meter);
    night.account().forgetTrials();
    long start = System.nanoTime();
    ExecutionResult result = night.run(input);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%s, %d calls of services, %.1f s%n",
        status(result),
        night.account().calls(),
        seconds);
    assertThat(result).isInstanceOf(ExecutionResult.Succeeded.class);
  }

  private static String status(ExecutionResult result) {
    return result instanceof ExecutionResult.Succeeded ? "SUCCEEDED" : result.toString();
  }

  /** Prints a row after every tenth of the trials. */
  private static final class Meter implements Runnable {
    private final int trialsPerRow;
    private int trials;
    private long since = System.nanoTime();

    Meter(int trials) {
      this.trialsPerRow = trials / ROWS;
    }

    @Override
    public void run() {
      if (++trials % trialsPerRow == 0) {
        double millis = (System.nanoTime() - since) / 1e6 / trialsPerRow;
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
            Locale.ROOT,
            "%8d %14.2f %13.0f %9d%n",
            trials,
            millis,
            millis * 1_000 / CALLS_PER_TRIAL,
            (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        since = System.nanoTime();
      }
    }
  }
}
