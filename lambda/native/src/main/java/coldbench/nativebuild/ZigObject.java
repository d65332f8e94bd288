package coldbench.nativebuild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The zig source of a {@link NativePart} to an object. The part's own files, the changed copies of
 * zig's among them, keep their safety checks: they may be given bytes from anywhere. The rest of
 * zig's library is made small and goes without.
 */
record ZigObject(Zig zig, CommandRunner runner) {
  private static final List<String> OPTIONS =
      List.of(
          "-lc",
          "-fstrip",
          "-fsingle-threaded",
          "-ffunction-sections",
          "-fdata-sections",
          "-fno-unwind-tables");

  private static final List<String> LIBRARY = List.of("-O", "ReleaseSmall");
  private static final List<String> PART = List.of("-O", "ReleaseSafe");

  /** zig's library is compiled as the module at the root is. */
  private static final String ROOT =
      """
      pub const panic = @import("part").panic;
      comptime {
          _ = @import("part");
      }
      """;

  /** What decides the object beside its source. */
  String identity(Architecture architecture) {
    return zig.identity(architecture) + architecture.processor + OPTIONS + LIBRARY + ROOT + PART;
  }

  /** May fetch zig, also where another compiler makes the rest. */
  Path compile(NativePart part, Architecture architecture) throws BuildException, IOException {
    Path executable = zig.executable();
    part.addChanged(Objects.requireNonNull(executable.getParent()));
    Path object = part.folder().resolve(architecture.lambdaName + ".o");
    Path root = Files.writeString(part.folder().resolve("root.zig"), ROOT);
    List<String> command = new ArrayList<>();
    command.addAll(List.of(executable.toString(), "build-obj"));
    command.addAll(List.of("-target", architecture.compilerName + "-linux-musl"));
    command.add("-mcpu=" + architecture.processor);
    command.addAll(OPTIONS);
    command.addAll(LIBRARY);
    command.addAll(List.of("--dep", "part", "-Mroot=" + root));
    command.addAll(PART);
    command.add("-Mpart=" + part.source());
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
