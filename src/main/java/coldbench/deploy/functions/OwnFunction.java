package coldbench.deploy.functions;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A function of the user's own, to be measured beside ours.
 *
 * @param code the package, a folder or a zip file; of {@link #JVM} the Maven project of its classes
 * @param event JSON that it is called with; none where it gets the benchmark's own event
 * @param expect JSON that its answer must contain; none where the benchmark's contract judges it
 * @param snapStart whether its cold starts are restored from a snapshot
 */
public record OwnFunction(
    String label,
    Path code,
    String runtime,
    String handler,
    Architecture architecture,
    Optional<String> event,
    Optional<String> expect,
    boolean snapStart) {
  /** The label of the variant that needs no entry but its name. */
  public static final String JVM = "java-jvm";

  /** Our own Java function on the newest managed Java. */
  static OwnFunction jvm(Path project, Architecture architecture) {
    return new OwnFunction(
        JVM,
        project.resolve("lambda"),
        "java25",
        "coldbench.function.StreamFunction::handle",
        architecture,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  public boolean isJvmVariant() {
    return label.equals(JVM);
  }
}
