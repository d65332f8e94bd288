package coldbench.cdk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.FunctionProps;

/**
 * What a {@link NativeJavaFunction} is made from.
 *
 * @param project the folder of the function's {@code pom.xml}
 * @param reactor the folder of a {@code pom.xml} which has the project among its modules, where it
 *     is built together with those that it needs
 * @param sources files and folders elsewhere that the executable also depends on
 * @param architecture that the executable is built for, whatever this machine's is
 * @param maven the command of Maven
 * @param function sets whatever else a {@code Function} takes
 */
public record NativeJavaFunctionProps(
    Path project,
    Optional<Path> reactor,
    List<Path> sources,
    Architecture architecture,
    String maven,
    Consumer<FunctionProps.Builder> function) {
  public NativeJavaFunctionProps {
    sources = List.copyOf(sources);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** One value after the other. */
  public static final class Builder {
    private @Nullable Path project;
    private @Nullable Path reactor;
    private final List<Path> sources = new ArrayList<>();
    private Architecture architecture = Architecture.ARM_64;
    private String maven = MavenPackage.COMMAND;

    private Consumer<FunctionProps.Builder> function = props -> {};

    private Builder() {}

    /** The folder of the function's {@code pom.xml}; relative to where the app is run. */
    public Builder project(String folder) {
      this.project = Path.of(folder);
      return this;
    }

    /**
     * The folder of a {@code pom.xml} that has the project among its modules, for a project that
     * needs others of them: these are built with it, and it is built anew when one of them changes.
     */
    public Builder reactor(String folder) {
      this.reactor = Path.of(folder);
      return this;
    }

    /** A file or folder elsewhere whose change makes another executable, such as a parent's pom. */
    public Builder source(String fileOrFolder) {
      this.sources.add(Path.of(fileOrFolder));
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
          Optional.ofNullable(reactor),
          sources,
          architecture,
          maven,
          function);
    }
  }
}
