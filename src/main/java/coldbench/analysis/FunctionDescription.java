package coldbench.analysis;

import java.util.Optional;

/**
 * A function as it was deployed when the run began.
 *
 * @param label its short name in the benchmark, for example {@code java}
 * @param name its name on Lambda
 * @param runtime for example {@code provided.al2023}
 * @param architecture {@code arm64} or {@code x86_64}
 * @param codeSizeBytes size of the zipped package
 * @param codeSha256 of the zipped package, base64
 * @param event JSON that it was called with where that was not the benchmark's own event
 * @param scenario name of its work, where it was given one
 * @param like label of the function that it differs from in a few settings, if it is half of a pair
 * @param snapStart whether its cold starts were restored from snapshots
 * @param warmsUp whether it was called once between its cold and its warm calls
 */
public record FunctionDescription(
    String label,
    String name,
    String runtime,
    String architecture,
    String handler,
    long codeSizeBytes,
    String codeSha256,
    Optional<String> event,
    Optional<String> scenario,
    Optional<String> like,
    boolean snapStart,
    boolean warmsUp) {

  /**
   * What a person reads. The benchmark's own Java is a native executable, and "java" alone would be
   * taken for a JVM.
   */
  public String title() {
    if (!runtime.startsWith("provided")) {
      return label;
    }
    if (label.equals("java")) {
      return "native Java";
    }
    return isOnProcessor() && stem().equals("java") ? "native Java on " + architecture : label;
  }

  /** Whether another one may be the same on another processor, which their labels then tell. */
  public boolean isOnProcessor() {
    return label.endsWith(processor());
  }

  /** The label without the processor. */
  public String stem() {
    return isOnProcessor() ? label.substring(0, label.length() - processor().length()) : label;
  }

  private String processor() {
    return "-" + architecture.replace('_', '-');
  }

  /** Whether Lambda asks for its snapshots to be kept and restored: of Java it does not. */
  public boolean paysForSnapshots() {
    return snapStart && !runtime.startsWith("java");
  }
}
