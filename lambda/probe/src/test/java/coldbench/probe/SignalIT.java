package coldbench.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.testing.FunctionProcess;
import coldbench.testing.Launcher;
import coldbench.testing.RuntimeApiServer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lambda freezes a sandbox between invocations and ends it with SIGTERM. */
class SignalIT {
  private static final String ID = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";

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
}
