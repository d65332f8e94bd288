package coldbench.differential.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * All suites in one process, from the first to the last. A sequence in which it ends, or stands
 * still, is given up, and another process goes on behind it.
 */
final class SuiteRun {
  /** The sequence of a suite. */
  record Place(int suite, int sequence) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return suite != other.suite
          ? Integer.compare(suite, other.suite)
          : Integer.compare(sequence, other.sequence);
    }

    @Override
    public String toString() {
      return suite + "/" + sequence;
    }
  }

  private static final String SUITE = "== ";
  private static final int MOST_OF_A_SUITE = 20;
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration CPU_OF_A_CALL = Duration.ofSeconds(5);

  /** For what sleeps, on a machine that may stand still for minutes. */
  private static final Duration WAIT = Duration.ofMinutes(20);

  /** The lines of each sequence that came to its end. */
  final Map<Place, List<String>> sequences = new LinkedHashMap<>();

  /** The call in which each of the others was given up, and why. */
  final Map<Place, String> givenUp = new TreeMap<>();

  private Place at = new Place(0, 0);
  private String open = "";

  private SuiteRun() {}

  /**
   * @param without sequences that are left out
   */
  static SuiteRun of(List<String> program, long seed, int count, Iterable<Place> without)
      throws IOException, InterruptedException {
    SuiteRun run = new SuiteRun();
    Map<Integer, Integer> ofSuite = new LinkedHashMap<>();
    while (true) {
      List<String> command = new ArrayList<>(program);
      command.add(Integer.toString(run.at.suite));
      command.add(Integer.toString(run.at.sequence));
      command.add(Long.toString(seed));
      command.add(Integer.toString(count));
      without.forEach(place -> command.add(place.toString()));
      String why = run.read(command);
      if (why.isEmpty()) {
        return run;
      }
      run.sequences.remove(run.at);
      run.givenUp.put(run.at, run.open + why);
      int given = ofSuite.merge(run.at.suite, 1, Integer::sum);
      run.at =
          given < MOST_OF_A_SUITE
              ? new Place(run.at.suite, run.at.sequence + 1)
              : new Place(run.at.suite + 1, 0);
    }
  }

  /** Returns why it did not come to its end, or nothing. */
  private String read(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> readInto(lines, process), "output of the suites");
    reader.start();
    open = "";
    Work work = new Work(process);
    while (!work.isStanding() && (reader.isAlive() || !lines.isEmpty())) {
      String line = lines.poll(reader.isAlive() ? LOOK.toMillis() : 0, TimeUnit.MILLISECONDS);
      if (line != null) {
        take(line);
        work = new Work(process);
      }
    }
    boolean inTime = !work.isStanding();
    process.destroyForcibly();
    reader.join();
    lines.forEach(this::take);
    int code = process.waitFor();
    return !inTime ? "! does not end" : code == 0 ? "" : "! ended with " + code;
  }

  /**
   * What a process has done since its last line; by its own time, as a busy machine gives it
   * little.
   */
  private record Work(Process process, Duration before, Instant since) {
    Work(Process process) {
      this(process, cpu(process), Instant.now());
    }

    private static Duration cpu(Process process) {
      return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    boolean isStanding() {
      return process.isAlive()
          && (cpu(process).minus(before).compareTo(CPU_OF_A_CALL) > 0
              || Instant.now().isAfter(since.plus(WAIT)));
    }
  }

  private static void readInto(BlockingQueue<String> lines, Process process) {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      // It was stopped: what it wrote before has been read.
    }
  }

  private void take(String line) {
    open = line;
    if (line.startsWith(SUITE)) {
      at = new Place(Integer.parseInt(line.substring(SUITE.length())), 0);
      return;
    }
    String[] words = line.split(" ", 3);
    if (words.length == 3) {
      at = new Place(at.suite, Integer.parseInt(words[1]));
      sequences.computeIfAbsent(at, p -> new ArrayList<>()).add(line);
    }
  }
}
