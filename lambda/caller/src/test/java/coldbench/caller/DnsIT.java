package coldbench.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coldbench.testing.Launcher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Names that only a name server knows (RFC 1035): one of the test's own, in a mount namespace with
 * an /etc/resolv.conf of the test's.
 */
class DnsIT {
  private static final Path UNSHARE = Path.of("/usr/bin/unshare");
  private static final InetSocketAddress SERVER = new InetSocketAddress("127.0.0.77", 53);
  private static DatagramSocket names;
  @TempDir private Path folder;

  static Stream<Launcher> launchers() {
    return Calls.launchers();
  }

  @BeforeAll
  static void startServer() {
    assumeTrue(System.getProperty("user.name").equals("root"), "needs root, for port 53");
    assumeTrue(Files.isExecutable(UNSHARE), "needs unshare");
    try {
      names = new DatagramSocket(SERVER);
    } catch (IOException e) {
      assumeTrue(false, "no socket at port 53: " + e);
    }
    Thread thread = new Thread(DnsIT::serve, "names");
    thread.setDaemon(true);
    thread.start();
  }

  @AfterAll
  static void stopServer() {
    if (names != null) {
      names.close();
    }
  }

  private static void serve() {
    try {
      while (true) {
        DatagramPacket query = new DatagramPacket(new byte[512], 512);
        names.receive(query);
        byte[] answer = answer(query.getData(), query.getLength());
        names.send(new DatagramPacket(answer, answer.length, query.getSocketAddress()));
      }
    } catch (IOException e) {
      // closed
    }
  }

  /** 127.0.0.1 for an A of whatever begins with a t, no record for its AAAA, no name for others. */
  private static byte[] answer(byte[] query, int length) {
    int end = 12;
    while (query[end] != 0) {
      end += query[end] + 1;
    }
    boolean known = query[13] == 't';
    boolean address = known && query[end + 2] == 1;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {query[0], query[1], (byte) 0x81, (byte) (known ? 0x80 : 0x83)});
    out.writeBytes(new byte[] {0, 1, 0, (byte) (address ? 1 : 0), 0, 0, 0, 0});
    out.write(query, 12, Math.min(length, end + 5) - 12);
    if (address) {
      out.writeBytes(new byte[] {(byte) 0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 127, 0, 0, 1});
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void aNameIsFoundByANameServer(Launcher launcher) throws Exception {
    Path resolver = Files.writeString(folder.resolve("resolv.conf"), "nameserver 127.0.0.77\n");
    List<String> command = new ArrayList<>(List.of(UNSHARE.toString(), "-m", "/bin/sh", "-c"));
    command.add("mount --bind \"$0\" /etc/resolv.conf && exec \"$@\"");
    command.add(resolver.toString());
    command.addAll(launcher.command());
    Authority root = Authority.root("P-256");
    Authority identity = root.issue(Authority.wanted("table").hosts("table.test"));
    try (Calls calls = Calls.trusting(new Launcher(launcher.name(), command), root);
        TlsServer server = new TlsServer(identity, (request, to) -> to.answer("in"))) {
      assertThat(calls.get("https://table.test:" + server.port() + "/"))
          .contains("\"body\": \"in\"");
      assertThat(calls.get("https://no-table.test:" + server.port() + "/"))
          .contains("no-table.test:" + server.port() + ": cannot be resolved");
      assertThat(server.names()).containsExactly("table.test");
    }
  }
}
