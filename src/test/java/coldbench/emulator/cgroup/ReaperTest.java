package coldbench.emulator.cgroup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.emulator.CpuMode;
import coldbench.emulator.Functions;
import coldbench.emulator.Leftovers;
import coldbench.emulator.LocalLambda;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tool that is killed leaves nothing behind: no process, no control group, no folder. */
class ReaperTest {
  @TempDir Path folder;

  /** The tool in a JVM of its own: one call, then it prints the function's process and waits. */
  static final class Tool {
    private Tool() {}

    public static void main(String[] args) throws Exception {
      LocalLambda lambda = new LocalLambda(Functions.SETTINGS.withCpu(CpuMode.LAMBDA));
      lambda.createFunction(Functions.spec(Functions.obedient(Path.of(args[0]))));
      byte[] answer = lambda.invoke("f", "{\"do\":\"describe\"}".getBytes(UTF_8)).payload();
      System.out.println(new String(answer, UTF_8).replaceAll(".*\"pid\": ([0-9]+).*", "$1"));
      while (System.in.read() == '\n') {
        System.out.println(new String(lambda.invoke("f", "7".getBytes(UTF_8)).payload(), UTF_8));
      }
      lambda.close();
    }
  }

  private Process startTool() throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Tool.class.getName(),
            // Of its own: a tool must not read what another is writing.
            Files.createTempDirectory(folder, "tool").toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  @Test
  void ofTwoToolsAtOnceEachHasItsOwnAndRemovesOnlyThat() throws Exception {
    Process first = startTool();
    Process second = startTool();
    try (BufferedReader out = second.inputReader()) {
      long pid = functionPid(first);
      long other = Long.parseLong(out.readLine());
      List<Path> others = Leftovers.ofProcess(second.pid());
      assertThat(Leftovers.ofProcess(first.pid())).isNotEmpty().doesNotContainAnyElementsOf(others);

      first.destroyForcibly().waitFor();
      Functions.awaitEnd(pid);
      Leftovers.awaitNone(first.pid());

      assertThat(Leftovers.ofProcess(second.pid())).containsExactlyElementsOf(others);
      second.getOutputStream().write('\n');
      second.getOutputStream().flush();
      assertThat(out.readLine()).as("the other one's function still answers").isEqualTo("7");
      second.getOutputStream().close();
      assertThat(second.waitFor()).isZero();
      assertThat(Leftovers.ofProcess(second.pid())).isEmpty();
      assertThat(ProcessHandle.of(other)).isEmpty();
    } finally {
      first.destroyForcibly();
      second.destroyForcibly();
    }
  }

  private static long functionPid(Process tool) throws Exception {
    BufferedReader out = tool.inputReader();
    return Long.parseLong(out.readLine());
  }

  @Test
  void aKilledToolLeavesNothingBehind() throws Exception {
    Process tool = startTool();
    try {
      long pid = functionPid(tool);
      assertThat(ProcessHandle.of(pid)).isPresent();
      assertThat(Leftovers.ofProcess(tool.pid())).isNotEmpty();

      tool.destroyForcibly().waitFor();

      Functions.awaitEnd(pid);
      Leftovers.awaitNone(tool.pid());
    } finally {
      tool.destroyForcibly();
    }
  }

  @Test
  void whatIsLeftWhenTheReaperIsKilledTooTheNextToolRemoves() throws Exception {
    Process tool = startTool();
    try {
      long pid = functionPid(tool);
      List<ProcessHandle> reapers = tool.children().filter(child -> child.pid() != pid).toList();
      assertThat(reapers).hasSize(1);
      reapers.get(0).destroyForcibly();
      tool.destroyForcibly().waitFor();
      assertThat(Leftovers.ofProcess(tool.pid())).isNotEmpty();

      try (LocalLambda next = new LocalLambda(Functions.SETTINGS.withCpu(CpuMode.LAMBDA))) {
        assertThat(Leftovers.ofProcess(tool.pid())).isEmpty();
        if (next.cpuLimit() instanceof CpuLimit.Lambda) {
          Functions.awaitEnd(pid);
        }
      }
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    } finally {
      tool.destroyForcibly();
    }
  }
}
