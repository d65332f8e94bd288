package coldbench.nativebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a library brings along for C. */
class NativePartIT {
  private static final String HEADER =
      """
      #include <unistd.h>
      extern int checked_element(int index);
      void checked_fault(void) { _exit(7); }
      """;

  /** A check of its own file, and zig's names for all checks. */
  private static final String SOURCE =
      """
      extern "c" fn checked_fault() noreturn;
      pub const panic = @import("std").debug.FullPanic(found);
      fn found(_: []const u8, _: ?usize) noreturn {
          checked_fault();
      }
      const elements = [_]u8{ 20, 21, 22 };
      export fn checked_element(index: i32) i32 {
          return elements[@intCast(index)];
      }
      """;

  private static final String PROGRAM =
      """
      #include "checked.h"
      #include <stdlib.h>
      int main(int count, char** words) { return checked_element(atoi(words[1])); }
      """;

  @TempDir private Path folder;

  private final CommandRunner runner = CommandRunner.processes(Map.of());

  @Test
  void anIndexOutsideOfAnArrayIsFoundInThePartsOwnFiles() throws Exception {
    Path part = Files.createDirectories(folder.resolve("checked"));
    Files.writeString(part.resolve("checked.h"), HEADER);
    Files.writeString(part.resolve("checked.zig"), SOURCE);
    Path program = Files.writeString(folder.resolve("program.c"), PROGRAM);
    Path executable = folder.resolve("program");
    Zig zig = new Zig(Main.cache(System.getenv()), runner, System.out);
    new CToExecutable(zig, new ZigObject(zig, runner), runner, "-O1")
        .run(
            zig.command(Architecture.X86_64),
            Architecture.X86_64,
            program,
            List.of(new NativePart("checked", part)),
            executable);
    assertThat(exitCode(executable, "2")).isEqualTo(22);
    assertThat(exitCode(executable, "3")).isEqualTo(7);
    assertThat(exitCode(executable, "-1")).isEqualTo(7);
  }

  private int exitCode(Path executable, String index) throws Exception {
    return runner.run(List.of(executable.toString(), index)).exitCode();
  }
}
