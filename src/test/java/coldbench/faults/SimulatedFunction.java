package coldbench.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A function's configuration and its sandbox. */
final class SimulatedFunction {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String name;
  private final Random random;
  private final Faults faults;
  private final Map<String, SimulatedVersion> versions = new TreeMap<>();
  private int published;
  private ObjectNode variables = JSON.objectNode().put("STAGE", "test");
  private int memoryMb = 128;
  private int revision = 1;
  private int stalePolls;
  private int latePolls;
  private int oldMemoryMb;
  private int oldAnswers;
  private boolean oldSandbox;
  private boolean sandbox;
  private boolean stuck;
  private boolean unrestorable;

  SimulatedFunction(String name, Random random, Faults faults) {
    this.name = name;
    this.random = random;
    this.faults = faults;
  }

  String name() {
    return name;
  }

  boolean stuck() {
    return stuck;
  }

  /** Whether it never gets its own configuration back. */
  boolean unrestorable() {
    unrestorable = unrestorable || happens(faults.unrestorable());
    return unrestorable;
  }

  /** A report that looks like that of an invocation and is of none. */
  Invoked invented(Invoked like) {
    return new Invoked(name, like.memoryMb(), like.cold(), false, true, 1, 1, 2, 1);
  }

  int memoryMb() {
    return memoryMb;
  }

  ObjectNode variables() {
    return variables;
  }

  /** What {@code getFunction} shows; each look brings a late update nearer to its end. */
  ObjectNode look() {
    boolean stale = stalePolls > 0;
    boolean late = !stale && latePolls > 0;
    stalePolls -= stale ? 1 : 0;
    latePolls -= late ? 1 : 0;
    ObjectNode configuration =
        configuration()
            .put("RevisionId", "revision-" + (stale ? revision - 1 : revision))
            .put("LastUpdateStatus", late ? "InProgress" : "Successful");
    configuration.putObject("Environment").set("Variables", variables.deepCopy());
    return configuration;
  }

  /** Of a configuration that has not changed since the last version there is no new one. */
  ObjectNode publish(String description) {
    SimulatedVersion latest = versions.get(String.valueOf(published));
    if (latest == null || !latest.isOf(revision)) {
      String number = String.valueOf(++published);
      ObjectNode configuration =
          configuration().put("Version", number).put("Description", description);
      configuration.putObject("Environment").set("Variables", variables.deepCopy());
      int latePolls = happens(faults.late()) ? random.nextInt(6) : 0;
      versions.put(
          number,
          new SimulatedVersion(
              configuration, memoryMb, revision, latePolls, happens(faults.crashed())));
    }
    return versions.get(String.valueOf(published)).configuration();
  }

  /** Its versions, by number. */
  Map<String, SimulatedVersion> versions() {
    return versions;
  }

  /** Calls a version: in the sandbox that there is, or in one that is restored. */
  Invoked invoke(SimulatedVersion version, boolean right) {
    boolean cold = version.startsCold() || happens(faults.coldInBetween());
    return invoked(version.memoryMb(), cold, right);
  }

  private ObjectNode configuration() {
    ObjectNode configuration =
        JSON.objectNode()
            .put("FunctionArn", "arn:aws:lambda:eu-central-1:123456789012:function:" + name)
            .put("Runtime", "provided.al2023")
            .put("Handler", "bootstrap")
            .put("CodeSize", 231_000)
            .put("CodeSha256", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
            .put("MemorySize", memoryMb)
            .put("Timeout", 30)
            .put("Version", "$LATEST")
            .put("LastModified", "2026-03-14T01:00:00.000+0000");
    configuration.putArray("Architectures").add("arm64");
    return configuration;
  }

  void update(int newMemoryMb, ObjectNode newVariables) {
    oldMemoryMb = memoryMb;
    memoryMb = newMemoryMb;
    oldSandbox |= sandbox;
    variables = newVariables;
    revision++;
    stalePolls = happens(faults.late()) ? random.nextInt(3) : 0;
    latePolls = happens(faults.late()) ? random.nextInt(4) : 0;
    oldAnswers = happens(faults.oldSandbox()) ? 1 + random.nextInt(5) : 0;
    oldSandbox &= oldAnswers > 0 && random.nextBoolean();
    sandbox = false;
    stuck |= happens(faults.stuck());
  }

  /**
   * Calls the function: in a sandbox that there is, or in a new one. For some calls after an update
   * that may be one of the old configuration, even a new one of it.
   */
  Invoked invoke(boolean right) {
    boolean old = oldAnswers > 0;
    boolean cold = !(old ? oldSandbox : sandbox) || (!old && happens(faults.coldInBetween()));
    int answering = old ? oldMemoryMb : memoryMb;
    oldSandbox |= old;
    sandbox |= !old;
    oldAnswers -= old ? 1 : 0;
    return invoked(answering, cold, right);
  }

  private Invoked invoked(int answering, boolean cold, boolean right) {
    boolean suppressed = cold && happens(faults.suppressed());
    double initMs = cold && !suppressed ? hundredths(20, 100) : 0;
    double durationMs = suppressed ? hundredths(10_000, 13_000) : hundredths(1, cold ? 30 : 15);
    return new Invoked(
        name,
        answering,
        cold,
        suppressed,
        right,
        initMs,
        durationMs,
        (int) Math.ceil(initMs + durationMs),
        10 + random.nextInt(40));
  }

  private double hundredths(int from, int to) {
    return (from * 100 + random.nextInt((to - from) * 100)) / 100.0;
  }

  private boolean happens(double rate) {
    return random.nextDouble() < rate;
  }
}
