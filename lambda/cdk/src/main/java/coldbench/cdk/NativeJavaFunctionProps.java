package coldbench.cdk;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.FunctionProps;

/**
 * What a {@link NativeJavaFunction} is made from.
 *
 * @param project the folder of the function's {@code pom.xml}
 * @param architecture that the executable is built for, whatever this machine's is
 * @param maven the command of Maven
 * @param function sets whatever else a {@code Function} takes
 */
public record NativeJavaFunctionProps(
    Path project,
    Architecture architecture,
    String maven,
    Consumer<FunctionProps.Builder> function) {

  public static Builder builder() {
    return new Builder();
  }

  /** One value after the other. */
  public static final class Builder {
    private @Nullable Path project;
    private Architecture architecture = Architecture.ARM_64;
    private String maven =
        System.getProperty("os.name", "").startsWith("Windows") ? "mvn.cmd" : "mvn";

    private Consumer<FunctionProps.Builder> function = props -> {};

    private Builder() {}

    /** The folder of the function's {@code pom.xml}; relative to where the app is run. */
    public Builder project(String folder) {
      this.project = Path.of(folder);
      return this;
    }

    /** ARM_64 unless it is said. */
    public Builder architecture(Architecture value) {
      this.architecture = value;
      return this;
    }

    /** Another Maven than the one on the PATH, such as {@code ./mvnw}. */
    public Builder maven(String command) {
      this.maven = command;
      return this;
    }

    /**
     * Whatever else a {@code Function} takes, such as {@code props -> props.memorySize(256)}. What
     * is set here comes last, a role or a log group of one's own included.
     */
    public Builder function(Consumer<FunctionProps.Builder> settings) {
      this.function = function.andThen(settings);
      return this;
    }

    /**
     * Checks what must be there.
     *
     * @throws NullPointerException if no project is set
     */
    public NativeJavaFunctionProps build() {
      return new NativeJavaFunctionProps(
          Objects.requireNonNull(project, "project is not set, expected the folder of a pom.xml"),
          architecture,
          maven,
          function);
    }
  }
}
