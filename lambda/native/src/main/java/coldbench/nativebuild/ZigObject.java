package coldbench.nativebuild;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The zig source of a {@link NativePart} to an object. Its safety checks stay in, as it may be
 * given bytes from anywhere.
 */
record ZigObject(Zig zig, CommandRunner runner) {
  private static final List<String> OPTIONS =
      List.of(
          "-O",
          "ReleaseSafe",
          "-lc",
          "-fstrip",
          "-fsingle-threaded",
          "-ffunction-sections",
          "-fdata-sections",
          "-fno-unwind-tables");

  /** What decides the object beside its source. */
  String identity(Architecture architecture) {
    return zig.identity(architecture) + architecture.processor + OPTIONS;
  }

  /** May fetch zig, also where another compiler makes the rest. */
  Path compile(NativePart part, Architecture architecture) throws BuildException, IOException {
    Path executable = zig.executable();
    part.addChanged(Objects.requireNonNull(executable.getParent()));
    Path object = part.folder().resolve(architecture.lambdaName + ".o");
    List<String> command = new ArrayList<>();
    command.addAll(List.of(executable.toString(), "build-obj", part.source().toString()));
    command.addAll(List.of("-target", architecture.compilerName + "-linux-musl"));
    command.add("-mcpu=" + architecture.processor);
    command.addAll(OPTIONS);
    command.add("-femit-bin=" + object);
    CommandRunner.Result result = runner.run(command);
    if (result.failed()) {
      throw new BuildException(
          "zig failed with exit code "
              + result.exitCode()
              + ": "
              + String.join(" ", command)
              + "\n"
              + result.lastLines());
    }
    return object;
  }
}
