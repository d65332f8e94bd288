package coldbench.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A run's folder of any size, in the shapes of the state machine's objects. Durations are drawn
 * from a seeded generator around given means, so that statistics have something to find.
 */
public final class WrittenRun {
  /**
   * A function to be written; one whose label begins with snap has SnapStart, one whose label ends
   * with arm64 is for that processor.
   *
   * @param initMs mean of init, or of restore
   * @param firstMs mean of the first duration
   * @param warmMs mean of the warm durations
   */
  public record Function(String label, double initMs, double firstMs, double warmMs) {
    private boolean snapStart() {
      return label.startsWith("snap");
    }

    private String runtime() {
      return label.endsWith("python") ? "python3.13" : snapStart() ? "java21" : "provided.al2023";
    }
  }

  public static final List<Function> JAVA_AND_PYTHON =
      List.of(new Function("java", 1.1, 0.7, 0.13), new Function("python", 45, 6, 3.4));

  /** What a cold call's wait holds beyond its REPORT line. */
  public static final double UNREPORTED_MS = 12;

  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;
  private final String name;
  private final SplittableRandom random = new SplittableRandom(17);
  private final SplittableRandom waits = new SplittableRandom(18);
  private final List<Function> functions;
  private final int rounds;
  private final int warm;
  private final List<Integer> memoryMb;

  public WrittenRun(
      Path results,
      String name,
      List<Function> functions,
      List<Integer> memoryMb,
      int rounds,
      int warm) {
    this.folder = results.resolve("runs").resolve(name);
    this.name = name;
    this.functions = functions;
    this.memoryMb = memoryMb;
    this.rounds = rounds;
    this.warm = warm;
    runObject();
    environmentObject();
    for (Function function : functions) {
      for (int memory : memoryMb) {
        for (int round = 1; round <= rounds; round++) {
          put(trial(function.label(), memory, round), trialObject(function, memory, round));
        }
      }
    }
    summaryObject();
  }

  /** Java and Python at 128 MB. */
  public static WrittenRun usual(Path results, String name) {
    return new WrittenRun(results, name, JAVA_AND_PYTHON, List.of(128), 10, 5);
  }

  public Path folder() {
    return folder;
  }

  public Path trial(String label, int memory, int round) {
    return folder.resolve("trials/%s/%d/%d.json".formatted(label, memory, round));
  }

  public static ObjectNode read(Path file) {
    try {
      return (ObjectNode) JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void put(Path file, JsonNode json) {
    try {
      Files.createDirectories(file.getParent());
      JSON.writeValue(file.toFile(), json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes an object as a person with an editor would. */
  public static void edit(Path file, java.util.function.Consumer<ObjectNode> change) {
    ObjectNode json = read(file);
    change.accept(json);
    put(file, json);
  }

  /** Makes a trial a failed one, as the machine puts it. */
  public void fail(String label, int memory, int round, String error, String cause) {
    edit(
        trial(label, memory, round),
        json -> {
          json.put("status", "failed");
          json.putArray("warm");
          json.remove("cold");
          json.putObject("error").put("name", error).put("cause", cause);
        });
    summaryObject();
  }

  /** Makes it a run until 5 % that ended early; trials of later rounds stay where they are. */
  public void endPrecise(int round) {
    edit(
        folder.resolve("summary.json"),
        json -> {
          json.putArray("cells");
          json.putObject("precision")
              .put("untilPercent", 5)
              .put("rounds", round)
              .put("most", rounds)
              .put("reached", true)
              .putObject("widest")
              .put("function", functions.get(functions.size() - 1).label())
              .put("memoryMb", memoryMb.get(0))
              .put("figure", "cold")
              .put("percent", 4.27);
        });
  }

  private void runObject() {
    ObjectNode run = JSON.createObjectNode();
    run.put("run", name).put("startedAt", "2026-03-14T09:26:53.589Z").put("region", "eu-central-1");
    run.put(
        "execution", "arn:aws:states:eu-central-1:000000000000:execution:coldbench-dev:" + name);
    run.putObject("input").put("rounds", rounds).put("warm", warm);
    run.put("rounds", rounds).put("warm", warm);
    ArrayNode sizes = run.putArray("memoryMb");
    memoryMb.forEach(sizes::add);
    run.put("n", 40).put("seed", name);
    ArrayNode order = run.putArray("order");
    for (int round = 1; round <= rounds; round++) {
      for (int memory : memoryMb) {
        order.addObject().put("memoryMb", memory).put("round", round);
      }
    }
    ArrayNode described = run.putArray("functions");
    for (Function function : functions) {
      boolean python = function.label().startsWith("python");
      ObjectNode each = described.addObject();
      each.put("label", function.label()).put("name", "coldbench-dev-" + function.label());
      each.put("arn", "arn:aws:lambda:eu-central-1:000000000000:function:" + function.label());
      each.put("runtime", function.runtime())
          .put("architecture", function.label().endsWith("arm64") ? "arm64" : "x86_64");
      if (function.snapStart()) {
        each.put("snapStart", true);
      }
      each.put("handler", python ? "handler.handler" : "bootstrap");
      each.put("codeSize", python ? 1041 : 301_777).put("codeSha256", function.label() + "-sha=");
      each.put("memoryMb", 128).put("timeoutSeconds", 30).put("version", "$LATEST");
      each.put("lastModified", "2026-03-14T09:20:00.000+0000").putArray("variables");
    }
    put(folder.resolve("run.json"), run);
  }

  private void environmentObject() {
    ObjectNode json = JSON.createObjectNode();
    json.put("run", name).put("tool", "coldbench 0.1.0").put("where", "local");
    json.put("os", "Debian GNU/Linux 12").put("kernel", "6.1.0-28-amd64");
    json.put("cpu", "Intel(R) Xeon(R) Processor @ 2.80GHz").put("cpus", 2).put("memoryMb", 24_000);
    json.put("architecture", "x86_64").put("cpuLimit", "full");
    json.put("cpuLimitReason", "no control groups: start as root");
    ObjectNode runtimes = json.putObject("runtimes");
    runtimes.put("java", "native executable, static, x86_64");
    runtimes.put("python", "CPython 3.13.0 with awslambdaric 4.0.0");
    json.putObject("buildSeconds").put("java", 9.04);
    put(folder.resolve("environment.json"), json);
  }

  private ObjectNode trialObject(Function function, int memory, int round) {
    ObjectNode trial = JSON.createObjectNode();
    trial.put("run", name).put("function", function.label()).put("memoryMb", memory);
    trial.put("round", round).put("status", "complete");
    trial.put("forcedAt", forcedAt(function, memory, round).toString()).put("attempts", 1);
    trial.put("polls", 1);
    trial.putArray("discarded");
    double share = 128.0 / memory;
    ObjectNode cold = trial.putObject("cold");
    sample(cold, function, around(function.initMs()), around(function.firstMs() * share));
    ArrayNode following = trial.putArray("warm");
    for (int i = 0; i < warm; i++) {
      sample(following.addObject(), function, 0, around(function.warmMs() * share));
    }
    return trial;
  }

  private void sample(ObjectNode sample, Function function, double initMs, double durationMs) {
    sample.put("requestId", "0f4e9a0c-%016x".formatted(random.nextLong()));
    if (initMs > 0 && function.snapStart()) {
      sample.put("restoreMs", initMs).put("billedRestoreMs", 1);
    } else if (initMs > 0) {
      sample.put("initMs", initMs);
    }
    sample.put("durationMs", durationMs).put("billedMs", (int) Math.ceil(initMs + durationMs));
    sample.put("maxMemoryMb", function.label().equals("java") ? 3 : 18);
    double unreportedMs = initMs > 0 ? UNREPORTED_MS : 0;
    sample.put("waitMs", (int) (waits.nextDouble(20, 24) + initMs + durationMs + unreportedMs));
    ObjectNode handler = sample.putObject("handler");
    handler
        .put("computeMs", 0.000321)
        .put("allocMs", durationMs * 0.8)
        .put("totalMs", durationMs * 0.9);
  }

  /** A minute a round, in which the last function runs first in every second round. */
  private Instant forcedAt(Function function, int memory, int round) {
    int place = functions.indexOf(function);
    int turn = round % 2 == 0 ? functions.size() - 1 - place : place;
    int second = memoryMb.indexOf(memory) * functions.size() + turn;
    return Instant.parse("2026-03-14T09:27:00Z").plusSeconds(60L * round + second);
  }

  private double around(double mean) {
    double spread = 0.9 + 0.2 * random.nextDouble() + (random.nextInt(20) == 0 ? 0.5 : 0);
    return Math.round(mean * spread * 100) / 100.0;
  }

  private void summaryObject() {
    ObjectNode summary = JSON.createObjectNode();
    summary.put("run", name).put("startedAt", "2026-03-14T09:26:53.589Z");
    summary.put("finishedAt", "2026-03-14T09:31:02.120Z");
    summary.put("trials", rounds * memoryMb.size() * functions.size());
    ArrayNode cells = summary.putArray("cells");
    int complete = 0;
    for (Function function : functions) {
      for (int memory : memoryMb) {
        int count = 0;
        for (int round = 1; round <= rounds; round++) {
          Path file = trial(function.label(), memory, round);
          count += read(file).get("status").asText().equals("complete") ? 1 : 0;
        }
        complete += count;
        ObjectNode cell = cells.addObject();
        cell.put("function", function.label()).put("memoryMb", memory).put("count", count);
        cell.put("failures", rounds - count);
      }
    }
    summary.put("complete", complete);
    summary.putArray("notRestored");
    put(folder.resolve("summary.json"), summary);
  }
}
