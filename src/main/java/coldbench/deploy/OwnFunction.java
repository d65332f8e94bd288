package coldbench.deploy;

import java.nio.file.Path;

/**
 * A function of the user's own, to be measured beside ours.
 *
 * @param code the package, a folder or a zip file; of {@link #JVM} the Maven project of its classes
 * @param event JSON that it is called with; empty where it gets the benchmark's own event
 * @param expect JSON that its answer must contain; empty where the benchmark's contract judges it
 */
record OwnFunction(
    String label,
    Path code,
    String runtime,
    String handler,
    Architecture architecture,
    String event,
    String expect) {
  /** The label of the variant that needs no entry but its name. */
  static final String JVM = "java-jvm";

  /** Our own Java function on the newest managed Java. */
  static OwnFunction jvm(Path project, Architecture architecture) {
    return new OwnFunction(
        JVM,
        project.resolve("lambda"),
        "java25",
        "coldbench.function.StreamFunction::handle",
        architecture,
        "",
        "");
  }

  boolean isJvmVariant() {
    return label.equals(JVM);
  }
}
