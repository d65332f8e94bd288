package coldbench.caller;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.testing.Launcher;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A handshake of TLS 1.2 stands in plain text: its messages, certificates first of all, are changed
 * at random, and whatever that makes of them has to end in an error and leave the process alive.
 */
class HostileServerIT {
  static Stream<Launcher> launchers() {
    return Calls.launchers();
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void whateverAServerSendsTheProcessLives(Launcher launcher) throws Exception {
    attack(launcher, 1, launcher.isNative() ? 100 : 50);
  }

  @Test
  @Tag("long")
  void thousandsOfTimes() throws Exception {
    for (Launcher launcher : launchers().filter(Launcher::isNative).toList()) {
      for (int seed = 2; seed < 12; seed++) {
        attack(launcher, seed, 3000);
      }
    }
  }

  private static void attack(Launcher launcher, long seed, int times) throws Exception {
    Authority root = Authority.root("P-256");
    Authority identity = root.issue(Authority.wanted("Middle").authority()).server("RSA-2048");
    Random random = new Random(seed);
    try (Calls calls = Calls.trusting(launcher, root, "1000,1000,2000,0");
        TlsServer server =
            new TlsServer(identity, (request, to) -> to.answer("in"), "127.0.0.1", "TLSv1.2");
        Proxy proxy = new Proxy(server.port(), (record, number, client) -> {})) {
      proxy.impatient(100);
      for (int i = 0; i < times; i++) {
        long draw = random.nextLong();
        proxy.become((record, number, client) -> change(record, new Random(draw), client));
        assertThat(calls.get(proxy.url()))
            .as("seed %d, call %d", seed, i)
            .contains("errorType")
            .doesNotContain("RuntimeException", "\"java.lang");
        assertThat(calls.process().exitedWithin(0)).isFalse();
      }
      proxy.impatient(0).become((record, number, client) -> client.write(record));
      assertThat(calls.get(proxy.url())).contains("\"body\": \"in\"");
    }
  }

  /** Always something of the content; the version in a record's header means nothing. */
  private static void change(byte[] record, Random random, OutputStream client)
      throws java.io.IOException {
    byte[] changed = record;
    for (int n = random.nextInt(4); n >= 0; n--) {
      int at = 5 + random.nextInt(changed.length - 5);
      switch (random.nextInt(5)) {
        case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> changed[at] = (byte) (random.nextBoolean() ? 0xFF : 0x80 + random.nextInt(8));
        case 2 -> changed[at]++;
        case 3 -> {
          int end = Math.min(changed.length, at + 1 + random.nextInt(40));
          byte[] shorter = Arrays.copyOf(changed, changed.length - (end - at));
          System.arraycopy(changed, end, shorter, at, changed.length - end);
          changed = shorter.length > 5 ? shorter : changed;
        }
        default -> {
          byte[] longer = Arrays.copyOf(changed, changed.length + 1 + random.nextInt(40));
          System.arraycopy(
              changed, at, longer, at + longer.length - changed.length, changed.length - at);
          changed = longer;
        }
      }
    }
    changed[3] = (byte) ((changed.length - 5) >> 8);
    changed[4] = (byte) (changed.length - 5);
    client.write(changed);
  }
}
