package coldbench.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coldbench.testing.FunctionProcess;
import coldbench.testing.Launcher;
import coldbench.testing.RuntimeApiServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lambda freezes a sandbox between invocations and ends it with SIGTERM. */
class SignalIT {
  private static final String ID = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";

  @TempDir private Path folder;

  static Stream<Launcher> launchers() {
    return RuntimeIT.launchers();
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void sigtermEndsAWaitingProcess(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      server.receiveNext();
      function.signal("TERM");
      assertThat(function.exitCode()).isEqualTo(launcher.isNative() ? 0 : 143);
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void sigtermEndsAProcessThatIsBusy(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      server.invoke("{}");
      server.receiveNext();
      server.sendEvent(ID, "{\"do\": \"spin\"}".getBytes(UTF_8));
      assertThat(function.exitedWithin(300)).isFalse();
      function.signal("TERM");
      assertThat(function.exitCode()).isEqualTo(launcher.isNative() ? 0 : 143);
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void afterBeingFrozenItGoesOnWhereItWas(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      for (int i = 0; i < 5; i++) {
        server.receiveNext();
        function.signal("STOP");
        server.sendEvent(ID, "{}".getBytes(UTF_8));
        function.signal("CONT");
        assertThat(server.receive().text()).isEqualTo("{}");
        server.accept();
      }
      assertThat(function.log()).isEmpty();
    }
  }

  /** A call of send that is interrupted has sent a part, as socket buffers hold less than 6 MB. */
  @ParameterizedTest
  @MethodSource("launchers")
  void anAnswerComesWholeWhereSendingItWasInterrupted(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      server.receiveNext();
      server.sendEvent(ID, "{\"do\": \"answer\", \"size\": 6291456}".getBytes(UTF_8));
      for (int i = 0; i < 3; i++) {
        assertThat(function.exitedWithin(100)).isFalse();
        function.signal("STOP");
        function.signal("CONT");
      }
      assertThat(server.receive().text()).hasSize(6291456).matches("\"x*\"");
      server.accept();
      assertThat(server.invoke("{}").text()).isEqualTo("{}");
      assertThat(function.log()).isEmpty();
    }
  }

  /** strace makes every second call fail as if a signal had come. */
  @ParameterizedTest
  @MethodSource("launchers")
  void aSystemCallThatASignalInterruptedIsMadeAgain(Launcher launcher) throws Exception {
    Path strace = Path.of("/usr/bin/strace");
    assumeTrue(launcher.isNative() && launcher.command().size() == 1, "not this machine's code");
    assumeTrue(Files.isExecutable(strace), "not tested: install strace");
    Path calls = folder.resolve("calls");
    String fault = "inject=recvfrom,sendto,write:error=EINTR:when=1+2";
    List<String> command = new ArrayList<>(List.of(strace.toString(), "-o", calls.toString()));
    command.addAll(List.of("-e", "trace=recvfrom,sendto,write", "-e", fault));
    command.addAll(launcher.command());
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = new Launcher("interrupted", command).start(server)) {
      String event = "{\"a\": \"" + "x".repeat(100_000) + "\"}";
      assertThat(server.invoke(event).text()).isEqualTo(event);
      assertThat(server.invoke("{\"do\": \"print\", \"text\": \"a line\"}").text())
          .isEqualTo("\"printed\"");
      assertThat(server.invoke("{\"do\": \"log\", \"text\": \"logged\"}").text())
          .isEqualTo("\"logged\"");
      assertThat(function.log()).startsWith("a line\n").contains("\tFATAL\tlogged\n");
      assertThat(server.connections()).isEqualTo(1);
    }
    assertThat(Files.readString(calls))
        .containsPattern("recvfrom.*EINTR.*INJECTED")
        .containsPattern("sendto.*EINTR.*INJECTED")
        .containsPattern("write.*EINTR.*INJECTED");
  }
}
