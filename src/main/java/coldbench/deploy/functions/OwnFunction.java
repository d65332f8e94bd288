package coldbench.deploy.functions;

import coldbench.lambda.Architecture;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A function to be measured beside ours.
 *
 * @param like label of the function that it differs from in a few fields; none where it stands by
 *     itself
 * @param event JSON that it is called with; none where it gets the benchmark's own event
 * @param scenario name of the work that it does, to be told apart from other work in the report
 * @param expect JSON that its answer must contain; none where the benchmark's contract judges it
 * @param snapStart whether its cold starts are restored from a snapshot
 */
public record OwnFunction(
    String label,
    Optional<String> like,
    Source source,
    String runtime,
    String handler,
    Architecture architecture,
    Optional<String> event,
    Optional<String> scenario,
    Optional<String> expect,
    boolean snapStart,
    FunctionSettings settings) {

  /** The same by other names, its own and that of what it is like. */
  OwnFunction named(UnaryOperator<String> names) {
    return with(names.apply(label), like.map(names), source);
  }

  /** The same, to be set against another one. */
  OwnFunction like(String other) {
    return with(label, Optional.of(other), source);
  }

  /** The same by another name, with another package. */
  OwnFunction from(String otherLabel, Source otherSource) {
    return with(otherLabel, like, otherSource);
  }

  private OwnFunction with(String itsLabel, Optional<String> itsLike, Source itsSource) {
    return new OwnFunction(
        itsLabel,
        itsLike,
        itsSource,
        runtime,
        handler,
        architecture,
        event,
        scenario,
        expect,
        snapStart,
        settings);
  }

  public sealed interface Source {
    /** A folder, a zip file or a jar. */
    record Given(Path path) implements Source {}

    /**
     * The folder of a native Java function of the user's own, which is built where it is needed.
     */
    record Project(Path folder) implements Source {}
  }

  /** What our own build makes. */
  public enum Built implements Source {
    /** The native Java function. */
    NATIVE("native"),
    /** The least that a static program can do, in C. */
    BARE("bare"),
    /** The native function's classes, for a JVM. */
    JVM("jvm"),
    /** The same, its jars named without their versions, so that options can name them. */
    JVM_AOT("jvm");

    /** Where the build leaves it, below its own folder. */
    final String folder;

    Built(String folder) {
      this.folder = folder;
    }

    /** Whether it is made for one processor. */
    boolean isNative() {
      return this == NATIVE || this == BARE;
    }
  }
}
