package coldbench.nativebuild;

import coldbench.semantics.CSources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** C to a static, stripped executable. README.md of {@code lambda/} says what each flag brings. */
record CToExecutable(
    CCompiler compiler, ZigObject zigObject, CommandRunner runner, String optimization) {
  private static final List<String> SPEED_AND_SIZE =
      List.of(
          "-static",
          "-s",
          "-ffunction-sections",
          "-fdata-sections",
          "-Wl,--gc-sections",
          "-Wl,-z,norelro",
          "-fno-asynchronous-unwind-tables",
          "-fno-unwind-tables");

  String identity(Architecture architecture) throws BuildException, IOException {
    return compiler.identity(architecture)
        + CSources.FLAGS
        + optimization
        + SPEED_AND_SIZE
        + zigObject.identity(architecture);
  }

  /** May fetch the compiler. */
  List<String> command(Architecture architecture) throws BuildException, IOException {
    return compiler.command(architecture);
  }

  /** Compiles one translation unit, which includes all others, and links the parts it uses. */
  void run(
      List<String> compilerCommand,
      Architecture architecture,
      Path source,
      List<NativePart> parts,
      Path executable)
      throws BuildException, IOException {
    List<String> command = new ArrayList<>(compilerCommand);
    command.addAll(CSources.FLAGS);
    command.addAll(List.of(optimization.split(" ")));
    command.addAll(SPEED_AND_SIZE);
    command.addAll(
        List.of(
            "-w",
            "-Wno-incompatible-pointer-types",
            "-o",
            executable.toString(),
            source.toString()));
    for (NativePart part : parts) {
      command.add("-I" + part.folder());
      command.add(zigObject.compile(part, architecture).toString());
    }
    command.add("-lm");
    CommandRunner.Result result;
    try {
      result = runner.run(command);
    } catch (IOException e) {
      throw new BuildException(
          "the C compiler cannot be started: " + e.getMessage() + "; -Dnative.cc names another");
    }
    if (result.failed()) {
      throw new BuildException(
          "the C compiler failed with exit code "
              + result.exitCode()
              + ": "
              + String.join(" ", command)
              + "\n"
              + result.lastLines());
    }
  }
}
