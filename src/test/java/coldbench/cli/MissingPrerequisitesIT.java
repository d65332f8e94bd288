package coldbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tool on a machine that lacks something: on a PATH with nothing on it, or another system. */
class MissingPrerequisitesIT {
  @TempDir Path empty;

  @Test
  void doctorNamesEveryThingThatIsMissingAndHowToGetIt() throws Exception {
    Ended doctor = onAnEmptyPath(List.of(), "doctor");

    assertThat(doctor.exitCode()).isEqualTo(1);
    assertThat(doctor.output())
        .contains("ok      JDK", "missing Maven", "missing Node.js", "missing Python")
        .contains("apt install maven", "nvm install 22", "apt install python3 python3-venv");
  }

  @Test
  void doctorFindsNothingMissingWhereTheTestsRun() {
    Project.Outcome doctor = Project.coldbench("doctor");

    assertThat(doctor.exitCode()).as(doctor.out()).isZero();
    assertThat(doctor.out()).doesNotContain("missing");
  }

  @Test
  void localSaysThatNodeIsMissingBeforeAnythingIsStarted() throws Exception {
    Ended local = onAnEmptyPath(List.of(), "local", "--out=" + empty.resolve("results"));

    assertThat(local.exitCode()).isEqualTo(2);
    assertThat(local.output()).contains("Node.js: 'node' is not on the PATH", "nvm install 22");
  }

  @Test
  void onAnotherSystemLocalSaysWhatWorksThere() throws Exception {
    Ended local =
        onAnEmptyPath(List.of("-Dos.name=Mac OS X"), "local", "--out=" + empty.resolve("results"));

    assertThat(local.exitCode()).isEqualTo(2);
    assertThat(local.output())
        .contains("functions for Lambda run on Linux on x86_64 or arm64, this is Mac OS X")
        .contains("deploying (npx cdk deploy) and 'report' work here");
  }

  private record Ended(int exitCode, String output) {}

  private Ended onAnEmptyPath(List<String> options, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("-Dcoldbench.home=" + Project.FOLDER);
    command.addAll(options);
    command.add("coldbench.cli.Main");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PATH", empty.toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), output);
  }
}
