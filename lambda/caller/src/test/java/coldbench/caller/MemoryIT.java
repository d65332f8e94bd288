package coldbench.caller;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.testing.Launcher;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a call takes it gives back. */
class MemoryIT {
  static Stream<Launcher> natives() {
    return Calls.launchers().filter(Launcher::isNative);
  }

  @ParameterizedTest
  @MethodSource("natives")
  void memoryStaysFlatOverThousandsOfCalls(Launcher launcher) throws Exception {
    stayFlat(launcher, 1000, 3);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("natives")
  void memoryStaysFlatOverAHundredThousandCalls(Launcher launcher) throws Exception {
    stayFlat(launcher, 10_000, 10);
  }

  /** With an emulator, that one's own memory for what it has translated is counted, too. */
  private static int allowedKilobytes(Launcher launcher) {
    return launcher.name().endsWith("emulated") ? 1024 : 128;
  }

  /** Calls over one connection, and calls that connect anew and fail. */
  private static void stayFlat(Launcher launcher, int times, int rounds) throws Exception {
    Authority root = Authority.root("P-256");
    Authority foreign = Authority.root("P-256");
    try (Calls calls = Calls.trusting(launcher, root, "30000,30000,60000,300000");
        TlsServer server = new TlsServer(root.server(), (request, to) -> to.answer("in"));
        TlsServer wrong = new TlsServer(foreign.server(), (request, to) -> to.answer("in"))) {
      Map<String, String> many =
          Map.of("do", "send", "url", server.url(), "times", Integer.toString(times));
      long first = 0;
      for (int round = 0; round <= rounds; round++) {
        assertThat(calls.call(many)).contains("\"body\": \"in\"");
        for (int i = 0; i < 20; i++) {
          assertThat(calls.get(wrong.url())).contains("coldbench.https.TlsException");
          server.finishConnections();
          assertThat(calls.get(server.url())).contains("\"body\": \"in\"");
        }
        long kilobytes = calls.process().residentKilobytes();
        first = round == 0 ? kilobytes : first;
        assertThat(kilobytes)
            .as("after round %d", round)
            .isLessThanOrEqualTo(first + allowedKilobytes(launcher));
      }
      assertThat(server.connections()).isEqualTo(1 + 20 * (rounds + 1));
    }
  }
}
