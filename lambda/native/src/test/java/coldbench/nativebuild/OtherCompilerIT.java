package coldbench.nativebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real C compilers other than zig, where they are installed. */
class OtherCompilerIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "musl-gcc, x86_64, ''",
    "aarch64-linux-gnu-gcc, arm64, qemu-aarch64-static",
  })
  void aProgramBuiltWithItRuns(String compiler, String architecture, String emulator)
      throws Exception {
    assumeTrue(System.getProperty("os.arch").equals("amd64"), "these are named for x86_64 hosts");
    assumeTrue(onPath(compiler), compiler + " is not installed");
    assumeTrue(emulator.isEmpty() || onPath(emulator), emulator + " is not installed");
    Builder builder = Builder.in(folder);
    Builder.Result built = builder.build(architecture, compiler);
    assertThat(built.exitCode()).as(built.output()).isZero();
    assertThat(run(emulator, builder.target().resolve(architecture).resolve("bootstrap")))
        .isEqualTo(new Builder.Result(0, "hello\n"));
  }

  private static boolean onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static Builder.Result run(String emulator, Path executable)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (!emulator.isEmpty()) {
      command.add(emulator);
    }
    command.add(executable.toString());
    return Builder.finish(new ProcessBuilder(command).redirectErrorStream(true).start());
  }
}
