package coldbench.nativebuild;

import java.io.IOException;
import java.util.List;

/**
 * The compiler that the setting {@code native.cc} names, such as {@code musl-gcc}. It has to make
 * static executables; {@code {arch}} stands for x86_64 or aarch64.
 */
record GivenCompiler(String setting, CommandRunner runner) implements CCompiler {
  @Override
  public String identity(Architecture architecture) throws BuildException, IOException {
    List<String> command = command(architecture);
    List<String> version = List.of(command.get(0), "--version");
    CommandRunner.Result result;
    try {
      result = runner.run(version);
    } catch (IOException e) {
      throw new BuildException(
          "native.cc is \""
              + setting
              + "\", but "
              + command.get(0)
              + " cannot be started: "
              + e.getMessage());
    }
    return String.join(" ", command) + " " + result.output();
  }

  @Override
  public List<String> command(Architecture architecture) {
    return List.of(setting.replace("{arch}", architecture.compilerName).trim().split("\\s+"));
  }
}
