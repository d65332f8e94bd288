package coldbench.microbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.emulator.SandboxTimer;
import coldbench.emulator.SandboxTimer.Life;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Runs every contender once a round, in an order that is shuffled anew each time: what the machine
 * does meanwhile hits all of them alike.
 */
public record RuntimeBench(
    List<Contender> contenders, String event, int rounds, int warm, long seed) {

  /** Hears of each round. */
  @FunctionalInterface
  public interface Listener {
    void finished(int round);
  }

  /**
   * Measures.
   *
   * @throws IOException if one does not answer
   */
  public Map<Contender, List<Life>> run(SandboxTimer timer, Listener listener)
      throws IOException, InterruptedException {
    Map<Contender, List<Life>> lives = new LinkedHashMap<>();
    contenders.forEach(contender -> lives.put(contender, new ArrayList<>()));
    List<Contender> order = new ArrayList<>(contenders);
    Random random = new Random(seed);
    for (int round = 1; round <= rounds; round++) {
      Collections.shuffle(order, random);
      for (Contender contender : order) {
        lives.computeIfAbsent(contender, c -> new ArrayList<>()).add(life(contender, timer));
      }
      listener.finished(round);
    }
    return lives;
  }

  private Life life(Contender contender, SandboxTimer timer)
      throws IOException, InterruptedException {
    try {
      return timer.measure(contender.program(), event.getBytes(UTF_8), warm);
    } catch (IOException e) {
      throw new IOException(contender.name() + ": " + e.getMessage(), e);
    }
  }
}
