package coldbench.results;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where a run's objects are: keys in a bucket, and files of the same names in a results folder.
 *
 * @param run the execution's name
 */
public record RunLayout(String run) {
  /**
   * What a run may be called: it names an execution, a folder and a part of object keys at the same
   * time.
   */
  public static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,79}");

  /** Holds the runs, each below its name. */
  public static final String RUNS = "runs";

  /** The plan of a run and the functions as they were: a run's first object. */
  public static final String MANIFEST = "run.json";

  /** Holds the trials. */
  public static final String TRIALS = "trials";

  /** A run's last object. */
  public static final String SUMMARY = "summary.json";

  /** What a local run was measured on; a deployed run has none. */
  public static final String PLACE = "environment.json";

  /** What an interrupted local run need not measure again. */
  public static final String JOURNAL = "journal.jsonl";

  private static final Pattern TRIAL =
      Pattern.compile(RUNS + "/[^/]+/" + TRIALS + "/[^/]+/\\d+/\\d+\\.json");

  /** A trial's object, below its run. */
  public static String trial(String function, int memoryMb, int round) {
    return TRIALS + "/" + function + "/" + memoryMb + "/" + round + ".json";
  }

  /**
   * A part of a trial's warm calls, where they are too many for its object; below its run.
   *
   * @param part from 1
   */
  public static String warmCalls(String function, int memoryMb, int round, int part) {
    return "warm/" + function + "/" + memoryMb + "/" + round + "/" + part + ".json";
  }

  /** What all keys of the run begin with. */
  public String prefix() {
    return RUNS + "/" + run + "/";
  }

  /**
   * The key of an object of the run.
   *
   * @param object such as {@link #MANIFEST}
   */
  public String key(String object) {
    return prefix() + object;
  }

  /** The run's folder in a results folder. */
  public Path folder(Path results) {
    return results.resolve(RUNS).resolve(run);
  }

  public static boolean isManifest(String key) {
    return key.endsWith("/" + MANIFEST);
  }

  public static boolean isSummary(String key) {
    return key.endsWith("/" + SUMMARY);
  }

  public static boolean isTrial(String key) {
    return TRIAL.matcher(key).matches();
  }
}
